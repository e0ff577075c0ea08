/** Scores decisions by models that have not learned from them. */
import { hash53 } from '../text/hash.ts'
import type { Lesson } from './lesson.ts'
import { fitLesson, logitsOfRow } from './residual.ts'
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

/**
 * The decisions that may measure, each scored by a fit on the decisions of the other folds, from the start. Where the
 * other folds have one label only, by the starter: it has not learned from the decision either.
 *
 * @returns in the lesson's order
 */
export function scoreOutOfFold(lesson: Lesson): readonly OutOfFold[] {
  const folds = lesson.decisions.map(({ text }) => foldOf(text))
  const measuring = folds.map((_, row) => row).filter((row) => lesson.decisions[row]?.measures)
  const byFold = Map.groupBy(measuring, (row) => folds[row])
  const scored = [...byFold].flatMap(([fold, rows]) => {
    const others = folds.map((_, row) => row).filter((row) => folds[row] !== fold)
    const fit = fitLesson(lesson, others)
    const starterLogits = (row: number): Logits => ({
      troll: lesson.prior.troll[row] ?? 0,
      critic: lesson.prior.critic[row] ?? 0,
    })
    return rows.map((row) => ({ row, logits: fit ? logitsOfRow(lesson, fit, row) : starterLogits(row) }))
  })
  return scored.toSorted((one, other) => one.row - other.row)
}
