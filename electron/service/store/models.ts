/** The project's own models and what the latest of them thinks of each comment. */
import { type Prediction, type Shares, unsureBand } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent, theApp } from './events.ts'

export interface StoredModel {
  readonly version: string
  readonly decisions: number
  readonly weights: Uint8Array
  /** Names the decisions that it was learned from, see `TaughtFacts`; null where that was not written down. */
  readonly basis: string | null
  /** Those decisions by label; null where that was not written down. */
  readonly learned: Readonly<Record<string, number>> | null
}

/** What a prediction was made with. Bands depend on the limit, which is no part of a model. */
export interface ScoredWith {
  readonly modelVersion: string
  readonly accusationLimit: number
}

/** Of one chunk of comments; the arrays have the same length. */
export interface Scores extends ScoredWith {
  readonly ids: readonly number[]
  readonly predictions: readonly Omit<Prediction, 'modelVersion'>[]
  /** The label whose share says how harmful a comment is; null where the labels are not ours. */
  readonly harmful: string | null
}

/** A model can be learned again: what a power failure loses is noticed by its basis. So it does not wait for the disk. */
export function saveModel(db: WritableDB, model: StoredModel, at: string): void {
  const save = () => {
    // The model before can be made again from the decisions; only the one in use is kept.
    db.run('delete from models')
    db.run(
      'insert into models (version, created_at, decisions, weights, basis, learned) values (?, ?, ?, ?, ?, ?)',
      model.version,
      at,
      model.decisions,
      model.weights,
      model.basis,
      model.learned && JSON.stringify(model.learned),
    )
    db.run('update project set model_version = ?', model.version)
    const { version, decisions } = model
    appendEvent(db, { kind: 'refit', coder: theApp, at, body: { version, decisions } })
  }
  db.transaction(save, { durable: false })
}

export function forgetModel(db: WritableDB): void {
  const forget = () => {
    db.run('delete from models')
    db.run('update project set model_version = null')
  }
  db.transaction(forget, { durable: false })
}

export function currentModel(db: ReadableDB): StoredModel | null {
  const row = db.get<Omit<StoredModel, 'learned'> & { readonly learned: string | null }>(
    `select version, decisions, weights, basis, learned from models join project on model_version = version`,
  )
  if (!row) return null
  // Safe: written by saveModel.
  return {
    ...row,
    learned: row.learned === null ? null : (JSON.parse(row.learned) as StoredModel['learned']),
  }
}

/** Predictions can be made again, so they need not wait for the disk. */
export function savePredictions(db: WritableDB, scores: Scores): void {
  db.transaction(
    () => {
      scores.predictions.forEach((prediction, i) => {
        db.run(
          `insert into predictions (comment_id, harm, doubt, shares, band, model_version, accusation_limit)
           values (?, ?, ?, ?, ?, ?, ?)
           on conflict (comment_id) do update set harm = excluded.harm, doubt = excluded.doubt,
             shares = excluded.shares, band = excluded.band, model_version = excluded.model_version,
             accusation_limit = excluded.accusation_limit`,
          scores.ids[i] ?? null,
          scores.harmful === null ? null : (prediction.shares[scores.harmful] ?? null),
          doubtOf(prediction),
          JSON.stringify(prediction.shares, sixDecimals),
          prediction.band,
          scores.modelVersion,
          scores.accusationLimit,
        )
      })
    },
    { durable: false },
  )
}

/** What a model last said of a comment, which may be an earlier one; null where none has read it. */
export function lastPrediction(db: ReadableDB, commentId: number): Prediction | null {
  const row = db.get<{ shares: string; band: string; modelVersion: string }>(
    'select shares, band, model_version as modelVersion from predictions where comment_id = ?',
    commentId,
  )
  // Safe: written by savePredictions.
  return row ? { ...row, shares: JSON.parse(row.shares) as Shares } : null
}

/** Above 1 for what is left open, so that it comes before all else; within each, the less sure the higher. */
function doubtOf({ shares, band }: Pick<Prediction, 'shares' | 'band'>): number {
  return (band === unsureBand ? 1 : 0) + 1 - Math.max(...Object.values(shares))
}

/** As they leave in an export: a million rows are half as large. */
const sixDecimals = (_: string, value: number | Shares) =>
  typeof value === 'number' ? Number(value.toFixed(6)) : value

/** What a model said that is forgotten, where nothing else has anything to say. */
export function forgetPredictions(db: WritableDB): void {
  db.transaction(() => db.run('delete from predictions'), { durable: false })
}

/**
 * Visible comments that this model, under this limit, has not looked at.
 *
 * @param comments how many are visible
 */
export function countUnscored(
  db: ReadableDB,
  { modelVersion, accusationLimit }: ScoredWith,
  comments: number,
): number {
  const scored = db.get<{ n: number }>(
    'select count(*) as n from predictions where model_version = ? and accusation_limit = ?',
    modelVersion,
    accusationLimit,
  )
  return comments - (scored?.n ?? 0)
}

export function nextUnscored(
  db: ReadableDB,
  { modelVersion, accusationLimit }: ScoredWith,
  page: { readonly after: number; readonly limit: number },
): readonly { readonly id: number; readonly text: string }[] {
  return db.all(
    `select c.id, c.text from seen c left join predictions p
       on p.comment_id = c.id and p.model_version = ? and p.accusation_limit = ?
     where c.id > ? and p.comment_id is null order by c.id limit ?`,
    modelVersion,
    accusationLimit,
    page.after,
    page.limit,
  )
}
