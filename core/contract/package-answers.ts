/** Work packages, and what comes of merging another copy of the project. */

/** What a project is that is a work package. */
export interface PackageSummary {
  readonly forCoder: string
  /** The name of its file. */
  readonly file: string
  /** UTC, ISO 8601. */
  readonly madeAt: string
  /** The comments it offers; all others are there to be read with them. */
  readonly comments: number
}

/** A work package that was made from this project. */
export interface MadePackage {
  readonly id: string
  readonly forCoder: string
  readonly madeBy: string
  readonly madeAt: string
  readonly comments: number
  /** Those of them that others have as well. */
  readonly overlap: number
  /** Those of them that its coder has decided in this copy: what came back by merging. */
  readonly back: number
}

/** What a package would hold. */
export interface PackageCount {
  /** Comments that are asked for and can be given. */
  readonly comments: number
  /** Comments that somebody else has, and that could be given for agreement. */
  readonly overlap: number
}

export interface PackageReport {
  readonly name: string
  readonly bytes: number
  readonly comments: number
  readonly overlap: number
  /** Those that are there to be read with them. */
  readonly context: number
}

/**
 * `disputed`: judged otherwise here and there, so that somebody has to settle it. `other-label`: another label stands
 * than stood here. `other-text`: decided on words that differ from ours. `other-rules`: what a harsh label needs; ours
 * stay. `same-name`: two people may be called the same. The last three: clocks that were wrong; taken as they are.
 */
export type ConflictKind =
  | 'same-name'
  | 'disputed'
  | 'other-label'
  | 'other-text'
  | 'other-rules'
  | 'before-comment'
  | 'before-earlier'
  | 'in-future'

export interface MergeConflict {
  readonly kind: ConflictKind
  /** Null where it is about no comment, or about one that is not here before the merge. */
  readonly commentId: number | null
  /** The beginning of its text. */
  readonly excerpt: string | null
  /** Who decided there. */
  readonly coder: string | null
  /** The label that stood here, and the one given there. */
  readonly ours: string | null
  readonly theirs: string | null
  /** When it was given, by the clock of that machine. UTC, ISO 8601. */
  readonly at: string | null
}

/** Rows that are new here, and rows that are here already. */
export interface NewAndHere {
  readonly new: number
  readonly here: number
}

export interface MergeReport {
  /** Of the file. */
  readonly name: string
  /** Where it is a work package. */
  readonly package: Pick<PackageSummary, 'forCoder' | 'madeAt'> | null
  /** When the latest row in it was written, by the clock of that machine; null where there is none. */
  readonly lastAt: string | null
  /** Whose decisions are new, by name. */
  readonly coders: readonly { readonly name: string; readonly decisions: number }[]
  readonly decisions: NewAndHere
  readonly undos: NewAndHere
  /** All else in the record: settings, imports, exports, packages. */
  readonly events: NewAndHere
  /** What was imported there and not here. */
  readonly brought: {
    readonly imports: number
    readonly comments: number
    readonly threads: number
    readonly authors: number
  }
  /** How many of each kind; those of which there are none are left out. */
  readonly conflicts: readonly { readonly kind: ConflictKind; readonly count: number }[]
  /** The first 200. */
  readonly listed: readonly MergeConflict[]
  /** Names that somebody has to say are one person before it can be merged. */
  readonly sameNames: readonly string[]
  /** False for a look at what it would do. */
  readonly isMerged: boolean
}
