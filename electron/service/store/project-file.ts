/** Opening a project file: what it is, whether we may, and bringing it up to date. */
import { accessSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { openDatabase, type ReadableDB, sqliteCode, type WritableDB } from './database.ts'
import { type Migration, migrations } from './migrations/migrations.ts'

/** "FHrg" in ASCII: tells our files from other SQLite databases. */
export const applicationId = 0x46487267
export const projectExtension = '.fairhearing'

const SQLITE_BUSY = 5
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26

export interface ProjectFile {
  readonly path: string
  /** Refuses to write where `isReadOnly`. */
  readonly db: WritableDB
  /** Somebody else has it open and writes. */
  readonly isReadOnly: boolean
  /** Where the copy from before a migration is; null when none was needed. */
  readonly backup: string | null
  close(): void
}

/**
 * Opens an existing project for writing and holds its lock, so that one process writes.
 *
 * @throws AppError project-missing, project-foreign, project-damaged, project-newer, project-read-only,
 *   project-busy or disk-full, with a sentence
 */
export function openProjectFile(file: string, list: readonly Migration[] = migrations): ProjectFile {
  requireFile(file)
  requireWritable(file)
  const lock = takeLock(file)
  try {
    const db = explained(file, () => openDatabase(file))
    try {
      return explained(file, () => {
        const version = requireOurs(db, file, newest(list))
        requireSearch(db)
        const backup = version < newest(list) && version > 0 ? backUp(db, file, version) : null
        bringUpToDate(db, list, file)
        return { path: file, db, backup, isReadOnly: false, close: () => closeAll(db, lock) }
      })
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** Makes a new, empty project file. @throws AppError bad-request when the file is already there */
export function createProjectFile(file: string): ProjectFile {
  if (existsSync(file)) throw new AppError('bad-request', sentences.projectExists(file))
  const folder = path.dirname(file)
  if (!existsSync(folder)) throw new AppError('file-missing', sentences.folderMissing(folder))
  const lock = takeLock(file)
  try {
    const db = newProjectDatabase(file)
    return { path: file, db, backup: null, isReadOnly: false, close: () => closeAll(db, lock) }
  } catch (error) {
    lock.close()
    removeProjectFile(file)
    throw error
  }
}

/** A new, empty project that nobody else can know of yet, so that it needs no lock. */
export function newProjectDatabase(file: string): WritableDB {
  const db = explained(file, () => openDatabase(file))
  try {
    explained(file, () => {
      db.execute(`pragma application_id = ${applicationId}`)
      requireSearch(db)
      migrate(db, migrations)
    })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The file and what is kept beside it: half a project would be in the way of the next one of its name. */
export function removeProjectFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${end}`, { force: true })
}

/**
 * As `openProjectFile`; where somebody else has the project open, it is opened beside them, to read only.
 *
 * @throws AppError as `openProjectFile`, and bad-request for one that must be brought up to date first
 */
export function openOrReadProjectFile(file: string): ProjectFile {
  try {
    return openProjectFile(file)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'project-busy') throw error
    const db = readOnly(file)
    return { path: file, db, backup: null, isReadOnly: true, close: () => db.close() }
  }
}

/**
 * Opens a project to read only, beside whoever writes.
 *
 * @throws AppError as `openProjectFile`, and bad-request for one that must be brought up to date first
 */
export function readProjectFile(file: string): ReadableDB {
  return readOnly(file)
}

function readOnly(file: string): WritableDB {
  requireFile(file)
  const db = explained(file, () => openDatabase(file, { readOnly: true }))
  try {
    const version = explained(file, () => requireOurs(db, file, newest(migrations)))
    if (version < newest(migrations)) throw new AppError('bad-request', sentences.projectOlder(file))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Keeps everybody else from writing to the project while `work` reads its file. Where there never was a lock beside
 * it, as on a disk that can only be read, nobody has it open.
 *
 * @throws AppError project-busy
 */
export function whileLocked<T>(file: string, work: () => T): T {
  if (!existsSync(`${file}-lock`)) return work()
  const lock = takeLock(file)
  try {
    return work()
  } finally {
    lock.close()
  }
}

/**
 * A second connection that writes, for a thread of the process that holds the project's lock. The first one must write
 * nothing meanwhile.
 */
export function writeBesideOwner(file: string): WritableDB {
  return explained(file, () => openDatabase(file))
}

/** Runs `work` and turns SQLite's own errors into a sentence about this file. */
export function explained<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explain(file, error)
  }
}

export function explain(file: string, error: unknown): unknown {
  switch (sqliteCode(error)) {
    case SQLITE_BUSY:
      return new AppError('project-busy', sentences.projectBusy(file), { cause: error })
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new AppError('project-read-only', sentences.projectReadOnly(file), { cause: error })
    case SQLITE_IOERR:
      return new AppError('file-unreadable', sentences.diskFails(file), { cause: error })
    case SQLITE_CORRUPT:
      return new AppError('project-damaged', sentences.projectDamaged(file), { cause: error })
    case SQLITE_FULL:
      return new AppError('disk-full', sentences.diskFull(file), { cause: error })
    case SQLITE_NOTADB:
      return new AppError('project-foreign', sentences.projectForeign(file), { cause: error })
    default:
      return error
  }
}

/** @throws AppError project-damaged where it has not what a project of its version has */
function bringUpToDate(db: WritableDB, list: readonly Migration[], file: string): void {
  try {
    migrate(db, list)
  } catch (cause) {
    // SQLITE_ERROR, SQLITE_CONSTRAINT
    if (![1, 19].includes(sqliteCode(cause) ?? 0)) throw cause
    throw new AppError('project-damaged', sentences.projectDamaged(file), { cause })
  }
}

export function migrate(db: WritableDB, list: readonly Migration[]): void {
  const current = userVersion(db)
  for (const migration of list.filter(({ version }) => version > current)) {
    db.transaction(() => {
      db.execute(migration.sql)
      db.execute(`pragma user_version = ${migration.version}`)
    })
  }
}

export function userVersion(db: ReadableDB): number {
  return db.get<{ user_version: number }>('pragma user_version')?.user_version ?? 0
}

function newest(list: readonly Migration[]): number {
  return list.at(-1)?.version ?? 0
}

/** @throws AppError where there is nothing, a folder, or an empty file */
export function requireFile(file: string): void {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (!facts) throw new AppError('project-missing', sentences.projectMissing(file))
  if (!facts.isFile()) throw new AppError('project-foreign', sentences.projectForeign(file))
  if (facts.size === 0) throw new AppError('project-damaged', sentences.projectEmpty(file))
}

function requireWritable(file: string): void {
  try {
    accessSync(file, constants.W_OK)
    accessSync(path.dirname(file), constants.W_OK)
  } catch (cause) {
    throw new AppError('project-read-only', sentences.projectReadOnly(file), { cause })
  }
}

/** @returns the format version of the file */
function requireOurs(db: ReadableDB, file: string, newestKnown: number): number {
  const id = db.get<{ application_id: number }>('pragma application_id')?.application_id
  if (id !== applicationId) throw new AppError('project-foreign', sentences.projectForeign(file))
  const version = userVersion(db)
  if (version > newestKnown) throw new AppError('project-newer', sentences.projectNewer(file))
  return version
}

/** Some builds of SQLite leave full-text search out; better said at once than at the first search. */
function requireSearch(db: WritableDB): void {
  try {
    db.execute('create virtual table temp.search_check using fts5 (a); drop table temp.search_check')
  } catch (cause) {
    throw new AppError('unexpected', sentences.noSearch(), { cause })
  }
}

function backUp(db: WritableDB, file: string, version: number): string {
  // Everything into the one file first, so that the copy is whole without its -wal.
  db.execute('pragma wal_checkpoint(truncate)')
  const target = file.replace(/(\.fairhearing)?$/, `.before-update-from-${version}${projectExtension}`)
  copyFileSync(file, target)
  return target
}

/**
 * An exclusive transaction on a small file beside the project: the operating system lets go of it when the
 * process ends, however it ends, so there is no stale lock to clear away.
 */
function takeLock(file: string): { close(): void } {
  return explained(file, () => {
    const lock = new DatabaseSync(`${file}-lock`)
    try {
      lock.exec('pragma journal_mode = memory; begin exclusive')
      return lock
    } catch (error) {
      lock.close()
      throw error
    }
  })
}

function closeAll(db: WritableDB, lock: { close(): void }): void {
  try {
    putIntoFile(db)
    db.close()
  } finally {
    lock.close()
  }
}

/**
 * A thread that reads may close after us, and cannot put the log into the file. But the file alone is what somebody
 * copies, or sends back.
 */
function putIntoFile(db: WritableDB): void {
  try {
    db.execute('pragma wal_checkpoint(passive)')
  } catch {
    // Where that cannot be, as on a full disk, the log stays beside the file and is read from there.
  }
}
