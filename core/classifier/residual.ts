/** What a project has learned on top of what was known beforehand: how it is fitted and how it is added. */
import { bucketCount } from '../text/features.ts'
import { sumColumns } from './columns.ts'
import { fitRows, type RowFit, type RowProblem, type RowStart } from './fit-rows.ts'
import type { Lesson } from './lesson.ts'
import type { Head } from './scheme.ts'
import type { Logits, Weights } from './weights.ts'

/** One head's part: logit = slope * logit known beforehand + bias + weights . features */
export interface HeadResidual {
  readonly slope: number
  readonly bias: number
  /** Ascending; `weights[i]` belongs to `buckets[i]`. */
  readonly buckets: Int32Array
  readonly weights: Float32Array
}

/** One a head. */
export type Residual = readonly HeadResidual[]

/** One a head. */
export type LessonFit = readonly RowFit[]

export interface Pick {
  /** What teaches, by index into the lesson. */
  readonly rows: readonly number[]
  /** One a head, see `RowProblem`. Not for fits that judge: something of what they began with stays in them. */
  readonly starts?: readonly RowStart[]
}

/**
 * Fits every head on the rows picked, once for each pick. Nothing of one fit can leak into another.
 *
 * @returns one a pick; null when all its labels are the same or there are none: nothing then says where a line should be
 */
export function fitLesson(lesson: Lesson, picks: readonly Pick[]): readonly (LessonFit | null)[] {
  const labelOf = (row: number) => lesson.decisions[row]?.label ?? ''
  const labelsIn = (rows: readonly number[]) => new Set(rows.map(labelOf)).size
  const tasks = picks.map(({ rows, starts }) =>
    labelsIn(rows) < 2
      ? null
      : lesson.scheme.heads.map((head, place) => {
          const asked = rows.filter((row) => head.isAskedAbout(labelOf(row)))
          return labelsIn(asked) < 2
            ? null
            : problemOf(lesson, asked, { ...head, place, start: starts?.[place] ?? null })
        }),
  )
  const problems = tasks.flatMap((heads) => heads ?? []).filter((problem) => problem !== null)
  const fits = new Map(fitRows(lesson.columns, problems).map((fit, at) => [problems[at], fit]))
  return tasks.map(
    (heads) =>
      heads?.map((problem, place) => (problem && fits.get(problem)) ?? asKnown(lesson, place)) ?? null,
  )
}

/** Where there is nothing to learn from. */
function asKnown({ decisions, prior }: Lesson, place: number): RowFit {
  const logits = prior[place] ?? new Float64Array(decisions.length)
  return { pulls: new Float64Array(decisions.length), slope: 1, bias: 0, logits }
}

function problemOf(
  { decisions, scheme, prior }: Lesson,
  asked: readonly number[],
  head: Head & {
    readonly place: number
    readonly start: RowStart | null
  },
): RowProblem {
  const targets = Uint8Array.from(decisions, ({ label }) => (label === head.label ? 1 : 0))
  const yes = asked.filter((row) => targets[row] === 1).length
  const each = Math.min(1, (head.mostYesPerNo * (asked.length - yes)) / yes)
  const rowWeights = new Float64Array(decisions.length)
  for (const row of asked) rowWeights[row] = targets[row] === 1 ? each : 1
  return {
    targets,
    rowWeights,
    priorLogits: prior[head.place] ?? new Float64Array(decisions.length),
    penalty: scheme.penalty,
    start: head.start,
  }
}

/** Log-odds of one row of the lesson, whether it was fitted on or not. */
export const logitsOfRow = (fit: LessonFit, row: number): Logits => fit.map(({ logits }) => logits[row] ?? 0)

export function residualOf(lesson: Lesson, fit: LessonFit): Residual {
  const perBucket = new Float32Array(bucketCount)
  return fit.map((head) => headOf(lesson, head, perBucket))
}

/**
 * Without the buckets that have learned nothing.
 *
 * @param perBucket to work in: all 0, before and after
 */
function headOf(
  { columns, scheme }: Lesson,
  { pulls, slope, bias }: RowFit,
  perBucket: Float32Array,
): HeadResidual {
  const sums = sumColumns(columns, pulls)
  let count = 0
  for (let column = 0; column < sums.length; column++) {
    const bucket = columns.buckets[column] ?? 0
    perBucket[bucket] = (sums[column] ?? 0) / scheme.penalty.weights
    // As it is kept: what is too small for that counts as nothing too.
    if (perBucket[bucket] !== 0) count++
  }
  const kept = { buckets: new Int32Array(count), weights: new Float32Array(count) }
  for (let bucket = 0, at = 0; at < count; bucket++) {
    const weight = perBucket[bucket] ?? 0
    if (weight === 0) continue
    kept.buckets[at] = bucket
    kept.weights[at++] = weight
    perBucket[bucket] = 0
  }
  return { slope, bias, ...kept }
}

/** The weights known beforehand with the project's part added. */
export function addResidual(base: Weights, residual: Residual): Weights {
  const perBucket = Float32Array.from(base.perBucket)
  const heads = residual.length
  residual.forEach(({ slope, buckets, weights }, head) => {
    for (let at = head; at < perBucket.length; at += heads) perBucket[at] = (perBucket[at] ?? 0) * slope
    for (let at = 0; at < buckets.length; at++) {
      const place = (buckets[at] ?? 0) * heads + head
      perBucket[place] = (perBucket[place] ?? 0) + (weights[at] ?? 0)
    }
  })
  const bias = residual.map((head, at) => head.slope * (base.bias[at] ?? 0) + head.bias)
  return { perBucket, bias }
}
