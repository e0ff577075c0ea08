/** What the bias report is counted from: decided comments, each with what its coders said. */

/** The place in an unbroken run of decisions: among the first fifty, after a hundred and fifty, or between. */
export const runPlaces = ['first', 'between', 'late'] as const
export type RunPlace = (typeof runPlaces)[number]

/** A coder's latest decision on the comment that was not taken back; an adjudication or an appeal is none. */
export interface Opinion {
  readonly coder: string
  readonly label: string
  /** UTC, ISO 8601. */
  readonly decidedAt: string
  /** Null where it was given to many at once, or elsewhere: nobody sat through it. */
  readonly run: RunPlace | null
  /** No suggestion was seen. */
  readonly isBlind: boolean
  /** The comment was drawn at random. */
  readonly isRandom: boolean
  /** What the model said at that moment, seen or not; null where it had nothing to say. */
  readonly suggested: string | null
}

export interface DecidedComment {
  readonly text: string
  /** Null for all but the largest, which are compared. */
  readonly thread: number | null
  /** The import's name. */
  readonly source: string
  /** Null for tables. */
  readonly platform: string | null
  /** As the export says; null where it does not. */
  readonly lang: string | null
  /** Comments of its author in the project; null where nobody is named. */
  readonly byAuthor: number | null
  /** UTC, ISO 8601; null where it is not known. */
  readonly createdAt: string | null
  /** That stands. */
  readonly label: string
  /** It is settled: not proposed, and nobody disputes it. */
  readonly isFinal: boolean
  /** Somebody said troll, and an adjudication or an appeal said otherwise. */
  readonly isOverturned: boolean
  /** Oldest first; may be empty where only an adjudication is left. */
  readonly opinions: readonly Opinion[]
}
