/** What comes back about queues: a fixed order of comments, its rows, and searches that are kept. */
import type { Status } from '../deciding/standing.ts'
import type { Prediction } from '../records.ts'
import type { Filter, Order } from './request-parts.ts'

/** A list of comments in a fixed order. Opening it again gives the order of that moment. */
export interface QueueHandle {
  readonly queueId: string
  readonly order: Order
  readonly filter: Filter
  readonly total: number
  readonly undecided: number
  /** Index of the first undecided comment; null when all are decided. */
  readonly next: number | null
  /**
   * To be in it, or where it is in it, tells of a comment what the model thinks of it. What is decided in it is never
   * recorded as decided blind.
   */
  readonly revealsSuggestion: boolean
  /** To be in it tells of a comment what others decided. Nothing that is decided in it counts as independent. */
  readonly revealsOthers: boolean
  /**
   * Labels, decisions and how far they stand are those of whoever asks alone, in this queue and wherever its comments
   * are read: so in the modes `code` and `teach`, but not where a dispute is settled. `undecided` and `next` then mean
   * what they have not decided themselves.
   */
  readonly hidesOthers: boolean
  /** So many are not in it because they name something that whoever asks belongs to. */
  readonly kept: number
  /** Which of their declared interests they name, the most often named first. */
  readonly keptFor: readonly string[]
}

/** With the first rows that somebody sees of it, so that they need not be asked for. */
export interface OpenedQueue extends QueueHandle {
  /** So many as were asked for, from a whole number of pages: those among which `next` is, or else the first ones. */
  readonly rows: readonly QueueRow[]
}

/** A search that is kept in the project under a name. */
export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly order: Order
  readonly filter: Filter
  readonly savedBy: string
}

export interface QueueRow {
  readonly index: number
  readonly commentId: number
  /** The beginning of the text, or what is around the first word searched for: at most 160 characters, on one line. */
  readonly excerpt: string
  readonly author: string | null
  readonly thread: string
  readonly createdAt: string | null
  /** That of whoever asks where `hidesOthers`, and `status` too. */
  readonly label: string | null
  /** How far the label stands; null where there is none. */
  readonly status: Status | null
  /** Ids of the labels that people disagree about, the earliest first; none where `status` is another. */
  readonly sides: readonly string[]
  /** By the model as it is now; null while it is not known, where suggestions are off, and while `isMeasuring`. */
  readonly prediction: Prediction | null
  /** Drawn at random to measure the model: its suggestion is shown to nobody before the decision. */
  readonly isMeasuring: boolean
}
