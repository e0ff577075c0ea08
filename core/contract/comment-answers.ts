/** What comes back about comments: one with all around it, its thread, its author, and what was decided on it. */
import type { Role, Status } from '../deciding/standing.ts'
import type { CommentKind, CommentState, Decision, Prediction, Suggestion } from '../records.ts'

export interface ThreadRow {
  readonly commentId: number
  readonly depth: number
  readonly author: string | null
  readonly createdAt: string | null
  /** The beginning of the text, at most 2,000 UTF-16 units, never within a letter's pair. */
  readonly text: string
  /** UTF-16 units of the whole text. */
  readonly length: number
  readonly kind: CommentKind
  readonly state: CommentState
  readonly label: string | null
  /** How far the label stands; null where there is none. */
  readonly status: Status | null
  /** Ids of the labels that people disagree about, the earliest first; none where `status` is another. */
  readonly sides: readonly string[]
}

/** A comment as it is looked at in a queue; see `CommentView` for when the suggestion is kept from the window. */
interface InQueue {
  /** Its place in the queue that was named; null where it is not in it, or none was named. */
  readonly queueIndex: number | null
  readonly prediction: Prediction | null
}

/** A comment in the tree of its thread. */
export interface ThreadItem extends ThreadRow, InQueue {
  /** How many comments are below it, at every depth: they follow it in reading order. */
  readonly below: number
  /** The place of the comment that it answers, in reading order; null at the top. */
  readonly parent: number | null
  /** Its number among the answers to the same comment, from 1, and how many those are. */
  readonly sibling: number
  readonly siblings: number
}

export interface ThreadCounts {
  /** Comments that are there to be decided on, and those of them that are. */
  readonly decidable: number
  readonly decided: number
}

export interface AuthorItem extends Omit<ThreadRow, 'depth'>, InQueue {
  readonly thread: string
}

/** Where a comment came from. */
export interface Origin {
  readonly file: string
  readonly row: number
  /** "Disqus export", "Table (CSV)". */
  readonly title: string
  /** UTC, ISO 8601. */
  readonly importedAt: string
  /** The record as the file has it, untouched; null while it would tell an author's real name. */
  readonly raw: string | null
  /** What it said before a later export said otherwise, newest first; `until` is UTC, ISO 8601. */
  readonly earlier: readonly { readonly text: string; readonly until: string }[]
}

export interface CommentView {
  readonly commentId: number
  readonly author: string | null
  readonly createdAt: string | null
  readonly createdOriginal: string | null
  readonly text: string
  readonly likes: number | null
  readonly state: CommentState
  readonly kind: CommentKind
  readonly url: string | null
  readonly thread: {
    readonly id: number
    readonly title: string
    readonly position: number
    readonly size: number
  }
  /** Ancestors, the top of the thread first; the nearest twenty where there are more. */
  readonly ancestors: readonly ThreadRow[]
  /** Replies below, in reading order, depth 1 for a direct reply; the first fifty. */
  readonly replies: readonly ThreadRow[]
  readonly replyCount: number
  /** How many comments this person has in the project, this one among them; 0 where the author is not known. */
  readonly byAuthor: number
  readonly origin: Origin
  /** Null where suggestions are off, and while `isMeasuring`. */
  readonly suggestion: (Suggestion & { readonly modelVersion: string }) | null
  /** Drawn at random, in the queue it was asked for in, to measure the model. */
  readonly isMeasuring: boolean
  /** The decision that stands, or their own where others' are hidden from whoever asks; null when there is none. */
  readonly decision: Decision | null
  /** What it said when that was decided, whose passage is then null; null where it says the same now. */
  readonly decidedText: string | null
  /** Somebody else gave that label too, about other words than it was given on: it stays proposed. */
  readonly isSplit: boolean
  /** How far it stands; null where there is none. */
  readonly status: Status | null
  /** As in `QueueRow`. */
  readonly sides: readonly string[]
  /** What whoever asks may settle here: a dispute, or an appeal. Null where others' decisions are hidden from them. */
  readonly canSettle: Role | null
  /** The declared interest that it names, so that whoever asks may not decide it; null for none. */
  readonly keptFor: string | null
}

export interface RecentDecision {
  readonly decision: Decision
  /** How far it stands, as far as whoever asks may know it; null where another label stands, or none. */
  readonly status: Status | null
  readonly excerpt: string
}

/** What an undo or a redo did: to one decision, or to all of a batch. */
export interface Step {
  /** The first 500 of them, by id where they were decided at once. */
  readonly commentIds: readonly number[]
  readonly count: number
  /** The one to show: the first. */
  readonly commentId: number
  /** The label that was taken back, or given again. */
  readonly given: string
  /** The label that stood on `commentId` until then; null when none did. */
  readonly before: string | null
  /** The label that stands on `commentId` now; null when none does. */
  readonly label: string | null
}
