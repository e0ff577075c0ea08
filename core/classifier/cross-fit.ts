/** Scores decisions by models that have not learned from them. */
import { isWorthScoring } from './calibration.ts'
import { copyKeyOf } from './copies.ts'
import type { RowStart } from './fit-rows.ts'
import type { Lesson } from './lesson.ts'
import { fitLesson, type LessonFit, logitsOfRow } from './residual.ts'
import type { Logits } from './weights.ts'

export const foldCount = 5
const fewestFolds = 2

/**
 * Which part a text belongs to. By the text alone, so that it does not depend on what else was decided, and copies of
 * a comment, also with other spaces or capitals, are never learned from where one of them is scored.
 *
 * @returns a whole number from 0 to `foldCount` - 1
 */
export const foldOf = (text: string): number => copyKeyOf(text) % foldCount

export interface OutOfFold {
  /** Index into the lesson. */
  readonly row: number
  readonly logits: Logits
}

export interface FitAndScores {
  /** Null when there is nothing to learn from. */
  readonly fit: LessonFit | null
  /**
   * The decisions that may measure, where there are enough to say anything, in the lesson's order: each scored by a fit
   * on the decisions outside its fold, from the start. Where those have one label only, by what was known beforehand:
   * that has not learned from the decision either.
   */
  readonly outOfFold: readonly OutOfFold[]
}

/**
 * One fit on all decisions, and one for each fold of those that may measure, without these and their copies. All others
 * teach every judge: so few folds are enough, each judge lacking about a fifth of the decisions.
 *
 * The judges come first and begin with what is known beforehand. The fit on all begins midway between them and has less
 * far to go; it judges nothing, so what they have learned may be in it.
 */
export function fitAndScore(lesson: Lesson): FitAndScores {
  const { scheme, decisions, copyKeys } = lesson
  const keyAt = (row: number) => copyKeys[row] ?? 0
  const everyRow = decisions.map((_, row) => row)
  const mayMeasure = everyRow.filter((row) => decisions[row]?.measures)
  const measuring = isWorthScoring(scheme, mayMeasure.length) ? mayMeasure : []
  const count = Math.max(fewestFolds, Math.ceil((foldCount * measuring.length) / decisions.length))
  const byFold = [...Map.groupBy(measuring, (row) => keyAt(row) % count).values()]
  const judges = fitLesson(
    lesson,
    byFold.map((rows) => {
      const out = new Set(rows.map(keyAt))
      return { rows: everyRow.filter((row) => !out.has(keyAt(row))) }
    }),
  )
  const starts = midway(judges.filter((judge) => judge !== null))
  const [fit = null] = fitLesson(lesson, [{ rows: everyRow, starts }])
  const known = (row: number): Logits => lesson.prior.map((head) => head[row] ?? 0)
  const scored = byFold.flatMap((rows, at) => {
    const judge = judges[at] ?? null
    return rows.map((row) => ({ row, logits: judge ? logitsOfRow(judge, row) : known(row) }))
  })
  return { fit, outOfFold: scored.toSorted((one, other) => one.row - other.row) }
}

/** One a head; none without fits. */
function midway(fits: readonly LessonFit[]): readonly RowStart[] {
  return (fits[0] ?? []).map((_, head) => {
    const some = fits.flatMap((fit) => fit[head] ?? [])
    return { pulls: meanOf(some.map(({ pulls }) => pulls)), logits: meanOf(some.map(({ logits }) => logits)) }
  })
}

/** By index. @param lists at least one, of one length */
function meanOf(lists: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0), ...others] = lists
  const sums = Float64Array.from(first)
  for (const list of others) {
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (list[at] ?? 0)
  }
  return sums.map((sum) => sum / lists.length)
}
