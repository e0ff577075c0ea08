/** What a project has learned on top of what was known beforehand: how it is fitted and how it is added. */
import type { Lesson } from './lesson.ts'
import { fitLogistic, type LogisticFit } from './logistic.ts'
import type { Head } from './scheme.ts'
import { takeRows } from './sparse-rows.ts'
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

/** One a head, fitted on the merged features of a lesson. */
export type LessonFit = readonly LogisticFit[]

/** Leaves log-odds within 0.01 of those of an exact fit, on a thousand decisions of four sets. */
const tolerance = 0.01
const unchanged: LogisticFit = { weights: new Float64Array(0), slope: 1, bias: 0 }

/**
 * Fits every head on the rows picked, always from the start: nothing of another fit can leak into it.
 *
 * @returns null when all their labels are the same or there are none: nothing then says where a line should be
 */
export function fitLesson(lesson: Lesson, picked: readonly number[]): LessonFit | null {
  const labelOf = (row: number) => lesson.decisions[row]?.label ?? ''
  const labelsIn = (rows: readonly number[]) => new Set(rows.map(labelOf)).size
  if (labelsIn(picked) < 2) return null
  return lesson.scheme.heads.map((head, place) => {
    const asked = picked.filter((row) => head.isAskedAbout(labelOf(row)))
    return labelsIn(asked) < 2 ? unchanged : fitHead(lesson, asked, { ...head, place })
  })
}

function fitHead(
  lesson: Lesson,
  picked: readonly number[],
  head: Head & { readonly place: number },
): LogisticFit {
  const prior = lesson.prior[head.place]
  const targets = Uint8Array.from(picked, (row) => (lesson.decisions[row]?.label === head.label ? 1 : 0))
  return fitLogistic({
    rows: takeRows(lesson.rows, picked),
    targets,
    priorLogits: Float64Array.from(picked, (row) => prior?.[row] ?? 0),
    rowWeights: evenWeights(targets, head.mostYesPerNo),
    penalty: lesson.scheme.penalty,
    tolerance,
    maxIterations: 300,
    usesCurvature: true,
  })
}

function evenWeights(targets: Uint8Array, mostYesPerNo: number): Float32Array {
  const yes = targets.reduce((sum, target) => sum + target, 0)
  const each = Math.min(1, (mostYesPerNo * (targets.length - yes)) / yes)
  return Float32Array.from(targets, (target) => (target === 1 ? each : 1))
}

/** Log-odds of one row of the lesson, whether it was fitted on or not. */
export function logitsOfRow(lesson: Lesson, fit: LessonFit, row: number): Logits {
  const { starts, columns, values } = lesson.rows
  return fit.map(({ slope, bias, weights }, head) => {
    let logit = slope * (lesson.prior[head]?.[row] ?? 0) + bias
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      logit += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0)
    }
    return logit
  })
}

export function residualOf(lesson: Lesson, fit: LessonFit): Residual {
  return fit.map((head) => headOf(lesson, head))
}

/** Without the buckets that have learned nothing. */
function headOf({ buckets, spread }: Lesson, { slope, bias, weights }: LogisticFit): HeadResidual {
  const all = weights.length === 0 ? weights : spread(weights)
  const kept = { buckets: new Int32Array(all.length), weights: new Float32Array(all.length) }
  let count = 0
  for (let at = 0; at < all.length; at++) {
    kept.buckets[count] = buckets[at] ?? 0
    kept.weights[count] = all[at] ?? 0
    // As it is kept: what is too small for that counts as nothing too.
    if (kept.weights[count] !== 0) count++
  }
  return { slope, bias, buckets: kept.buckets.slice(0, count), weights: kept.weights.slice(0, count) }
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
