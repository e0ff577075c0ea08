/** Copies of one project that go different ways and are merged, as the merge worker does it. */
import { cpSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MergeReport } from '../../core/contract/package-answers.ts'
import { openDatabase, type ReadableDB, type WritableDB } from '../../electron/service/store/database.ts'
import { globalId } from '../../electron/service/store/decision-rows.ts'
import { copyOfForeign, findEdited, openForeign } from '../../electron/service/store/foreign.ts'
import {
  type MergeWish,
  mergeOther,
  requireMergeable,
  requireOurForm,
} from '../../electron/service/store/merge.ts'
import { temporaryFolder } from './temporary.ts'

/** A day after everything else. */
export const mergedAt = '2026-09-13T18:42:00.000Z'

export function copyOf(file: string, name: string): string {
  const copy = path.join(temporaryFolder(), `${name}.fairhearing`)
  cpSync(file, copy)
  return copy
}

export function written<T>(file: string, work: (db: WritableDB) => T): T {
  const db = openDatabase(file)
  try {
    return work(db)
  } finally {
    db.execute('pragma wal_checkpoint(truncate)')
    db.close()
  }
}

/** @throws what the worker would have said */
export function merge(into: string, from: string, wish: Partial<MergeWish> = {}): MergeReport {
  const copy = copyOfForeign(from, temporaryFolder())
  return written(into, (db) => {
    db.run('attach ? as other', `${pathToFileURL(copy)}?mode=ro`)
    requireOurForm(db, path.basename(from))
    const other = openForeign(copy)
    requireMergeable(db, other, path.basename(from))
    const edited = ended(findEdited(other))
    other.close()
    if (edited !== null) throw new Error(edited)
    db.execute('begin immediate')
    try {
      const report = ended(
        mergeOther(db, {
          name: path.basename(from),
          coder: 'Priya',
          at: mergedAt,
          sameCoders: false,
          isLook: false,
          ...wish,
        }),
      )
      db.execute(wish.isLook ? 'rollback' : 'commit')
      return report
    } catch (error) {
      db.execute('rollback')
      throw error
    }
  })
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** What has to be the same in two copies that know the same: rows by their names, and what stands by them. */
export function knownIn(db: ReadableDB): unknown {
  return {
    decisions: db.all(`select ${globalId('d')} as uid from decisions d order by 1`).map(plain),
    events: db.all(`select uid from events where kind <> 'merge' order by 1`).map(plain),
    comments: db.all('select key, text from comments order by key').map(plain),
    standing: db
      .all(
        `select c.key, s.label, s.status, s.in_batch, s.one_sitting, ${globalId('d')} as decision
         from standing s join comments c on c.id = s.comment_id join decisions d on d.id = s.decision_id order by c.key`,
      )
      .map(plain),
  }
}

const plain = (row: unknown) => ({ ...(row as object) })
