/** All of the record that is not a decision: settings, coders, refits, imports, exports, merges, letters, appeals. */
import { randomBytes } from 'node:crypto'
import type { ActKind } from '../../../core/record/entry.ts'
import { type Cell, digestOf, linkOf, readHead, uidOf, writeHead } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'

/** A row as it is stored. */
export interface EventRow {
  readonly id: number
  readonly uid: string
  readonly clock: number
  readonly kind: ActKind
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** Null: of the project. */
  readonly comment_id: number | null
  /** JSON, by kind. */
  readonly body: string
  /** The event that brought it from another copy; null for what was done here. */
  readonly merge: number | null
  readonly hash: string
}

/** Who does something, and when. */
export interface Doer {
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
}

export interface NewEvent extends Doer {
  readonly kind: ActKind
  readonly commentId?: number
  /** Plain data, safe as JSON. */
  readonly body: object
}

/** What the app does by itself is done by it. */
export const theApp = 'Fair Hearing'

/** Within a transaction. */
export function appendEvent(db: WritableDB, { commentId, body, ...event }: NewEvent): EventRow {
  const head = readHead(db)
  const placed = {
    ...event,
    id: head.id + 1,
    clock: head.clock + 1,
    comment_id: commentId ?? null,
    // A digest of a few words could be guessed, and with it what a disclosed record leaves out.
    body: JSON.stringify({ ...body, salt: randomBytes(8).toString('hex') }),
    merge: null,
  }
  const key =
    commentId === undefined
      ? null
      : (db.get<{ key: string }>('select key from comments where id = ?', commentId)?.key ?? null)
  const whole = { ...placed, uid: uidOf(eventContent(placed, key)) }
  const hash = insertEvent(db, head.hash, whole)
  writeHead(db, { id: whole.id, hash, clock: whole.clock })
  return { ...whole, hash }
}

/** With an id, a clock and a uid of its own already. The head is left to the caller. @returns its hash */
export function insertEvent(db: WritableDB, before: string, row: Omit<EventRow, 'hash'>): string {
  const hash = linkOf(before, digestOf(eventCells(row)))
  db.run(
    `insert into events (id, uid, clock, kind, coder, at, comment_id, body, merge, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...eventCells(row),
    hash,
  )
  return hash
}

export function eventCells(row: Omit<EventRow, 'hash'>): readonly Cell[] {
  return [row.id, row.uid, row.clock, row.kind, row.coder, row.at, row.comment_id, row.body, row.merge]
}

/** What its uid is made of. @param comment the key of the comment, in every copy the same */
export function eventContent(
  { clock, kind, coder, at, body }: Pick<EventRow, 'clock' | 'kind' | 'coder' | 'at' | 'body'>,
  comment: string | null,
): readonly Cell[] {
  return ['event', comment, clock, kind, coder, at, body]
}

/** In the order of the record. */
export function eventsOf(db: ReadableDB, kind: ActKind): readonly EventRow[] {
  return db.all<EventRow>('select * from events where kind = ? order by id', kind)
}
