/** Reads ZIP archives: what is in them, and any member by itself. Nothing is ever written under a name from inside. */
import { isUtf8 } from 'node:buffer'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { PassReason } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import type { ByteSource } from './byte-source.ts'
import { createCutMark, damaged, isDamage, unpacked } from './unpack.ts'

export interface ArchiveEntry {
  /** "/" between folders; no two of an archive are the same. */
  readonly path: string
  /** Unpacked, as the archive says. */
  readonly bytes: number
  /** Why it is not offered; null where nothing speaks against it. */
  readonly refused: PassReason | null
  /** @param name as the person knows it */
  readonly source: (name: string) => ByteSource
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[]
  /** Entries that were not looked at because there are too many. */
  readonly beyond: number
  readonly find: (path: string) => ArchiveEntry | null
  /** Streams that are open go on to their end. */
  readonly close: () => void
}

const mostUnpacked = 4 * 2 ** 30
const stored = 0
const deflated = 8

export interface ArchiveOptions {
  /** As the person knows the archive. */
  readonly name: string
  readonly mostEntries: number
}

/**
 * @param from a path, or an open file that is closed with the archive
 * @throws AppError 'file-unreadable' for a damaged archive; what the file system throws
 */
export async function openArchive(from: string | number, options: ArchiveOptions): Promise<Archive> {
  const settings = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  const zip = await (typeof from === 'string'
    ? yauzl.openPromise(from, settings)
    : yauzl.fromFdPromise(from, settings)
  ).catch((error: unknown) => {
    throw explained(error, options.name)
  })
  try {
    return await listed(zip, options)
  } catch (error) {
    zip.close()
    throw explained(error, options.name)
  }
}

async function listed(zip: ZipFile, { mostEntries }: ArchiveOptions): Promise<Archive> {
  const byPath = new Map<string, ArchiveEntry>()
  let looked = 0
  for await (const entry of zip.eachEntry()) {
    if (looked === mostEntries) break
    looked += 1
    const path = nameOf(entry)
    if (path.endsWith('/')) continue
    const unique = uniqueName(path, byPath)
    byPath.set(unique, {
      path: unique,
      bytes: entry.uncompressedSize,
      refused: refusalOf(entry, path),
      source: (name) => entryBytes(zip, entry, name),
    })
  }
  return {
    entries: [...byPath.values()],
    beyond: zip.entryCount - looked,
    find: (path) => byPath.get(path) ?? null,
    close: () => zip.close(),
  }
}

/** Archives that were added to may have a name twice: both are somebody's words. */
function uniqueName(path: string, taken: ReadonlyMap<string, unknown>): string {
  let unique = path
  for (let copy = 2; taken.has(unique); copy++) unique = `${path} (${copy})`
  return unique
}

/** macOS writes UTF-8 without saying so; what is none is taken as the standard has it. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | 0x800 : entry.generalPurposeBitFlag
  return yauzl.getFileNameLowLevel(flags, raw, entry.extraFields, true)
}

const typeOfFile = 0o170000
const plainFile = 0o100000
const madeByUnix = 3
const madeByMac = 19

function refusalOf(entry: Entry, path: string): PassReason | null {
  if (yauzl.validateFileName(path) !== null || path === '' || /\p{Cc}/u.test(path)) return 'unsafe-name'
  const maker = entry.versionMadeBy >> 8
  const type = (entry.externalFileAttributes >>> 16) & typeOfFile
  const isOdd = (maker === madeByUnix || maker === madeByMac) && type !== 0 && type !== plainFile
  if (isOdd) return 'link'
  if (entry.isEncrypted()) return 'encrypted'
  return entry.compressionMethod === stored || entry.compressionMethod === deflated ? null : 'unknown-packing'
}

function entryBytes(zip: ZipFile, entry: Entry, name: string): ByteSource {
  const cut = createCutMark(name)
  return {
    name,
    encoding: null,
    notes: cut.notes,
    isCutOff: cut.isCutOff,
    size: async () => entry.compressedSize,
    async open({ chunkBytes }) {
      let packed = 0
      const position = () => packed
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
          packed += chunk.length
          yield chunk
        }
      }
      const stream = checked(inflated(counted(), entry, chunkBytes), { entry, name })
      return unpacked({ stream, position }, { name, chunkBytes, mostBytes: mostUnpacked, cut })
    },
  }
}

async function* inflated(
  stream: AsyncIterable<Uint8Array>,
  entry: Entry,
  chunkBytes: number,
): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod === stored) {
    yield* stream
    return
  }
  const inflate = createInflateRaw({ chunkSize: Math.max(chunkBytes, 64) })
  pipeline(stream, inflate, () => undefined)
  yield* inflate
}

/** Holds the bytes against what the archive says of them. */
async function* checked(
  stream: AsyncIterable<Uint8Array>,
  { entry, name }: { readonly entry: Entry; readonly name: string },
): AsyncGenerator<Uint8Array> {
  let [bytes, sum] = [0, 0]
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      sum = crc32(chunk, sum)
      if (bytes > entry.uncompressedSize) throw damaged(name, 'ZIP', null)
      yield chunk
    }
  } catch (error) {
    throw explained(error, name)
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(name, 'ZIP', null)
}

/** What yauzl says has no code; what the file system says has one, and is explained elsewhere. */
function explained(error: unknown, name: string): unknown {
  if (error instanceof AppError) return error
  const hasCode = error instanceof Error && 'code' in error
  return isDamage(error) || !hasCode ? damaged(name, 'ZIP', error) : error
}
