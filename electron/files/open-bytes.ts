/** Opens a file as a stream of bytes; a packed one (GZIP, Zstandard) is unpacked on the way. */
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../core/result.ts'
import type { ByteSource } from './byte-source.ts'
import { createCutMark, unpacked } from './unpack.ts'

/** A file on the disk. All its readings see the same bytes, or fail with a sentence that it has changed. */
export function fileBytes(file: string, name: string = path.basename(file)): ByteSource {
  let first: Stamp | null = null
  const cut = createCutMark(name)
  const compare = (now: Stamp): void => {
    first ??= now
    if (now.isFile && (now.size !== first.size || now.changedMs !== first.changedMs)) {
      throw new AppError(
        'file-unreadable',
        `“${name}” changed while it was read. Wait until nothing writes to it any more, and choose it again.`,
      )
    }
  }
  return {
    name,
    encoding: null,
    notes: cut.notes,
    isCutOff: cut.isCutOff,
    async size() {
      const now = await stampOf(file)
      compare(now)
      return now.size
    },
    async open({ chunkBytes }) {
      const handle = await open(file, 'r')
      const opened = await stampOf(handle)
      try {
        compare(opened)
      } catch (error) {
        await handle.close()
        throw error
      }
      const stream = handle.createReadStream({ highWaterMark: chunkBytes })
      const position = () => stream.bytesRead
      async function* watched(): AsyncGenerator<Uint8Array> {
        yield* stream
        // By its path: programs that save put a new file in the place of the old one.
        compare(await stampOf(file))
      }
      return unpacked({ stream: watched(), position }, { name, chunkBytes, cut })
    },
  }
}

/** The source itself, or the file of that path. */
export function sourceOf(file: string | ByteSource, name?: string): ByteSource {
  return typeof file === 'string' ? fileBytes(file, name) : file
}

/** The first bytes, without unpacking; fewer where there are no more. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const start = Buffer.alloc(count)
    const { bytesRead } = await handle.read(start, 0, count, 0)
    return start.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

interface Stamp {
  readonly size: number
  readonly changedMs: number
  readonly isFile: boolean
}

async function stampOf(file: string | FileHandle): Promise<Stamp> {
  const handle = typeof file === 'string' ? await open(file, 'r') : file
  try {
    const facts = await handle.stat()
    return { size: facts.size, changedMs: facts.mtimeMs, isFile: facts.isFile() }
  } finally {
    if (typeof file === 'string') await handle.close()
  }
}
