/** Scores decisions by models that have not learned from them. */
import { hash53 } from '../text/hash.ts'
import type { Lesson } from './lesson.ts'
import { fitLesson, type LessonFit, logitsOfRow } from './residual.ts'
import type { Logits } from './weights.ts'

export const foldCount = 5
const foldSeed = 5

/**
 * Which part a text belongs to. By the text alone, so that it does not depend on what else was decided, and copies of
 * a comment, also with other spaces or capitals, are never learned from where one of them is scored.
 *
 * @returns a whole number from 0 to `foldCount` - 1
 */
export function foldOf(text: string): number {
  return hash53(text.toLowerCase().replaceAll(/\s+/g, ' ').trim(), foldSeed) % foldCount
}

export interface OutOfFold {
  /** Index into the lesson. */
  readonly row: number
  readonly logits: Logits
}

export interface FitAndScores {
  /** Null when there is nothing to learn from. */
  readonly fit: LessonFit | null
  /**
   * The decisions that may measure, in the lesson's order, each scored by a fit on the decisions of the other folds, from
   * the start. Where the other folds have one label only, by what was known beforehand: that has not learned from the
   * decision either.
   */
  readonly outOfFold: readonly OutOfFold[]
}

/** One fit on all decisions, and one without each fold that has decisions that may measure. */
export function fitAndScore(lesson: Lesson): FitAndScores {
  const everyRow = lesson.decisions.map((_, row) => row)
  const folds = lesson.decisions.map(({ text }) => foldOf(text))
  const measuring = everyRow.filter((row) => lesson.decisions[row]?.measures)
  const byFold = [...Map.groupBy(measuring, (row) => folds[row])]
  const others = byFold.map(([fold]) => everyRow.filter((row) => folds[row] !== fold))
  const [fit = null, ...without] = fitLesson(lesson, [everyRow, ...others])
  const known = (row: number): Logits => lesson.prior.map((head) => head[row] ?? 0)
  const scored = byFold.flatMap(([, rows], at) => {
    const judge = without[at] ?? null
    return rows.map((row) => ({ row, logits: judge ? logitsOfRow(judge, row) : known(row) }))
  })
  return { fit, outOfFold: scored.toSorted((one, other) => one.row - other.row) }
}
