/** Unpacks a stream that is packed, and stops one that would fill the disk or the memory. */
import { pipeline } from 'node:stream'
import { constants, createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib'
import { AppError } from '../../core/result.ts'
import type { OpenBytes } from './byte-source.ts'

export interface Bounds {
  /** As the person knows it. */
  readonly name: string
  /** Unpacked bytes that are too many; no limit where not said. */
  readonly mostBytes?: number
  /** As that of `OpenBytes`. */
  readonly position: () => number
}

export interface UnpackOptions extends Omit<Bounds, 'position'> {
  readonly chunkBytes: number
  /**
   * Told that it is packed and ends too early, after the last of what could be unpacked; left out where half of it is of no
   * use.
   */
  readonly cut?: CutMark
}

/** Remembers of what is packed whether a reading found that it ends too early, and says so. */
export interface CutMark {
  readonly set: (packing: string) => void
  readonly isCutOff: () => boolean
  readonly notes: () => readonly string[]
}

/** @param name of what is packed, as the person knows it */
export function createCutMark(name: string): CutMark {
  let packing: string | null = null
  return {
    set(found) {
      packing = found
    },
    isCutOff: () => packing !== null,
    notes: () =>
      packing === null
        ? []
        : [
            `“${name}” is packed (${packing}), and cut off: what came before the cut was read. Export or download it again to have the rest.`,
          ],
  }
}

/** From here on a stream may not be more than this many times as large as what it was packed in. */
const doubtfulBytes = 100 * 1024 * 1024
const mostTimes = 1000

const packings = {
  GZIP: { bytes: [0x1f, 0x8b], create: (chunkSize: number) => createGunzip({ chunkSize }) },
  Zstandard: {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    // Large dumps are packed with windows of up to 2 GiB; only what a file really uses of it is ever touched.
    create: (chunkSize: number) =>
      createZstdDecompress({ chunkSize, params: { [constants.ZSTD_d_windowLogMax]: 31 } }),
  },
} as const
type Packing = keyof typeof packings
const longestMark = 4

/**
 * The stream as it is, or what is packed in it. One that ends too early gives all that can be unpacked of it, and sets the
 * mark.
 *
 * @throws while reading, AppError 'file-unreadable' with a sentence, where it is damaged or nothing can be unpacked of it
 */
export function unpacked({ stream, position }: OpenBytes, options: UnpackOptions): OpenBytes {
  return { stream: bounded(unpack(stream, options), { ...options, position }), position }
}

async function* unpack(
  stream: AsyncIterable<Uint8Array>,
  { name, chunkBytes, cut }: UnpackOptions,
): AsyncGenerator<Uint8Array> {
  const { start, all } = await withStart(stream)
  const packing = packingOf(start)
  if (packing === null) {
    yield* all
    return
  }
  let isStarted = false
  try {
    for await (const chunk of unpackParts(all, packing, chunkBytes)) {
      isStarted ||= chunk.length > 0
      yield chunk
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    if (cut === undefined || !isStarted || !endsEarly(error)) throw damaged(name, packing, error)
    cut.set(packing)
  }
}

/** All parts of it: Node's own unpacker goes on to the next part of GZIP, but ends with the first of Zstandard. */
async function* unpackParts(
  pieces: AsyncGenerator<Uint8Array>,
  packing: Packing,
  chunkBytes: number,
): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0)
  try {
    do {
      const unpacker = packings[packing].create(Math.max(chunkBytes, leastUnpacked))
      const fed: Fed = { bytes: 0, last: rest }
      // An error of either side ends the other, and is thrown by whoever reads.
      pipeline(feed(pieces, unpacker, fed), unpacker, () => undefined)
      yield* unpacker
      rest = fed.last.subarray(fed.last.length - (fed.bytes - unpacker.bytesWritten))
      // After the last part of GZIP there may be anything that fills up a tape.
    } while (rest.length > 0 && packing === 'Zstandard')
  } finally {
    await pieces.return(undefined)
  }
}

interface Fed {
  bytes: number
  /** The piece given last, and before the first what comes before all others. */
  last: Uint8Array
}

/**
 * One piece when the one before is unpacked, and the end when all are: an unpacker that is told of the end together with the
 * last piece, and finds that more should follow, throws away what it has unpacked of that piece.
 */
async function* feed(
  pieces: AsyncGenerator<Uint8Array>,
  unpacker: Gunzip | ZstdDecompress,
  fed: Fed,
): AsyncGenerator<Uint8Array> {
  let next: IteratorResult<Uint8Array> = { done: false, value: fed.last }
  while (next.done !== true) {
    fed.last = next.value
    fed.bytes += next.value.length
    yield next.value
    await unpackedBy(unpacker)
    // It has come to the end of a part.
    if (unpacker.bytesWritten < fed.bytes) return
    next = await pieces.next()
  }
}

function unpackedBy(unpacker: Gunzip | ZstdDecompress): Promise<void> {
  return new Promise((resolve) => {
    // One that has failed, or that nobody reads any more, flushes nothing.
    const done = () => {
      unpacker.off('close', done)
      resolve()
    }
    unpacker.once('close', done)
    unpacker.flush(done)
  })
}

/** The one thing that zlib, asked for the end of either packing, calls so. */
const endsEarly = (error: Error & { readonly code: unknown }): boolean => error.code === 'Z_BUF_ERROR'

/** The smallest chunk that zlib takes. */
const leastUnpacked = 64

function packingOf(start: Uint8Array): Packing | null {
  if (packings.GZIP.bytes.every((byte, place) => start[place] === byte)) return 'GZIP'
  return packings.Zstandard.bytes.every((byte, place) => start[place] === byte) ? 'Zstandard' : null
}

export function damaged(name: string, packing: string, cause: unknown): AppError {
  return new AppError(
    'file-unreadable',
    `“${name}” is packed (${packing}), and damaged or cut off. Get it again, or choose another copy.`,
    { cause },
  )
}

export function isDamage(error: unknown): error is Error & { readonly code: unknown } {
  if (!(error instanceof Error) || !('code' in error)) return false
  return /^(Z_|ZSTD_|ERR_ZSTD|ERR_ZLIB)/i.test(String(error.code))
}

/** The first bytes of a stream, and all of it. */
async function withStart(stream: AsyncIterable<Uint8Array>) {
  const iterator = stream[Symbol.asyncIterator]()
  let start: Uint8Array = new Uint8Array(0)
  while (start.length < longestMark) {
    const next = await iterator.next()
    if (next.done === true) break
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value])
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (start.length > 0) yield start
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { start, all: all() }
}

async function* bounded(
  stream: AsyncIterable<Uint8Array>,
  { name, mostBytes = Number.POSITIVE_INFINITY, position }: Bounds,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > mostBytes || (bytes > doubtfulBytes && bytes > mostTimes * position())) {
      const why =
        bytes > mostBytes
          ? `unpacks to more than ${Math.round(mostBytes / 2 ** 30)} GB`
          : `unpacks to more than ${mostTimes} times its size`
      throw new AppError(
        'file-unreadable',
        `“${name}” ${why}, as no file of comments does. Reading stopped. If it is what you expect, unpack it first and choose the unpacked file.`,
      )
    }
    yield chunk
  }
}
