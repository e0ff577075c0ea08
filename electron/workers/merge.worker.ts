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
import { follow, keepAll, throwAway } from './writing.ts'

export interface MergeTask extends MergeWish {
  readonly project: string
  readonly file: string
}

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
  const rows = await checked(db, copy, task, port)
  const work = async () => {
    const { value } = await follow(mergeOther(db, task), { before: rows, total: 2 * rows }, port)
    return value
  }
  return task.isLook ? throwAway(db, work) : keepAll(db, port, work)
}

/** @returns how many rows its record has */
async function checked(db: WritableDB, copy: string, { name }: MergeTask, port: TaskPort): Promise<number> {
  requireOurForm(db, name)
  const other = openForeign(copy)
  try {
    requireMergeable(db, other, name)
    const { n: rows = 0 } =
      other.get<{ n: number }>(
        'select (select count(*) from decisions) + (select count(*) from events) as n',
      ) ?? {}
    const { value: edited } = await follow(findEdited(other), { before: 0, total: 2 * rows }, port)
    if (edited !== null) throw new AppError('project-damaged', sentences.mergeEdited(name, edited))
    return rows
  } finally {
    other.close()
  }
}
