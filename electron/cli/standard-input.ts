/** What comes in on standard input, as a file: it is read more than once, to be understood before it is used. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileError } from '../files/errors.ts'

/** Stands for standard input (or output) in the words of a call. */
export const standardStream = '-'

export interface Spooled {
  readonly path: string
  /** Takes the copy away. */
  remove(): Promise<void>
}

/** @throws AppError 'disk-full' and the like where the copy cannot be written */
export async function spoolStandardInput(signal: AbortSignal): Promise<Spooled> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fair-hearing-in-'))
  const file = path.join(folder, 'standard input')
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(process.stdin, createWriteStream(file), { signal })
    return { path: file, remove }
  } catch (error) {
    await remove()
    throw fileError(error, { name: path.basename(file), doing: 'write' })
  }
}
