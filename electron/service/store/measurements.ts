/** What `model.measure` found, kept so that it is there after a restart. One row; it can be measured again. */
import { createHash } from 'node:crypto'
import type { Measurement, Suspect } from '../../../core/contract/model-report.ts'
import type { Counted } from '../../../core/evaluation/measure-model.ts'
import type { Band } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { numbersFrom } from './number-lists.ts'
import { excerptOf } from './queue.ts'

/** With the decision that is in doubt: once there is another in its place, somebody has looked again. */
export type StoredSuspect = Omit<Suspect, 'excerpt'> & { readonly decisionId: number }

/** With the decision that was measured: once there is another in its place, it says nothing of that. */
export type StoredCounted = Counted & { readonly decisionId: number }

export interface Measured {
  /** Null when no decision may be used for measuring. */
  readonly measurement: Measurement | null
  /** The likeliest mistakes first. */
  readonly suspects: readonly StoredSuspect[]
  /** What the measurement counts, one by one: see `measuredAs`. */
  readonly counted: readonly StoredCounted[]
}

/** Names what was measured: the decisions (see `TaughtFacts`), the starter and the limit. */
export function measuredOn(facts: {
  readonly taught: string
  readonly starter: string
  readonly accusationLimit: number
}): string {
  const { taught, starter, accusationLimit } = facts
  return createHash('sha256').update(`${taught} ${starter} ${accusationLimit}`).digest('hex').slice(0, 16)
}

export function saveMeasured(
  db: WritableDB,
  measured: Measured,
  facts: { readonly basis: string; readonly at: string },
): void {
  db.transaction(
    () => {
      db.run(
        'insert or replace into measurements (one, basis, measured_at, body) values (1, ?, ?, ?)',
        facts.basis,
        facts.at,
        JSON.stringify(measured),
      )
    },
    { durable: false },
  )
}

/** Null also for one from before its comments were written down: it can be measured again. */
export function readMeasured(db: ReadableDB): (Measured & { readonly basis: string }) | null {
  const row = db.get<{ basis: string; body: string }>(
    `select basis, body from measurements where body ->> '$.counted' is not null`,
  )
  // Safe: written by saveMeasured.
  return row ? { ...(JSON.parse(row.body) as Measured), basis: row.basis } : null
}

/**
 * The suspects whose decision still stands, with what they are about. A decision that says again what one before it
 * said has been looked at twice, and is no suspect any more.
 */
export function openSuspects(db: ReadableDB, suspects: readonly StoredSuspect[]): readonly Suspect[] {
  return suspects.flatMap(({ decisionId, ...suspect }) => {
    const row = db.get<{ text: string }>(
      `select c.text from standing s join seen c on c.id = s.comment_id
       where s.comment_id = ? and s.decision_id = ? and not exists (
         select 1 from decisions d where d.comment_id = s.comment_id and d.id < s.decision_id
           and d.label = s.label and not exists (select 1 from decisions u where u.undoes = d.id))`,
      suspect.commentId,
      decisionId,
    )
    return row ? [{ ...suspect, excerpt: excerptOf(row.text) }] : []
  })
}

/**
 * Ids of the comments that the latest measuring took for one of these, by a model without their decision, where that
 * decision still stands.
 *
 * @param bands null among them: whatever they were taken for
 */
export function measuredAs(db: ReadableDB, bands: readonly (Band | null)[]): Int32Array {
  return numbersFrom(
    db,
    `select group_concat(s.comment_id) from measurements m, json_each(m.body, '$.counted') one
     join standing s on s.comment_id = one.value ->> 'commentId' and s.decision_id = one.value ->> 'decisionId'
     where ?1 or one.value ->> 'band' in (select value from json_each(?2))`,
    bands.includes(null) ? 1 : 0,
    JSON.stringify(bands),
  )
}
