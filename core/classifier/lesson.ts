/** Decisions made ready for fitting: put into one order, and every text read once however often it is fitted. */
import { bucketCount, type Vectorizer } from '../text/features.ts'
import type { Taught } from './classifier.ts'
import type { SparseRows } from './logistic.ts'
import { mergeExclusive } from './merge-exclusive.ts'
import { compactColumns, readRows } from './sparse-rows.ts'
import { headCount, type Weights } from './weights.ts'

/** All by the same index, one a decision. */
export interface Lesson {
  /** Sorted by what they say, so that their order when given changes nothing, not even the rounding. */
  readonly decisions: readonly Taught[]
  /** The starter's log-odds. */
  readonly prior: { readonly troll: Float64Array; readonly critic: Float64Array }
  /** Features, those of one text only merged: a fit on some of the rows is the same as on their own features. */
  readonly rows: SparseRows
  /** Ascending; `spread` gives a weight for each. */
  readonly buckets: Int32Array
  readonly spread: (weights: Float64Array) => Float64Array
}

/** @param vectorizer is left with the last text */
export function readLesson(starter: Weights, taught: readonly Taught[], vectorizer: Vectorizer): Lesson {
  const decisions = taught.toSorted(
    (one, other) =>
      compare(one.text, other.text) ||
      compare(one.label, other.label) ||
      Number(one.measures) - Number(other.measures),
  )
  const texts = decisions.map(({ text }) => text)
  const perBucket = readRows(texts, vectorizer, bucketCount)
  const { rows: compact, kept: buckets } = compactColumns(perBucket)
  const { rows, spread } = mergeExclusive(compact)
  return { decisions, prior: priorOf(starter, perBucket), rows, buckets, spread }
}

function priorOf(starter: Weights, rows: SparseRows): Lesson['prior'] {
  const { starts, columns, values } = rows
  const count = starts.length - 1
  const prior = { troll: new Float64Array(count), critic: new Float64Array(count) }
  for (let row = 0; row < count; row++) {
    let { troll, critic } = starter.bias
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const place = (columns[at] ?? 0) * headCount
      const value = values[at] ?? 0
      troll += value * (starter.perBucket[place] ?? 0)
      critic += value * (starter.perBucket[place + 1] ?? 0)
    }
    prior.troll[row] = troll
    prior.critic[row] = critic
  }
  return prior
}

/** By UTF-16 units: the same on every machine, which a locale's order is not. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
