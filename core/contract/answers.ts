/** What the service answers: plain readonly data, safe as JSON. */
import type { Rules } from '../deciding/rules.ts'
import type { Role, Status } from '../deciding/standing.ts'
import type { Codebook } from '../labels.ts'
import type { RecordEntry } from '../record/entry.ts'
import type { Band, CommentKind, CommentState, Decision, Mode, Prediction, Suggestion } from '../records.ts'
import type { Failure } from '../result.ts'
import type { DisclosureReport } from './appeals-answers.ts'
import type { ImportReport, InspectReport, SurveyReport } from './import-answers.ts'
import type { MergeReport, PackageReport, PackageSummary } from './package-answers.ts'
import type { breaks, contrasts, densities, Filter, Order, TextSize, themes } from './requests.ts'

export interface Settings {
  /** Who decides: the name put on decisions. */
  readonly coder: string
  readonly theme: (typeof themes)[number]
  readonly mode: Mode
  readonly order: Order
  readonly contrast: (typeof contrasts)[number]
  readonly density: (typeof densities)[number]
  /** Percent. */
  readonly textSize: TextSize
  readonly singleKeys: boolean
  /** Keys that are not those of the table, by the name of what they do. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly coverSlurs: boolean
  readonly coverText: boolean
  /** Minutes; 0 for never. */
  readonly breakAfter: (typeof breaks)[number]
}

export interface ProjectEntry {
  readonly id: string
  readonly name: string
  /** Shown, so that people know where their data lives. */
  readonly folder: string
  readonly openedAt: string | null
  readonly comments: number | null
  readonly decided: number | null
  /** Its file is not where it was: moved, deleted, or on a drive that is not there now. */
  readonly isMissing: boolean
}

export interface ProjectSummary {
  readonly id: string
  readonly name: string
  readonly folder: string
  readonly comments: number
  readonly threads: number
  readonly decided: number
  readonly codebook: Codebook
  readonly model: { readonly version: string; readonly decisions: number }
  /** Largest share of comments that are no trolls that may be suggested as troll, in (0, 1). */
  readonly accusationLimit: number
  /** False: nobody sees a suggestion anywhere in this project. */
  readonly suggestions: boolean
  readonly rules: Rules
  /** True: every author has an invented name, and the window is not told the real one. */
  readonly pseudonyms: boolean
  /** The filter that was used last on this computer; null before the first one. */
  readonly filter: Filter | null
  /** Another program has it open and writes: here it can be read. */
  readonly isReadOnly: boolean
  /** Null where it is no work package. */
  readonly package: PackageSummary | null
}

/** Somebody who has decided in the project, or said that they will. */
export interface CoderEntry {
  readonly name: string
  /** Decisions that are not taken back. */
  readonly decisions: number
  /** They have the window now. */
  readonly isMe: boolean
}

export interface AppState {
  readonly version: string
  readonly settings: Settings
  readonly project: ProjectSummary | null
  readonly projectsFolder: string
  /** A sentence when the settings file was set aside or the project needs attention; null when all is well. */
  readonly notice: string | null
}

export interface ProjectStats {
  readonly comments: number
  /** Those that are there to be decided on; posts and service messages are not. */
  readonly decidable: number
  readonly threads: number
  readonly authors: number
  readonly decided: number
  readonly decidedToday: number
  /** Standing decisions by label id; every label of the codebook is there. */
  readonly byLabel: Readonly<Record<string, number>>
  /** The same, by how far they stand: "12 trolls, 4 of them proposed". */
  readonly byStatus: Readonly<Record<string, Readonly<Record<Status, number>>>>
  /** Current suggestions by band. */
  readonly byBand: Readonly<Record<Band, number>>
  readonly decisions: number
  readonly modelVersion: string
}

export interface ExportReport {
  readonly name: string
  readonly rows: number
  readonly bytes: number
}

/** Whether the record is as it was written. */
export interface VerifyReport {
  readonly rows: number
  /** The hash of the last row: whoever keeps it elsewhere can tell later that nothing before it was changed. */
  readonly head: string
  /** The first row that does not fit; `end`: rows are missing from the end. Null when all is well. */
  readonly broken: { readonly id: number; readonly kind: 'decision' | 'event' | 'end' } | null
  /** Comments that carry a label which their decisions do not come to. */
  readonly wrongLabels: number
}

export interface RecordPage {
  /** In the whole record. */
  readonly rows: number
  readonly head: string
  /** Newest first. */
  readonly entries: readonly RecordEntry[]
  /** For a file of it, without its ending. */
  readonly suggestedName: string
}

/** What a job gave back, by kind. */
export interface JobResults {
  readonly survey: SurveyReport
  readonly inspect: InspectReport
  /** One report a file, in their order. */
  readonly import: readonly ImportReport[]
  readonly score: { readonly scored: number; readonly modelVersion: string }
  readonly train: { readonly decisions: number; readonly modelVersion: string }
  readonly export: ExportReport
  readonly verify: VerifyReport
  readonly measure: { readonly measured: number; readonly modelVersion: string }
  readonly disclose: DisclosureReport
  readonly package: PackageReport
  /** What it would do. */
  readonly 'merge-look': MergeReport
  readonly merge: MergeReport
}
export type JobKind = keyof JobResults

interface JobOf<K extends JobKind> {
  readonly id: string
  readonly kind: K
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** What `done` and `total` count. */
  readonly unit: 'bytes' | 'comments' | 'steps' | 'files'
  readonly done: number
  /** 0 while not known. */
  readonly total: number
  /** Comments handled so far, whatever the unit. */
  readonly comments: number
  readonly startedAt: string
  /** Estimated from the pace so far; null while not known. */
  readonly leftMs: number | null
  readonly result: JobResults[K] | null
  readonly failure: Failure | null
}
export type Job = { [K in JobKind]: JobOf<K> }[JobKind]

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

export interface ExportPreview {
  readonly columns: readonly string[]
  /** The first six rows, a cell a column, as they will be written. */
  readonly rows: readonly (readonly string[])[]
  readonly total: number
  readonly suggestedName: string
}
