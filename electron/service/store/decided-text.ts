/** What a comment said when it was decided, where a later export has it otherwise by now. */
import type { ReadableDB } from './database.ts'

/** The decision that a row gives again; itself where it was given for the first time. */
const firstGiven = `with recursive given (id, redoes) as (
  select id, redoes from decisions where id = ?
  union all
  select o.id, o.redoes from given g join decisions u on u.id = g.redoes join decisions o on o.id = u.undoes)
select d.* from given g join decisions d on d.id = g.id where g.redoes is null`

/**
 * Whether the decision came before the export that brought the newer text. Here the record knows, which no clock on a
 * wall can set back; from another copy it is as old as its package, or as it says.
 */
const cameBefore = `case when d.merge is null
  then coalesce((select i.id > d.id from events i
    where i.kind = 'import' and i.merge is null and i.body ->> 'importId' = e.import_id), e.replaced_at > d.decided_at)
  else e.replaced_at > coalesce((select m.body ->> '$.package.madeAt' from events m where m.id = d.merge), d.decided_at)
  end`

/** Whether the comment has ever said anything else. @param of the table with its id, `comment_id`, in the query */
export const isEdited = (of: string): string =>
  `exists (select 1 from earlier_texts e where e.comment_id = ${of}.comment_id)`

/** @returns null where the comment says the same now */
export function earlierTextOf(db: ReadableDB, decisionId: number): string | null {
  const earlier = db.get<{ text: string }>(
    `select e.text from (${firstGiven}) d join earlier_texts e on e.comment_id = d.comment_id
     where ${cameBefore} order by e.id limit 1`,
    decisionId,
  )
  return earlier?.text ?? null
}
