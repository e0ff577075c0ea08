/** Decisions that say how far coders agree, streamed. */
import type { CodedRow } from '../../../core/agreement/report.ts'
import type { ReadableDB } from './database.ts'

/**
 * Each coder's own judgements that are not taken back and were made blind: neither a suggestion nor what others had
 * decided was shown. Oldest first, so that the latest of a coder on a comment comes last. None given to many at once.
 */
export function codedRows(db: ReadableDB): IterableIterator<CodedRow> {
  return db.iterate<CodedRow>(
    `select d.comment_id as unit, c.thread_id as thread, d.coder, d.label
     from decisions d join seen c on c.id = d.comment_id
     where d.kind = 'label' and d.role is null and d.batch is null and d.suggestion_shown = 0 and d.independent = 1
       and not exists (select 1 from decisions u where u.undoes = d.id)
     order by coalesce(d.clock, d.id), d.id`,
  )
}
