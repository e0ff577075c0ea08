/** What a model may learn from: the decisions that stand, and which of them may measure it. */
import { createHash } from 'node:crypto'
import { type Taught, teachingLabels } from '../../../core/classifier/classifier.ts'
import type { ReadableDB } from './database.ts'

/** The lesson of one moment. */
export interface Lesson {
  /** Oldest decision first. */
  readonly decisions: readonly Taught[]
  /** By comment: the decision that stands. */
  readonly decisionOf: ReadonlyMap<number, number>
  readonly basis: string
}

/** Decided blind, on a comment drawn at random: see docs/decisions/0013. */
const measures = `d.draw = 'random' and d.suggestion_shown = 0`
const teaching = `s.label in (${teachingLabels.map((label) => `'${label}'`).join(', ')})`

interface TaughtRow {
  readonly decisionId: number
  readonly commentId: number
  readonly label: Taught['label']
  readonly text: string
  readonly measures: 0 | 1
}

export function readLesson(db: ReadableDB): Lesson {
  const rows = db.all<TaughtRow>(
    `select d.id as decisionId, c.id as commentId, s.label, c.text, coalesce(${measures}, 0) as measures
     from standing s join decisions d on d.id = s.decision_id join comments c on c.id = s.comment_id
     where ${teaching} order by d.id`,
  )
  return {
    decisions: rows.map(({ decisionId: _, measures: one, ...row }) => ({ ...row, measures: one === 1 })),
    decisionOf: new Map(rows.map(({ commentId, decisionId }) => [commentId, decisionId])),
    basis: basisOf(rows),
  }
}

/** What the lesson would be, without its texts. */
export interface LessonFacts {
  readonly basis: string
  /** Standing decisions by label; every teaching label is there. */
  readonly byLabel: Readonly<Record<Taught['label'], number>>
  readonly total: number
  /** How many may measure. */
  readonly measuring: number
}

export function lessonFacts(db: ReadableDB): LessonFacts {
  const rows = db.all<Pick<TaughtRow, 'decisionId' | 'label' | 'measures'>>(
    `select d.id as decisionId, s.label, coalesce(${measures}, 0) as measures
     from standing s join decisions d on d.id = s.decision_id where ${teaching} order by d.id`,
  )
  const byLabel = { troll: 0, critic: 0, neither: 0 }
  for (const { label } of rows) byLabel[label] += 1
  return {
    basis: basisOf(rows),
    byLabel,
    total: rows.length,
    measuring: rows.reduce((sum, row) => sum + row.measures, 0),
  }
}

/**
 * Names the decisions that a model was learned from: the same again after a decision and its undo. Decisions never
 * change, so their ids say all.
 */
function basisOf(rows: readonly { readonly decisionId: number }[]): string {
  const ids = rows.map(({ decisionId }) => decisionId).join(',')
  return createHash('sha256').update(ids).digest('hex').slice(0, 16)
}
