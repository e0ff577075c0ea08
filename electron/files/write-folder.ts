/** Writes a folder of text files: beside its place first, put in place when it is whole. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../core/result.ts'
import { type AtomicWriteOptions, writeAtomically } from './atomic-write.ts'
import { fileError } from './errors.ts'

/**
 * @param target must not be there, or be empty
 * @param files names are those of files, not of paths; each text is asked for once, in order
 * @returns the bytes written
 * @throws AppError file-unreadable where something is there already, disk-full; what the texts throw
 */
export async function writeFolder(
  target: string,
  files: Iterable<{ readonly name: string; readonly text: () => Iterable<string> }>,
  options: AtomicWriteOptions = {},
): Promise<number> {
  const name = path.basename(target)
  const there = await readdir(target).catch(() => null)
  if (there !== null && there.length > 0) {
    throw new AppError('file-unreadable', `There is something in “${name}” already. Choose an empty folder.`)
  }
  const beside = path.join(path.dirname(target), `.${name.slice(0, 60)}.${randomUUID()}.part`)
  try {
    await mkdir(beside)
    let bytes = 0
    for (const file of files)
      bytes += await writeAtomically(path.join(beside, file.name), file.text(), options)
    if (there !== null) await rmdir(target)
    await rename(beside, target)
    return bytes
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw fileError(error, { name, doing: 'write' })
  }
}
