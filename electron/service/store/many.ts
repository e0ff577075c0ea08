/** One label for many comments at once: a batch of decisions, taken back in one step. */
import { appendBatch } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { type NewDecision, rowOf, stands } from './decisions.ts'

/** What they have in common. A batch is no sample, so that it never measures. */
export type ManyDecisions = Omit<
  NewDecision,
  'commentId' | 'suggestion' | 'shownMs' | 'draw' | 'passage' | 'reason'
>

/** @returns when all of them are on the disk, or, with an error, none */
export function appendMany(db: WritableDB, commentIds: readonly number[], common: ManyDecisions): void {
  const row = rowOf({
    ...common,
    commentId: 0,
    shownMs: 0,
    suggestion: null,
    draw: 'other',
    passage: null,
    reason: null,
  })
  db.transaction(() => {
    const rows = commentIds.map((comment_id) => ({ ...row, comment_id }))
    for (const one of appendBatch(db, rows)) stands(db, one)
  })
}

/** @returns the first of these ids that is of no comment here; null where all are */
export function firstMissing(db: ReadableDB, commentIds: readonly number[]): number | null {
  const row = db.get<{ id: number }>(
    `select j.value as id from json_each(?) j where j.value not in (select id from seen) limit 1`,
    JSON.stringify(commentIds),
  )
  return row?.id ?? null
}
