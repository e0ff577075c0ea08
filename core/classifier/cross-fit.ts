/** Scores decisions by models that have not learned from them. */
import { hash53 } from '../text/hash.ts'
import { exactnessOfJudges, usualExactness } from './fit-rows.ts'
import type { Lesson } from './lesson.ts'
import { fitLesson, type LessonFit, logitsOfRow, type Pick } from './residual.ts'
import type { Logits } from './weights.ts'

export const foldCount = 5
const fewestFolds = 2
const foldSeed = 5

/**
 * Which part a text belongs to. By the text alone, so that it does not depend on what else was decided, and copies of
 * a comment, also with other spaces or capitals, are never learned from where one of them is scored.
 *
 * @returns a whole number from 0 to `foldCount` - 1
 */
export const foldOf = (text: string): number => keyOf(text) % foldCount

/** The same for copies of a comment. */
const keyOf = (text: string): number => hash53(text.toLowerCase().replaceAll(/\s+/g, ' ').trim(), foldSeed)

export interface OutOfFold {
  /** Index into the lesson. */
  readonly row: number
  readonly logits: Logits
}

export interface FitAndScores {
  /** Null when there is nothing to learn from. */
  readonly fit: LessonFit | null
  /**
   * The decisions that may measure, in the lesson's order, each scored by a fit on the decisions outside its fold, from
   * the start. Where those have one label only, by what was known beforehand: that has not learned from the
   * decision either.
   */
  readonly outOfFold: readonly OutOfFold[]
}

/**
 * One fit on all decisions, and one for each fold of those that may measure, without these and their copies. All others
 * teach every judge: so few folds are enough, each judge lacking about a fifth of the decisions.
 */
export function fitAndScore(lesson: Lesson): FitAndScores {
  const { decisions } = lesson
  const keys = decisions.map(({ text }) => keyOf(text))
  const keyAt = (row: number) => keys[row] ?? 0
  const everyRow = decisions.map((_, row) => row)
  const measuring = everyRow.filter((row) => decisions[row]?.measures)
  const count = Math.max(fewestFolds, Math.ceil((foldCount * measuring.length) / decisions.length))
  const byFold = [...Map.groupBy(measuring, (row) => keyAt(row) % count).values()]
  const judges = byFold.map((rows): Pick => {
    const out = new Set(rows.map(keyAt))
    return { rows: everyRow.filter((row) => !out.has(keyAt(row))), exactness: exactnessOfJudges }
  })
  const [fit = null, ...without] = fitLesson(lesson, [
    { rows: everyRow, exactness: usualExactness },
    ...judges,
  ])
  const known = (row: number): Logits => lesson.prior.map((head) => head[row] ?? 0)
  const scored = byFold.flatMap((rows, at) => {
    const judge = without[at] ?? null
    return rows.map((row) => ({ row, logits: judge ? logitsOfRow(judge, row) : known(row) }))
  })
  return { fit, outOfFold: scored.toSorted((one, other) => one.row - other.row) }
}
