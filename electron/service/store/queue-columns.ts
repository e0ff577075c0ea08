/** Reads what queues are made from: the columns of `core/queue/columns.ts`, and what has changed of them since. */
import { type Columns, otherCode, type ScoreColumns } from '../../../core/queue/columns.ts'
import type { ReadableDB } from './database.ts'
import { billionths, inBillionths, numbersFrom, timesMs, wholeNumbers } from './number-lists.ts'
import { offeredIn } from './queue.ts'

/** Rows a statement: the texts that they come in stay below ten megabytes. */
const chunk = 200_000

/** The project was written to between two columns, so that they do not fit each other: read them all again. */
export class ColumnsMoved extends Error {}

/**
 * All visible comments that can be decided. Each column is read when it is first asked for.
 *
 * @param db gives the connection that is open now
 */
export function readColumns(db: () => ReadableDB): Columns {
  const last = db().get<{ n: number }>('select visible_through as n from project')?.n ?? 0
  const ids = int32(decidableIds(db(), last))
  const whole = (sql: string) =>
    once(() => fitting(ids, int32(columnOf(db(), `group_concat(${sql})`, last, wholeNumbers))))
  return {
    ids,
    timeMs: once(() =>
      fitting(ids, float64(columnOf(db(), `group_concat(coalesce(c.created_at, ''))`, last, timesMs))),
    ),
    thread: whole('c.thread_id'),
    author: whole('coalesce(c.author_id, 0)'),
    importId: whole('c.import_id'),
  }
}

/**
 * Most comments can be decided, so that it is shorter to say which cannot. Where ids are missing, as after an import that
 * was stopped, they are named one by one.
 */
function decidableIds(db: ReadableDB, last: number): readonly Int32Array[] {
  const offered = offeredIn(db)
  return Array.from({ length: Math.ceil(last / chunk) }, (_, at) => {
    const from = at * chunk
    const to = Math.min(last, from + chunk)
    const row = db.get<{ n: number; others: string | null }>(
      `select count(*) as n, group_concat(c.id) filter (where not ${offered}) as others
       from comments c indexed by comments_for_queues where c.id > ? and c.id <= ?`,
      from,
      to,
    )
    if (row?.n === to - from) return rangeWithout(from + 1, to, wholeNumbers(row.others))
    return numbersFrom(
      db,
      `select group_concat(c.id) from comments c indexed by comments_for_queues
       where ${offered} and c.id > ? and c.id <= ?`,
      from,
      to,
    )
  })
}

/** @param others ascending, all of them in the range; both its ends belong to it */
function rangeWithout(first: number, last: number, others: Int32Array): Int32Array {
  const ids = new Int32Array(last - first + 1 - others.length)
  let skipped = 0
  for (let id = first; id <= last; id += 1) {
    if (others[skipped] === id) skipped += 1
    else ids[id - first - skipped] = id
  }
  return ids
}

function columnOf<T>(
  db: ReadableDB,
  sql: string,
  last: number,
  read: (list: string | null) => T,
): readonly T[] {
  const offered = offeredIn(db)
  return Array.from({ length: Math.ceil(last / chunk) }, (_, at) => {
    const row = db.get<{ list: string | null }>(
      `select ${sql} as list from comments c indexed by comments_for_queues
       where ${offered} and c.id > ? and c.id <= ?`,
      at * chunk,
      Math.min(last, (at + 1) * chunk),
    )
    return read(row?.list ?? null)
  })
}

function fitting<T extends Int32Array | Float64Array>(ids: Int32Array, column: T): T {
  if (column.length !== ids.length) throw new ColumnsMoved('The comments have changed.')
  return column
}

/** From the id of a comment to its place in the columns; -1 for what is not in them. */
export function placesById({ ids }: Columns): Int32Array {
  const places = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1)
  for (let place = 0; place < ids.length; place += 1) places[ids[place] ?? 0] = place
  return places
}

/** What stands on each comment, by place, and the last decision that is in it. */
export interface StandingColumn {
  /** 0 where nobody has decided; else 1 for the first label of the codebook. */
  readonly labels: Uint8Array
  readonly through: number
}

interface Sized {
  readonly size: number
  /** Of the codebook, in its order. */
  readonly labelIds: readonly string[]
}

/**
 * Brings the labels up with the decisions that came since: only ever added, they name every comment that has changed.
 *
 * @param known null to read all of them; its labels are changed
 */
export function readStanding(
  db: ReadableDB,
  places: Int32Array,
  { known, size, labelIds }: Sized & { readonly known: StandingColumn | null },
): StandingColumn {
  const through = db.get<{ n: number | null }>('select max(id) as n from decisions')?.n ?? 0
  if (known?.through === through) return known
  const labels = known?.labels ?? new Uint8Array(size)
  const put = (list: Int32Array, code: number) => {
    for (const id of list) {
      const place = places[id] ?? -1
      if (place >= 0) labels[place] = code
    }
  }
  if (known)
    put(numbersFrom(db, 'select group_concat(comment_id) from decisions where id > ?', known.through), 0)
  const rows = db.all<{ label: string; ids: string }>(
    `select label, group_concat(comment_id) as ids from standing
     ${known ? 'where comment_id in (select comment_id from decisions where id > ?)' : ''} group by label`,
    ...(known ? [known.through] : []),
  )
  for (const { label, ids } of rows) put(wholeNumbers(ids), codeOf(label, labelIds))
  return { labels, through }
}

