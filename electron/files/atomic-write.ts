/** Writes a file beside its target and renames it: the target is the old file or the whole new one, never half. */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../core/result.ts'
import { fileError } from './errors.ts'

export interface AtomicWriteOptions {
  /** Asked before every piece; when it says yes nothing is written and 'cancelled' is thrown. */
  readonly isCancelled?: () => boolean
}

/**
 * @param pieces texts are written as UTF-8
 * @returns the bytes written
 * @throws AppError 'disk-full', 'file-unreadable', 'file-missing', 'cancelled'; what `pieces` throws
 */
export async function writeAtomically(
  target: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  { isCancelled = () => false }: AtomicWriteOptions = {},
): Promise<number> {
  const name = path.basename(target)
  const place = await placeFor(target)
  const folder = path.dirname(place)
  const temporary = path.join(folder, `.${name.slice(0, 60)}.${randomUUID()}.part`)
  try {
    const bytes = await writeAll(temporary, pieces, isCancelled)
    await rename(temporary, place)
    await syncFolder(folder)
    return bytes
  } catch (error) {
    await rm(temporary, { force: true })
    throw fileError(error, { name, doing: 'write' })
  }
}

/**
 * Where the file really goes: through links, so that the link stays one. A rename would take the place of anything:
 * of a device as well, and of the decisions in a project.
 */
async function placeFor(target: string): Promise<string> {
  const place = await realpath(target).catch(() => target)
  const found = await stat(place).catch(() => null)
  if (found === null || found.isDirectory()) return place
  const name = path.basename(target)
  if (!found.isFile()) throw refuse(`“${name}” is not a file that can be replaced. Choose another name.`)
  if (await isDatabase(place)) {
    throw refuse(
      `“${name}” is a project. To keep its decisions, nothing is written over it. Choose another name.`,
    )
  }
  return place
}

const refuse = (sentence: string) => new AppError('file-unreadable', sentence)

const databaseStart = Buffer.from('SQLite format 3\0')

async function isDatabase(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return false
  try {
    const start = Buffer.alloc(databaseStart.length)
    await handle.read(start, 0, start.length, 0)
    return start.equals(databaseStart)
  } finally {
    await handle.close()
  }
}

async function writeAll(
  file: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  isCancelled: () => boolean,
): Promise<number> {
  const handle = await open(file, 'wx')
  try {
    let bytes = 0
    for await (const piece of pieces) {
      if (isCancelled()) throw new AppError('cancelled', 'Stopped. Nothing was written.')
      bytes += await writeWhole(handle, typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)
    }
    await handle.sync()
    return bytes
  } finally {
    await handle.close()
  }
}

/** One write may take only part of what it is given. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  let at = 0
  while (at < bytes.length) at += (await handle.write(bytes, at)).bytesWritten
  return at
}

/** So that the new name itself survives a power cut. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
