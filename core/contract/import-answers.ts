/** What the service answers where files are looked at and brought in. */
import type { CommentState, Field, Problem, ProblemReason, Reading } from '../records.ts'

export interface ColumnFacts {
  readonly name: string
  readonly filled: number
  /** Up to three different values, cut to 80 characters. */
  readonly examples: readonly string[]
}

export interface Guess {
  readonly field: Field
  readonly column: string | null
  /** Why we think so, in a few words: "name says so", "longest text, 4,844 filled". */
  readonly because: string
}

export interface PreviewComment {
  readonly row: number
  readonly author: string | null
  readonly createdAt: string | null
  readonly text: string
  readonly state: CommentState
  readonly depth: number
}

export interface Count {
  readonly reason: ProblemReason | 'duplicate'
  readonly count: number
}

/** `read` = `added` + `alreadyHere` + `updated` + the sum of `skipped`. */
export interface Ledger {
  readonly read: number
  readonly added: number
  /** As they are. An inspection counts those that have changed among them: it compares no texts. */
  readonly alreadyHere: number
  /** Here already, with something that has changed since: the newer stands, earlier texts are kept. */
  readonly updated: number
  readonly skipped: readonly Count[]
  /** Rows kept with something mended or left empty. */
  readonly repaired: readonly Count[]
  /** Replies whose parent is not here: they stand on their own. */
  readonly orphans: number
}

/** One thing of what was picked that can be read: a file, a member of an archive or folder, a sheet of a workbook. */
export interface SurveyedFile {
  readonly file: string
  /** As a person knows it: "Takeout.zip › comments.csv". */
  readonly name: string
  readonly bytes: number
  /** "Disqus export", "Table (CSV)". */
  readonly title: string
}

export interface SurveyReport {
  readonly files: readonly SurveyedFile[]
  /** What is left out, each with a sentence why; at most a hundred. */
  readonly passedOver: readonly { readonly name: string; readonly why: string }[]
  /** How many are left out. */
  readonly passedOverCount: number
}

export interface InspectReport {
  readonly name: string
  /** What the file is, such as "Disqus export"; null for a table, whose columns a person confirms. */
  readonly title: string | null
  /** Columns are matched as they were in an earlier table with the same names. */
  readonly isRemembered: boolean
  /** Threads that its comments name; 0 where they name none. */
  readonly threads: number
  /** What the export itself says it does not hold, a sentence each. */
  readonly incomplete: readonly string[]
  readonly bytes: number
  readonly reading: Reading
  readonly columns: readonly ColumnFacts[]
  readonly guesses: readonly Guess[]
  /** The first comments as they will look, replies under their parents. At most 60. */
  readonly preview: readonly PreviewComment[]
  readonly ledger: Ledger
  /** How many of `added` and `alreadyHere` would be left out with `withoutDeleted`. */
  readonly withdrawn: { readonly added: number; readonly alreadyHere: number }
  /** The first problems, at most 200. */
  readonly problems: readonly Problem[]
  /** Columns kept with the original record and not used. */
  readonly unused: readonly string[]
  /** What the person must settle before Import; null when it can go ahead. */
  readonly obstacle: string | null
  /** Offered as the name of a new project. */
  readonly suggestedName: string
}

/** What files that hold the same comments come to together. */
export interface TogetherReport {
  /** Different comments that would be added; null where the files are too many or too large to compare. */
  readonly added: number | null
  /** How many of them would be left out with `withoutDeleted`. */
  readonly withdrawn: number
}

export interface ImportReport {
  readonly importId: number
  readonly name: string
  /** The id of the format, as `Reading` has it. */
  readonly format: string
  /** "Disqus export", "Table (CSV)". */
  readonly title: string
  readonly importedAt: string
  readonly ledger: Ledger
  readonly incomplete: readonly string[]
}
