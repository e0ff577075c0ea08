/** Decisions made ready for fitting: put into one order, and every text read once however often it is fitted. */
import type { Taught } from './classifier.ts'
import { type Columns, gatherColumns } from './columns.ts'
import type { Scheme } from './scheme.ts'
import type { TextReader } from './text-reader.ts'

/** All by the same index, one a decision. */
export interface Lesson {
  readonly scheme: Scheme
  /** Sorted by what they say, so that their order when given changes nothing, not even the rounding. */
  readonly decisions: readonly Taught[]
  /** The log-odds to start from, a list a head. */
  readonly prior: readonly Float64Array[]
  readonly columns: Columns
  /** The same for copies of a comment: see `copyKeyOf`. */
  readonly copyKeys: readonly number[]
}

/** @param reader of the scheme's base */
export function readLesson(scheme: Scheme, taught: readonly Taught[], reader: TextReader): Lesson {
  const decisions = taught.toSorted(
    (one, other) =>
      compare(one.text, other.text) ||
      compare(one.label, other.label) ||
      Number(one.measures) - Number(other.measures),
  )
  const texts = reader.read(decisions.map(({ text }) => text))
  const prior = scheme.heads.map((_, head) => Float64Array.from(texts, ({ known }) => known[head] ?? 0))
  return {
    scheme,
    decisions,
    prior,
    columns: gatherColumns(texts),
    copyKeys: texts.map(({ copyKey }) => copyKey),
  }
}

/** By UTF-16 units: the same on every machine, which a locale's order is not. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
