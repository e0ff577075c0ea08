/** One label for many comments at once: a batch of decisions, taken back and given again in one step. */
import { type Piecewise, toEnd } from '../../../core/piecewise.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendBatch, type DecisionRow, type Members, type NewRow } from './decision-rows.ts'
import { type NewDecision, rowOf } from './decisions.ts'
import { numbersFrom } from './number-lists.ts'
import { restandBatch } from './standing.ts'

/** What they have in common. A batch is no sample, so that it never measures. */
export type ManyDecisions = Omit<
  NewDecision,
  'commentId' | 'suggestion' | 'shownMs' | 'draw' | 'passage' | 'reason' | 'role' | 'isIndependent'
>

/** @returns when all of them are on the disk, or, with an error, none */
export function appendMany(db: WritableDB, commentIds: readonly number[], common: ManyDecisions): void {
  db.transaction(() => toEnd(recordMany(db, Int32Array.from(commentIds), common)))
}

/** As `appendMany`, for those who have begun a transaction. @yields how many are in */
export function recordMany(db: WritableDB, commentIds: Int32Array, common: ManyDecisions): Piecewise<void> {
  const blank = { commentId: 0, shownMs: 0, suggestion: null, passage: null, reason: null } as const
  const like = rowOf({ ...common, ...blank, draw: 'other' })
  // By comment, as the indexes are: in the order of a queue it takes twice as long.
  return putMany(db, like, { commentIds: commentIds.toSorted(), others: null })
}

/**
 * Rows that decide, or that take back, and what stands on their comments after it. Within a transaction.
 *
 * @yields how many are in
 */
export function* putMany(db: WritableDB, like: NewRow, members: Members): Piecewise<void> {
  let done = 0
  for (const rows of appendBatch(db, like, members)) {
    restandBatch(db, rows)
    done += rows.last - rows.first + 1
    yield done
  }
}

/** The rows of a batch that are not over yet, without what they have in common. */
export function membersOf(db: ReadableDB, { batch }: DecisionRow, isOver: string) {
  const pairs = numbersFrom(
    db,
    `select group_concat(comment_id || ',' || id) from (
       select comment_id, id from decisions d where batch = ? and not ${isOver} order by id)`,
    batch,
  )
  const commentIds = new Int32Array(pairs.length / 2)
  const others = new Int32Array(pairs.length / 2)
  for (let at = 0; at < commentIds.length; at += 1) {
    commentIds[at] = pairs[2 * at] ?? 0
    others[at] = pairs[2 * at + 1] ?? 0
  }
  return { commentIds, others } satisfies Members
}

/** @returns the first of these ids that is of no comment here; null where all are */
export function firstMissing(db: ReadableDB, commentIds: readonly number[]): number | null {
  const row = db.get<{ id: number }>(
    `select j.value as id from json_each(?) j where not exists (select 1 from seen where id = j.value) limit 1`,
    JSON.stringify(commentIds),
  )
  return row?.id ?? null
}
