/** Folders on their way from the browser: file by file into one folder of our own, then registered as that folder. */

import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { AppError } from '../../core/result.ts'
import { safeFileName } from '../files/names.ts'
import { announcedBytes, described, tooLargeFor, type UploadLimits, type Uploads, write } from './files.ts'
import type { Refusal } from './guards.ts'
import { newSecret } from './secrets.ts'

export interface UploadFolders {
  /** Begins a folder; its name is made safe. @returns what the files that follow name it by */
  begin(name: string): Promise<string>
  /**
   * Writes a body to its place in the folder. All its files together have the limit of one upload.
   *
   * @param relativePath with `/` between; each part is made safe
   * @throws AppError `not-found` for a folder that is not open, `bad-request` for a path that leads out of it or a
   *   folder of too many files, and as `Uploads.receive`
   */
  receive(
    request: IncomingMessage,
    id: string,
    relativePath: string,
  ): Promise<{ readonly path: string } | Refusal>
  /** Ends it, so that nothing more is added. @returns its path. @throws AppError `not-found` */
  end(id: string): string
}

/** As many as a survey looks at. */
const mostFiles = 20_000
const deepest = 32
/** Folders that are open at once: one that was never ended keeps no other out for long. */
const mostOpen = 20

interface Folder {
  readonly path: string
  files: number
  bytes: number
}

export function createUploadFolders(uploads: Pick<Uploads, 'newPlace'>, limits: UploadLimits): UploadFolders {
  const open = new Map<string, Folder>()
  const find = (id: string) => {
    const folder = open.get(id)
    if (!folder) throw new AppError('not-found', 'That folder is not known any more. Choose it again.')
    return folder
  }
  return {
    async begin(name) {
      const folder = { path: path.join(await uploads.newPlace(), safeFileName(name)), files: 0, bytes: 0 }
      await mkdir(folder.path)
      const id = newSecret()
      open.set(id, folder)
      const oldest = open.keys().next()
      if (open.size > mostOpen && !oldest.done) open.delete(oldest.value)
      return id
    },
    async receive(request, id, relativePath) {
      const folder = find(id)
      const parts = safeParts(relativePath)
      folder.files += 1
      if (folder.files > mostFiles)
        throw new AppError(
          'bad-request',
          `The folder holds more than ${mostFiles.toLocaleString('en')} files. Choose the part of it that holds comments.`,
        )
      if (folder.bytes + announcedBytes(request) > limits.maxBytes) return tooLargeFor('folder', limits)
      const take = (bytes: number) => {
        folder.bytes += bytes
        return folder.bytes <= limits.maxBytes
      }
      const file = await place(folder.path, parts)
      try {
        if (await write(request, file, { idleMs: limits.idleMs, take })) return { path: file }
      } catch (error) {
        await rm(file, { force: true })
        throw described(error)
      }
      await rm(file, { force: true })
      return tooLargeFor('folder', limits)
    },
    end(id) {
      const folder = find(id)
      open.delete(id)
      return folder.path
    },
  }
}

/** The parts of a path as names for any disk. @throws AppError for one that would lead elsewhere, or has no end */
function safeParts(relativePath: string): readonly string[] {
  const parts = relativePath.split('/')
  const isTrick = parts.some((part) => part === '' || part === '.' || part === '..')
  if (isTrick || parts.length > deepest)
    throw new AppError('bad-request', 'A file of the folder has a place that cannot be kept.')
  return parts.map(safeFileName)
}

/** Where the file goes: two names that only a disk of ours cannot tell apart get a number. */
async function place(folder: string, parts: readonly string[]): Promise<string> {
  const within = path.join(folder, ...parts.slice(0, -1))
  try {
    await mkdir(within, { recursive: true })
  } catch (error) {
    // A file has the name of this folder: only names made safe can meet so.
    throw new AppError('bad-request', 'Two things of the folder would have the same name.', { cause: error })
  }
  const name = path.parse(parts.at(-1) ?? '')
  for (let n = 1; ; n += 1) {
    const file = path.join(within, `${name.name}${n === 1 ? '' : ` ${n}`}${name.ext}`)
    if (!existsSync(file)) return file
  }
}
