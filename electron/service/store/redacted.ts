/** The record without what it says: enough to check its chain, and no more. */
import type { RecordRow } from '../../../core/disclosure/facts.ts'
import { digestOf } from './chain.ts'
import type { ReadableDB } from './database.ts'
import { cellsOf, type DecisionRow } from './decision-rows.ts'
import { type EventRow, eventCells } from './events.ts'

/** Decisions and events in the order of their ids. */
export function* redactedRecord(db: ReadableDB): Generator<RecordRow> {
  const events = db.iterate<EventRow>('select * from events order by id')
  let event = events.next()
  for (const row of db.iterate<DecisionRow>('select * from decisions order by id')) {
    for (; !event.done && event.value.id < row.id; event = events.next()) yield ofEvent(event.value)
    const { id, uid, kind, coder, hash, decided_at: at } = row
    // One without a uid is from before the record held anything but decisions, and was hashed otherwise.
    yield { id, kind, at, coder, digest: uid === null ? null : digestOf(cellsOf(row)), hash }
  }
  for (; !event.done; event = events.next()) yield ofEvent(event.value)
}

function ofEvent(row: EventRow): RecordRow {
  const { id, kind, at, coder, hash } = row
  return { id, kind, at, coder, digest: digestOf(eventCells(row)), hash }
}
