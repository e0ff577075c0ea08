/** Reads what queues are made from: the columns of `core/queue/columns.ts`, and what has changed of them since. */
import { type Columns, otherCode, type ScoreColumns } from '../../../core/queue/columns.ts'
import type { ReadableDB } from './database.ts'
import { billionths, inBillionths, numbersFrom, timesMs, wholeNumbers } from './number-lists.ts'
import { decidable } from './queue.ts'

/** Rows a statement: the texts that they come in stay below twenty megabytes. */
const chunk = 200_000

/** All visible comments that can be decided. */
export function readColumns(db: ReadableDB): Columns {
  const last = db.get<{ n: number }>('select visible_through as n from project')?.n ?? 0
  const chunks = Array.from({ length: Math.ceil(last / chunk) }, (_, at) =>
    readChunk(db, at * chunk, Math.min(last, (at + 1) * chunk)),
  )
  const joined = <K extends keyof Columns>(name: K) => chunks.map((one) => one[name])
  return {
    ids: int32(joined('ids')),
    timeMs: float64(joined('timeMs')),
    thread: int32(joined('thread')),
    author: int32(joined('author')),
    importId: int32(joined('importId')),
  }
}

function readChunk(db: ReadableDB, after: number, through: number): Columns {
  const row = db.get<Readonly<Record<'ids' | 'times' | 'threads' | 'authors' | 'imports', string | null>>>(
    `select group_concat(c.id) as ids, group_concat(coalesce(c.created_at, '')) as times,
       group_concat(c.thread_id) as threads, group_concat(coalesce(c.author_id, 0)) as authors,
       group_concat(c.import_id) as imports
     from comments c indexed by comments_for_queues where ${decidable} and c.id > ? and c.id <= ?`,
    after,
    through,
  )
  return {
    ids: wholeNumbers(row?.ids ?? null),
    timeMs: timesMs(row?.times ?? null),
    thread: wholeNumbers(row?.threads ?? null),
    author: wholeNumbers(row?.authors ?? null),
    importId: wholeNumbers(row?.imports ?? null),
  }
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

/**
 * Brings `labels` up with the decisions after `through`: only ever added, they name every comment that has changed.
 *
 * @param known null to read all of them
 * @returns the same array, changed
 */
export function readStanding(
  db: ReadableDB,
  places: Int32Array,
  {
    known,
    size,
    labelIds,
  }: {
    readonly known: StandingColumn | null
    readonly size: number
    readonly labelIds: readonly string[]
  },
): StandingColumn {
  const through = db.get<{ n: number | null }>('select max(id) as n from decisions')?.n ?? 0
  if (known !== null && known.through === through) return known
  const labels = known?.labels ?? new Uint8Array(size)
  const put = (list: Int32Array, code: number) => {
    for (const id of list) {
      const place = places[id] ?? -1
      if (place >= 0) labels[place] = code
    }
  }
  const since = known?.through ?? null
  const among = since === null ? '' : 'where comment_id in (select comment_id from decisions where id > ?)'
  const values = since === null ? [] : [since]
  if (since !== null) {
    put(numbersFrom(db, 'select group_concat(comment_id) from decisions where id > ?', since), 0)
  }
  const rows = db.all<{ label: string; ids: string }>(
    `select label, group_concat(comment_id) as ids from standing ${among} group by label`,
    ...values,
  )
  for (const { label, ids } of rows) put(wholeNumbers(ids), codeOf(label, labelIds))
  return { labels, through }
}

/** 1 for the first label; `otherCode` for one that the codebook does not have. */
export function codeOf(label: string, labelIds: readonly string[]): number {
  const at = labelIds.indexOf(label)
  return at < 0 ? otherCode : at + 1
}

/** @returns null where the model has looked at nothing */
export function readScores(
  db: ReadableDB,
  places: Int32Array,
  { size, labelIds }: { readonly size: number; readonly labelIds: readonly string[] },
): ScoreColumns | null {
  const harm = new Float64Array(size).fill(-1)
  const doubt = new Float64Array(size).fill(-1)
  const band = new Uint8Array(size)
  const codes = `case band ${labelIds.map((_, at) => `when ? then ${at + 1}`).join(' ')} else ${otherCode} end`
  let isEmpty = true
  for (let after = 0; after < places.length; after += chunk) {
    const row = db.get<Readonly<Record<'ids' | 'harms' | 'doubts' | 'bands', string | null>>>(
      `select group_concat(comment_id) as ids, ${inBillionths('harm')} as harms,
         ${inBillionths('doubt')} as doubts, group_concat(${codes}) as bands
       from predictions where comment_id > ? and comment_id <= ?`,
      ...labelIds,
      after,
      after + chunk,
    )
    const [ids, bands] = [wholeNumbers(row?.ids ?? null), wholeNumbers(row?.bands ?? null)]
    const [harms, doubts] = [billionths(row?.harms ?? null), billionths(row?.doubts ?? null)]
    for (let at = 0; at < ids.length; at += 1) {
      const place = places[ids[at] ?? 0] ?? -1
      if (place < 0) continue
      harm[place] = harms[at] ?? -1
      doubt[place] = doubts[at] ?? -1
      band[place] = bands[at] ?? otherCode
      isEmpty = false
    }
  }
  return isEmpty ? null : { harm, doubt, band }
}

/** The share of one label, by place; -1 where it is not known. */
export function readShares(db: ReadableDB, places: Int32Array, size: number, label: string): Float64Array {
  const shares = new Float64Array(size).fill(-1)
  for (let after = 0; after < places.length; after += chunk) {
    const row = db.get<{ ids: string | null; shares: string | null }>(
      `select group_concat(comment_id) as ids, ${inBillionths('(shares ->> ?)')} as shares
       from predictions where comment_id > ? and comment_id <= ?`,
      label,
      after,
      after + chunk,
    )
    const [ids, values] = [wholeNumbers(row?.ids ?? null), billionths(row?.shares ?? null)]
    for (let at = 0; at < ids.length; at += 1) {
      const place = places[ids[at] ?? 0] ?? -1
      if (place >= 0) shares[place] = values[at] ?? -1
    }
  }
  return shares
}

function int32(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function float64(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
