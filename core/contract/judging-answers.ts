/** What the service answers where more than one person has to do with a comment. */
import type { Role } from '../deciding/standing.ts'
import type { Mode, Passage } from '../records.ts'

/** What waits for whoever asks. */
export interface DecidingCounts {
  /** How many are in the queue of second opinions, with those that are mixed in; 0 where nothing is proposed by others. */
  readonly second: number
  /** Disputed, where they may settle it. */
  readonly adjudicate: number
  /** Open appeals that they may answer. */
  readonly appeals: number
  /** Opposite tests taken in this project, by anybody, and how many of them changed a mind. */
  readonly tests: number
  readonly changedMinds: number
}

/** What one coder thinks of a comment: their latest judgement on it. */
export interface Judgement {
  readonly decisionId: number
  readonly coder: string
  readonly label: string
  readonly role: Role | null
  readonly reason: string | null
  readonly note: string | null
  readonly passage: Passage | null
  /** What the comment said then, and what `passage` is a place in; null where it says the same now. */
  readonly earlierText: string | null
  /** As in `Decision`. */
  readonly mode: Mode | null
  readonly suggestionShown: boolean
  readonly shownMs: number
  /** UTC, ISO 8601. */
  readonly decidedAt: string
  /** What others decided was hidden from them; null where nobody knows. */
  readonly isIndependent: boolean | null
  /** They have taken it back, and have given no other. */
  readonly isTakenBack: boolean
}
