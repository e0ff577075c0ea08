/** Is the record as it was written? Recomputes its chain. */
import { digestOf, linkOf, readHead } from './chain.ts'
import type { ReadableDB } from './database.ts'
import { type DecisionRow, hashOf } from './decision-rows.ts'
import { type EventRow, eventCells } from './events.ts'

/** The first row that does not fit. */
export interface BrokenLink {
  readonly id: number
  readonly kind: 'decision' | 'event' | 'end'
}

interface Link {
  readonly id: number
  readonly hash: string
  readonly kind: 'decision' | 'event'
  readonly expected: (before: string) => string
}

/** Ids go up by one; each hash must follow from the row and the one before; the last is written down apart. */
export function brokenLink(db: ReadableDB): BrokenLink | null {
  let before = { id: 0, hash: '' }
  for (const link of linksOf(db)) {
    if (link.id !== before.id + 1 || link.hash !== link.expected(before.hash)) {
      return { id: link.id, kind: link.kind }
    }
    before = link
  }
  const head = readHead(db)
  return head.id === before.id && head.hash === before.hash ? null : { id: before.id + 1, kind: 'end' }
}

function* linksOf(db: ReadableDB): Generator<Link> {
  const events = db.iterate<EventRow>('select * from events order by id')
  let event = events.next()
  for (const row of db.iterate<DecisionRow>('select * from decisions order by id')) {
    while (!event.done && event.value.id < row.id) {
      yield linkOfEvent(event.value)
      event = events.next()
    }
    yield { id: row.id, hash: row.hash, kind: 'decision', expected: (before) => hashOf(before, row) }
  }
  while (!event.done) {
    yield linkOfEvent(event.value)
    event = events.next()
  }
}

function linkOfEvent(row: EventRow): Link {
  return {
    id: row.id,
    hash: row.hash,
    kind: 'event',
    expected: (before) => linkOf(before, digestOf(eventCells(row))),
  }
}
