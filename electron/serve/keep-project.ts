/**
 * A project that was picked in the browser arrives as a copy. It is kept among the projects: work on it would
 * otherwise go the way of the uploads, which are removed at the end.
 */
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newSecret } from './secrets.ts'

const extension = '.fairhearing'

/** Whether a file is a project to keep: by its name and its first bytes. */
export async function isProject(file: string): Promise<boolean> {
  if (path.extname(file).toLowerCase() !== extension) return false
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === 'SQLite format 3\0'
  } finally {
    await handle.close()
  }
}

/**
 * Copies a project into the folder of projects, never over another: "Ward", then "Ward 2". It appears whole.
 *
 * @returns where it is now
 */
export async function keepProject(file: string, projectsDir: string): Promise<string> {
  await mkdir(projectsDir, { recursive: true })
  const draft = path.join(projectsDir, `.${newSecret()}.part`)
  try {
    await copyFile(file, draft)
    const place = await freePlace(path.join(projectsDir, path.basename(file, path.extname(file))))
    await rename(draft, place)
    return place
  } finally {
    await rm(draft, { force: true })
  }
}

/** Takes a name by an empty file, so that no other can take it before the project is there. */
async function freePlace(stem: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const place = `${stem}${n === 1 ? '' : ` ${n}`}${extension}`
    try {
      await writeFile(place, '', { flag: 'wx' })
      return place
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
