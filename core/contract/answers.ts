/** What the service answers: plain readonly data, safe as JSON. */
import type { Rules } from '../deciding/rules.ts'
import type { Status } from '../deciding/standing.ts'
import type { Codebook } from '../labels.ts'
import type { RecordEntry } from '../record/entry.ts'
import type { Band, Mode } from '../records.ts'
import type { PackageSummary } from './package-answers.ts'
import type { Filter, Order } from './request-parts.ts'
import type { breaks, contrasts, densities, TextSize, themes } from './settings-requests.ts'

export type {
  AuthorItem,
  CommentView,
  Origin,
  RecentDecision,
  Step,
  ThreadCounts,
  ThreadItem,
  ThreadRow,
} from './comment-answers.ts'
export type { ExportReport, Job, JobKind, JobResults, VerifyReport } from './job-answers.ts'
export type { OpenedQueue, QueueHandle, QueueRow, SavedSearch } from './queue-answers.ts'

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
  /** The name of its file, with its ending. */
  readonly file: string
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

export interface RecordPage {
  /** In the whole record. */
  readonly rows: number
  readonly head: string
  /** Newest first. */
  readonly entries: readonly RecordEntry[]
  /** For a file of it, without its ending. */
  readonly suggestedName: string
}

export interface ExportPreview {
  readonly columns: readonly string[]
  /** The first six rows, a cell a column, as they will be written. */
  readonly rows: readonly (readonly string[])[]
  readonly total: number
  readonly suggestedName: string
}
