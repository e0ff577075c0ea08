/** Every decision that was not taken back, for the page that adds them up. */
import type { Judged, OpenStatus } from '../../../core/progress/report.ts'
import type { ReadableDB } from './database.ts'

interface JudgedRow extends Omit<Judged, 'suggestionShown'> {
  readonly suggestionShown: 0 | 1
}

/** In the order they were made. */
export function* judgedDecisions(db: ReadableDB): Generator<Judged> {
  const rows = db.iterate<JudgedRow>(
    `select d.comment_id as commentId, d.coder, d.label, d.decided_at as decidedAt, d.shown_ms as shownMs,
       d.suggestion_shown as suggestionShown, json_extract(d.suggestion, '$.band') as suggested
     from decisions d
     where d.kind = 'label' and not exists (select 1 from decisions u where u.undoes = d.id)
     order by d.id`,
  )
  for (const row of rows) yield { ...row, suggestionShown: row.suggestionShown === 1 }
}

/** How far it stands on each comment where it is not final. */
export function openStanding(db: ReadableDB): ReadonlyMap<number, OpenStatus> {
  const rows = db.all<{ commentId: number; status: OpenStatus }>(
    `select comment_id as commentId, status from standing where status <> 'final'`,
  )
  return new Map(rows.map(({ commentId, status }) => [commentId, status] as const))
}
