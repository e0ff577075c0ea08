/** Whether the file of an open project is still where it was opened, and what is saved of it where it is not. */
import { closeSync, existsSync, fstatSync, openSync, statSync } from 'node:fs'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { WritableDB } from './store/database.ts'
import { explained, type ProjectFile, projectExtension } from './store/project-file.ts'

export interface Place {
  /**
   * The open file goes on being written after it was moved, but its log stays behind under the old name. So all
   * is put into the file itself before anything else. What was deleted would be gone with the app: it is written again.
   *
   * @throws AppError project-busy where somebody else writes, project-moved where it is not in its place any more
   */
  require(): void
  /** Call it after the file was closed: closing any handle on a file lets go of SQLite's own locks on it (POSIX). */
  close(): void
}

export function holdPlace({ path: file, db, isReadOnly }: ProjectFile): Place {
  const identity = identityOf(file) ?? ''
  // Tells a file that was deleted from one that was moved.
  const held = openSync(file, 'r')
  return {
    require() {
      if (isReadOnly) throw new AppError('project-busy', sentences.projectReadHere(file))
      if (identityOf(file) === identity) return
      if (fstatSync(held).nlink === 0) {
        throw new AppError('project-moved', sentences.projectDeleted(file, rescue(db, file)))
      }
      db.execute('pragma wal_checkpoint(truncate)')
      throw new AppError('project-moved', sentences.projectMoved(file))
    },
    close: () => closeSync(held),
  }
}

/** Device and inode: stays with the file when it is moved. Null when nothing is there. */
function identityOf(file: string): string | null {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true })
  return facts ? `${facts.dev}:${facts.ino}` : null
}

/** Writes all that is in an open project whose file is gone into a new file beside its place. @returns where */
function rescue(db: WritableDB, file: string): string {
  for (let n = 1; ; n += 1) {
    const copy = file.replace(/(\.fairhearing)?$/, ` (kept${n === 1 ? '' : ` ${n}`})${projectExtension}`)
    if (existsSync(copy)) continue
    explained(file, () => db.run('vacuum into ?', copy))
    return copy
  }
}
