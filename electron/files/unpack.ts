/** Unpacks a stream that is packed, and stops one that would fill the disk or the memory. */
import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip, createZstdDecompress } from 'node:zlib'
import { AppError } from '../../core/result.ts'
import type { OpenBytes } from './byte-source.ts'

export interface UnpackOptions {
  /** As the person knows it. */
  readonly name: string
  readonly chunkBytes: number
  /** Unpacked bytes that are too many; no limit where not said. */
  readonly mostBytes?: number
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

/** The stream as it is, or what is packed in it. @throws while reading, AppError 'file-unreadable' with a sentence */
export function unpacked({ stream, position }: OpenBytes, options: UnpackOptions): OpenBytes {
  return { stream: bounded(unpack(stream, options), { ...options, position }), position }
}

async function* unpack(
  stream: AsyncIterable<Uint8Array>,
  { name, chunkBytes }: UnpackOptions,
): AsyncGenerator<Uint8Array> {
  const { start, all } = await withStart(stream)
  const packing = packingOf(start)
  if (packing === null) {
    yield* all
    return
  }
  const unpacker = packings[packing].create(Math.max(chunkBytes, leastUnpacked))
  // An error of either side ends the other, and is thrown by whoever reads.
  pipeline(Readable.from(all), unpacker, () => undefined)
  try {
    yield* unpacker
  } catch (error) {
    if (!isDamage(error)) throw error
    throw damaged(name, packing, error)
  }
}

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

export function isDamage(error: unknown): boolean {
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
  {
    name,
    mostBytes = Number.POSITIVE_INFINITY,
    position,
  }: UnpackOptions & { readonly position: () => number },
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