/** 1 for the first label; `otherCode` for one that the codebook does not have. */
export function codeOf(label: string, labelIds: readonly string[]): number {
  const at = labelIds.indexOf(label)
  return at < 0 ? otherCode : at + 1
}

/** Each is read when it is first asked for. @param db gives the connection that is open now */
export function readScores(
  db: () => ReadableDB,
  places: Int32Array,
  { size, labelIds }: Sized,
): ScoreColumns {
  const codes = `case band ${labelIds.map((_, at) => `when ? then ${at + 1}`).join(' ')} else ${otherCode} end`
  const share = (sql: string) => () => {
    const column = new Float64Array(size).fill(-1)
    readPredictions(db(), places, { sql: inBillionths(sql), values: [] }, (list, put) => {
      const values = billionths(list)
      put((place, at) => {
        column[place] = values[at] ?? -1
      })
    })
    return column
  }
  return {
    harm: once(share('harm')),
    doubt: once(share('doubt')),
    band: once(() => {
      const column = new Uint8Array(size)
      readPredictions(db(), places, { sql: `group_concat(${codes})`, values: labelIds }, (list, put) => {
        const values = wholeNumbers(list)
        put((place, at) => {
          column[place] = values[at] ?? otherCode
        })
      })
      return column
    }),
  }
}

/** The share of one label, by place; -1 where it is not known. */
export function readShares(db: ReadableDB, places: Int32Array, size: number, label: string): Float64Array {
  const column = new Float64Array(size).fill(-1)
  readPredictions(db, places, { sql: inBillionths('(shares ->> ?)'), values: [label] }, (list, put) => {
    const values = billionths(list)
    put((place, at) => {
      column[place] = values[at] ?? -1
    })
  })
  return column
}

/** Calls `take` with each list that `sql` gives, and with a way to go through the places that it is about. */
function readPredictions(
  db: ReadableDB,
  places: Int32Array,
  { sql, values }: { readonly sql: string; readonly values: readonly string[] },
  take: (list: string | null, put: (write: (place: number, at: number) => void) => void) => void,
): void {
  for (let after = 0; after < places.length; after += chunk) {
    const { ids, list } = predictionsAfter(db, after, { sql, values, isFull: isFull(places, after) })
    take(list, (write) => {
      for (let at = 0; at < ids.length; at += 1) {
        const place = places[ids[at] ?? 0] ?? -1
        if (place >= 0) write(place, at)
      }
    })
  }
}

interface Asked {
  readonly sql: string
  readonly values: readonly string[]
  /** Every comment of the chunk can be decided: then their ids mostly need not be written down to be known. */
  readonly isFull: boolean
}

function predictionsAfter(
  db: ReadableDB,
  after: number,
  { sql, values, isFull }: Asked,
): { readonly ids: Int32Array; readonly list: string | null } {
  const to = after + chunk
  const row = db.get<{ n: number; ids: string | null; list: string | null }>(
    `select count(*) as n, ${sql} as list, ${isFull ? 'null' : 'group_concat(comment_id)'} as ids
     from predictions where comment_id > ? and comment_id <= ?`,
    ...values,
    after,
    to,
  )
  if (!row || row.n === 0) return { ids: new Int32Array(), list: null }
  const { n, list } = row
  if (!isFull) return { ids: wholeNumbers(row.ids), list }
  const { first, last } = endsBetween(db, after, to)
  if (n === last - first + 1) return { ids: rangeWithout(first, last, new Int32Array()), list }
  // Some are not scored yet.
  return predictionsAfter(db, after, { sql, values, isFull: false })
}

/** On their own they are looked up; beside a sum over all rows they would be compared with each of them. */
function endsBetween(
  db: ReadableDB,
  after: number,
  to: number,
): { readonly first: number; readonly last: number } {
  const ends = db.get<{ first: number; last: number }>(
    `select (select min(comment_id) from predictions where comment_id > ?) as first,
       (select max(comment_id) from predictions where comment_id <= ?) as last`,
    after,
    to,
  )
  return ends ?? { first: 0, last: 0 }
}

function isFull(places: Int32Array, after: number): boolean {
  const end = Math.min(places.length, after + chunk + 1)
  for (let id = after + 1; id < end; id += 1) if (places[id] === -1) return false
  return true
}

function once<T>(read: () => T): () => T {
  let known: T | null = null
  return () => {
    known ??= read()
    return known
  }
}

function int32(parts: readonly Int32Array[]): Int32Array {
  return joined(new Int32Array(lengthOf(parts)), parts)
}

function float64(parts: readonly Float64Array[]): Float64Array {
  return joined(new Float64Array(lengthOf(parts)), parts)
}

const lengthOf = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)

/** @param whole as long as the parts together; filled with them */
function joined<T extends Int32Array | Float64Array>(whole: T, parts: readonly T[]): T {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
