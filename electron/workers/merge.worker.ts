/**
 * Merges another copy of the project into it, over a connection of its own, in one transaction: the service's own
 * connection writes nothing meanwhile, and reads what was there before. See docs/decisions/0027-merging.md.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MergeReport } from '../../core/contract/package-answers.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { sqliteCode, type WritableDB } from '../service/store/database.ts'
import { copyOfForeign, findEdited, openForeign } from '../service/store/foreign.ts'
import { type MergeWish, mergeOther, requireMergeable, requireOurForm } from '../service/store/merge.ts'
import { explain, writeBesideOwner } from '../service/store/project-file.ts'
import { breathe, runAsTask, type TaskPort } from './task.ts'

export interface MergeTask extends MergeWish {
  readonly project: string
  readonly file: string
}
export type MergeMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** All is in its place. To be answered, unless it is to be thrown away: from the answer on it cannot be. */
  | { readonly type: 'whole' }

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

runAsTask(async (task: MergeTask, port: TaskPort): Promise<MergeReport> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-merge-'))
  try {
    const copy = copyOfForeign(task.file, folder)
    await breathe(port)
    const db = writeBesideOwner(task.project)
    try {
      db.run('attach ? as other', `${pathToFileURL(copy)}?mode=ro`)
      return await withAttached(db, copy, task, port)
    } finally {
      db.close()
    }
  } catch (error) {
    throw explain(isUnreadable(error) ? task.name : task.project, error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Ours was read a moment ago, and is not believed to be damaged for what is in another. */
function isUnreadable(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB
}

async function withAttached(
  db: WritableDB,
  copy: string,
  task: MergeTask,
  port: TaskPort,
): Promise<MergeReport> {
  const total = await checked(db, copy, task, port)
  const { value } = await inTransaction(db, task.isLook, async () => {
    const merged = await follow(mergeOther(db, task), total, total, port)
    if (!task.isLook) await port.ask({ type: 'whole' } satisfies MergeMessage)
    return merged
  })
  return value
}

/** @returns how many rows its record has */
async function checked(db: WritableDB, copy: string, { name }: MergeTask, port: TaskPort): Promise<number> {
  requireOurForm(db, name)
  const other = openForeign(copy)
  try {
    requireMergeable(db, other, name)
    const rows = other.get<{ n: number }>(
      'select (select count(*) from decisions) + (select count(*) from events) as n',
    )
    const { value: edited } = await follow(findEdited(other), 0, rows?.n ?? 0, port)
    if (edited !== null) throw new AppError('project-damaged', sentences.mergeEdited(name, edited))
    return rows?.n ?? 0
  } finally {
    other.close()
  }
}

/** Goes on to the end, with a breath after each step. */
async function follow<T>(
  steps: Generator<number, T>,
  before: number,
  total: number,
  port: TaskPort,
): Promise<{ readonly value: T }> {
  for (;;) {
    const step = steps.next()
    if (step.done) return { value: step.value }
    port.post({ type: 'progress', done: before + step.value, total: 2 * total } satisfies MergeMessage)
    await breathe(port)
  }
}

async function inTransaction<T>(db: WritableDB, isLook: boolean, work: () => Promise<T>): Promise<T> {
  db.execute('begin immediate')
  let isOver = false
  try {
    const value = await work()
    db.execute(isLook ? 'rollback' : 'commit')
    isOver = true
    return value
  } finally {
    if (!isOver) rollBack(db)
  }
}

/** SQLite has already rolled back after some errors (a full disk), and then refuses to do it again. */
function rollBack(db: WritableDB): void {
  try {
    db.execute('rollback')
  } catch {
    // Nothing is open any more, which is what was wanted.
  }
}
