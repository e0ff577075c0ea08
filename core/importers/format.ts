/** What a kind of table is to the rest of the app. Exports that are known by themselves: see export-format.ts. */
import type { Problem, ProblemReason, Reading, TableFormatId } from '../records.ts'

/** One record as the file has it, before anyone says what its columns mean. */
export interface SourceRecord {
  /** 1-based; see `ImportedComment.row`. */
  readonly row: number
  /** One value a column of the batch, in its order; shorter, or `undefined` within, where the record has none. */
  readonly values: readonly (string | undefined)[]
  /** The record as the file wrote it; null when the values are all there is. */
  readonly original: string | null
  /** What is wrong with a record that is kept all the same. */
  readonly flaw: ProblemReason | null
}

/** What came of a piece of text: a few thousand records at most. */
export interface Batch {
  /** The columns met so far. Only ever grows, and always at the end. */
  readonly columns: readonly string[]
  readonly records: readonly SourceRecord[]
  /** Rows that could not be read: one problem each, all `skipped`. */
  readonly problems: readonly Problem[]
  /** UTF-16 units taken in so far. */
  readonly charsRead: number
}

/** Reads one file, a chunk of text at a time. Chunks may end anywhere, also between CR and LF. */
export interface Reader {
  read(chunk: string): Iterable<Batch>
  /** No more is coming: what is left. */
  end(): Iterable<Batch>
}

export type Layout = Pick<Reading, 'delimiter' | 'headerRow' | 'quote' | 'escapesByBackslash'>

export interface TableFormat {
  readonly id: TableFormatId
  /** What the screen calls it: "Table (CSV)". */
  readonly title: string
  /** @returns how sure it is that a file beginning like this is its own, in [0, 1] */
  readonly detect: (head: string) => number
  /** What of the reading the beginning of the file tells. */
  readonly guessLayout: (head: string) => Layout
  readonly open: (reading: Reading) => Reader
}

/** A problem with its value cut to what the screen shows. */
export function problemOf(of: {
  readonly row: number
  readonly reason: ProblemReason
  readonly skipped: boolean
  readonly field?: string | undefined
  readonly value?: string | undefined
}): Problem {
  const { row, reason, skipped, field = null, value = null } = of
  return { row, field, value: value === null ? null : cut(value, 200), reason, skipped }
}

/** The first `length` UTF-16 units, never half a character. */
export function cut(text: string, length: number): string {
  const short = text.slice(0, length)
  const whole = short.isWellFormed() || !text.isWellFormed() ? short : short.slice(0, -1)
  // A slice keeps the whole chunk of the file alive that it was cut from; one of a text made anew does not.
  return ` ${whole}`.slice(1)
}
