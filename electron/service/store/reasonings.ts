/** What each coder said last about a comment. */
import type { Decision } from '../../../core/records.ts'
import type { ReadableDB } from './database.ts'
import type { DecisionRow } from './decision-rows.ts'
import { toDecision } from './decisions.ts'

/** In order, without what was taken back. */
export function latestJudgements(db: ReadableDB, commentId: number): readonly Decision[] {
  const rows = db.all<DecisionRow>(
    `select * from decisions d where comment_id = ? and kind = 'label'
       and not exists (select 1 from decisions u where u.undoes = d.id)
     order by coalesce(clock, id), id`,
    commentId,
  )
  const latest = new Map(rows.map((row) => [`${row.coder}\n${row.role}`, row.id]))
  return rows.filter(({ id, coder, role }) => latest.get(`${coder}\n${role}`) === id).map(toDecision)
}
