/** Is the record as it was written? Recomputes its chain. */
import { digestOf, linkOf, readHead } from './chain.ts'
import type { ReadableDB } from './database.ts'
import { hashOf, type StoredCells, storedCells } from './decision-rows.ts'
import { type EventRow, eventCells } from './events.ts'

/** The first row that does not fit. */
export interface BrokenLink {
  readonly id: number
  readonly kind: 'decision' | 'event' | 'end'
}

interface Link {
  readonly id: number
  readonly hash: string
}

/** Ids go up by one; each hash must follow from the row and the one before; the last is written down apart. */
export function brokenLink(db: ReadableDB): BrokenLink | null {
  let before: Link = { id: 0, hash: '' }
  const events = db.iterate<EventRow>('select * from events order by id')
  let event = events.next()
  /** @returns the first event before this row that does not fit */
  const passEvents = (until: number): BrokenLink | null => {
    for (; !event.done && event.value.id < until; event = events.next()) {
      const { id, hash } = event.value
      if (id !== before.id + 1 || hash !== linkOf(before.hash, digestOf(eventCells(event.value)))) {
        return { id, kind: 'event' }
      }
      before = { id, hash }
    }
    return null
  }
  for (const cells of db.iterateCells<StoredCells>(storedCells('order by id'))) {
    const [hash, id] = cells
    const broken = passEvents(Number(id))
    if (broken !== null) return broken
    if (id !== before.id + 1 || hash !== hashOf(before.hash, cells))
      return { id: Number(id), kind: 'decision' }
    before = { id, hash }
  }
  const broken = passEvents(Number.POSITIVE_INFINITY)
  if (broken !== null) return broken
  const head = readHead(db)
  return head.id === before.id && head.hash === before.hash ? null : { id: before.id + 1, kind: 'end' }
}
