/** Opens a file as a stream of bytes; a packed one (gzip) is unpacked on the way. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError } from '../../core/result.ts'

export interface OpenBytes {
  readonly stream: AsyncIterable<Uint8Array>
  /** Bytes of the file read so far: of a packed file, packed ones. */
  position(): number
}

/**
 * @param name the file's name as the person knows it
 * @throws what the file system throws; while reading, AppError 'file-unreadable' for a damaged archive
 */
export async function openBytes(
  file: string,
  { name, chunkBytes }: { readonly name: string; readonly chunkBytes: number },
): Promise<OpenBytes> {
  const isPacked = await startsPacked(file)
  const source = createReadStream(file, { highWaterMark: chunkBytes })
  if (!isPacked) return { stream: source, position: () => source.bytesRead }
  const unpacked = createGunzip({ chunkSize: Math.max(chunkBytes, leastUnpacked) })
  // An error of either side ends the other, and is thrown by whoever reads.
  pipeline(source, unpacked, () => undefined)
  return { stream: explained(unpacked, name), position: () => source.bytesRead }
}

/** The smallest chunk that zlib takes. */
const leastUnpacked = 64

async function* explained(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } catch (error) {
    const isDamaged = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    if (!isDamaged) throw error
    throw new AppError(
      'file-unreadable',
      `“${name}” is packed (GZIP), and damaged or cut off. Get it again, or choose another copy.`,
      { cause: error },
    )
  }
}

async function startsPacked(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const start = new Uint8Array(2)
    await handle.read(start, 0, 2, 0)
    return start[0] === 0x1f && start[1] === 0x8b
  } finally {
    await handle.close()
  }
}
