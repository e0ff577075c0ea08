/** The project's own models and what the latest of them thinks of each comment. */
import type { Band, Prediction } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'

export interface StoredModel {
  readonly version: string
  readonly decisions: number
  readonly weights: Uint8Array
}

/** Of one chunk of comments; the arrays have the same length. */
export interface Scores {
  readonly ids: readonly number[]
  readonly predictions: readonly Omit<Prediction, 'modelVersion'>[]
}

export function saveModel(db: WritableDB, model: StoredModel, at: string): void {
  db.transaction(() => {
    // The model before can be made again from the decisions; only the one in use is kept.
    db.run('delete from models')
    db.run(
      'insert into models (version, created_at, decisions, weights) values (?, ?, ?, ?)',
      model.version,
      at,
      model.decisions,
      model.weights,
    )
    db.run('update project set model_version = ?', model.version)
  })
}

export function forgetModel(db: WritableDB): void {
  db.transaction(() => {
    db.run('delete from models')
    db.run('update project set model_version = null')
  })
}

export function currentModel(db: ReadableDB): StoredModel | null {
  const model = db.get<StoredModel>(
    'select version, decisions, weights from models join project on model_version = version',
  )
  return model ?? null
}

/** Predictions can be made again, so they need not wait for the disk. */
export function savePredictions(db: WritableDB, modelVersion: string, scores: Scores): void {
  db.transaction(
    () => {
      scores.predictions.forEach((prediction, i) => {
        db.run(
          `insert into predictions (comment_id, troll, critic, neither, band, model_version)
           values (?, ?, ?, ?, ?, ?)
           on conflict (comment_id) do update set troll = excluded.troll, critic = excluded.critic,
             neither = excluded.neither, band = excluded.band, model_version = excluded.model_version`,
          scores.ids[i] ?? null,
          prediction.troll,
          prediction.critic,
          prediction.neither,
          prediction.band,
          modelVersion,
        )
      })
    },
    { durable: false },
  )
}

/** Visible comments that this model has not looked at. */
export function countUnscored(db: ReadableDB, modelVersion: string): number {
  const scored = db.get<{ n: number }>(
    'select count(*) as n from predictions where model_version = ?',
    modelVersion,
  )
  return (db.get<{ n: number }>('select count(*) as n from seen')?.n ?? 0) - (scored?.n ?? 0)
}

export function nextUnscored(
  db: ReadableDB,
  modelVersion: string,
  page: { readonly after: number; readonly limit: number },
): readonly { readonly id: number; readonly text: string }[] {
  return db.all(
    `select c.id, c.text from seen c left join predictions p on p.comment_id = c.id and p.model_version = ?
     where c.id > ? and p.comment_id is null order by c.id limit ?`,
    modelVersion,
    page.after,
    page.limit,
  )
}

export function predictionOf(db: ReadableDB, commentId: number): Prediction | null {
  const row = db.get<{ troll: number; critic: number; neither: number; band: Band; model_version: string }>(
    'select troll, critic, neither, band, model_version from predictions where comment_id = ?',
    commentId,
  )
  if (!row) return null
  const { model_version: modelVersion, ...rest } = row
  return { ...rest, modelVersion }
}
