/** One label for many comments at once: a batch of decisions, taken back and given again in one step. */
import type { ReadableDB, WritableDB } from './database.ts'
import { appendBatch, type DecisionRow, type Member, type NewRow } from './decision-rows.ts'
import { type NewDecision, rowOf } from './decisions.ts'
import { restandBatch } from './standing.ts'

/** What they have in common. A batch is no sample, so that it never measures. */
export type ManyDecisions = Omit<
  NewDecision,
  'commentId' | 'suggestion' | 'shownMs' | 'draw' | 'passage' | 'reason' | 'role' | 'isIndependent'
>

/** @returns when all of them are on the disk, or, with an error, none */
export function appendMany(db: WritableDB, commentIds: readonly number[], common: ManyDecisions): void {
  const blank = { commentId: 0, shownMs: 0, suggestion: null, passage: null, reason: null } as const
  const like = rowOf({ ...common, ...blank, draw: 'other' })
  // By comment, as the indexes are: in the order of a queue it takes twice as long.
  const members = commentIds.toSorted((one, other) => one - other)
  db.transaction(() => {
    decideMany(
      db,
      like,
      members.map((comment_id) => ({ comment_id, other: null })),
    )
  })
}

/** Rows that decide, put down as standing. Within a transaction. */
export function decideMany(db: WritableDB, like: NewRow, members: readonly Member[]): void {
  restandBatch(db, appendBatch(db, like, members))
}

/** Rows that take back; what was decided before stands again. Within a transaction. */
export function undoMany(db: WritableDB, like: NewRow, members: readonly Member[]): void {
  restandBatch(db, appendBatch(db, like, members))
}

/** The rows of a batch that are not over yet, without what they have in common. */
export function membersOf(db: ReadableDB, { batch }: DecisionRow, isOver: string): readonly Member[] {
  return db.all<Member>(
    `select comment_id, id as other from decisions d where batch = ? and not ${isOver} order by id`,
    batch,
  )
}

/** @returns the first of these ids that is of no comment here; null where all are */
export function firstMissing(db: ReadableDB, commentIds: readonly number[]): number | null {
  const row = db.get<{ id: number }>(
    `select j.value as id from json_each(?) j where not exists (select 1 from seen where id = j.value) limit 1`,
    JSON.stringify(commentIds),
  )
  return row?.id ?? null
}
