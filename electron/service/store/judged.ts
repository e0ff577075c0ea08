/** Every decision that was not taken back, for the page that adds them up. */
import type { Judged } from '../../../core/progress/report.ts'
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
