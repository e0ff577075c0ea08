/** The one contract between the window and the service: what may be asked, what it gets, what it is told. */
import type { Status } from '../deciding/standing.ts'
import type { Decision, Problem } from '../records.ts'
import type { Branch } from '../thread-folds.ts'
import type {
  AppState,
  AuthorItem,
  CoderEntry,
  CommentView,
  ExportPreview,
  Job,
  OpenedQueue,
  ProjectEntry,
  ProjectStats,
  ProjectSummary,
  QueueRow,
  RecentDecision,
  RecordPage,
  SavedSearch,
  Settings,
  Step,
  ThreadCounts,
  ThreadItem,
} from './answers.ts'
import type {
  AdverseEntry,
  AppealCase,
  AppealEntry,
  LetterPreview,
  LetterSettings,
  OppositeText,
} from './appeals-answers.ts'
import type { BiasReport } from './bias-report.ts'
import type { ImportReport, TogetherReport } from './import-answers.ts'
import type { DecidingCounts, Judgement } from './judging-answers.ts'
import type { QueueSample, ScoreHistogram } from './many-answers.ts'
import type { ModelReport } from './model-report.ts'
import type { MadePackage, PackageCount } from './package-answers.ts'
import type { ProgressReport } from './progress-report.ts'
import type { LetterChoice, Method, Request } from './requests.ts'

/** What each method returns. */
export interface Answers {
  'app.state': AppState
  'settings.update': Settings
  'projects.list': readonly ProjectEntry[]
  'projects.open': ProjectSummary
  'projects.forget': null
  'projects.close': null
  'projects.trySample': ProjectSummary
  'project.update': ProjectSummary
  'project.stats': ProjectStats
  'rules.update': ProjectSummary
  'coders.list': readonly CoderEntry[]
  'coders.choose': readonly CoderEntry[]
  'imports.survey': { readonly jobId: string }
  'imports.inspect': { readonly jobId: string }
  'imports.together': TogetherReport
  'imports.start': { readonly jobId: string }
  'imports.list': readonly ImportReport[]
  'imports.problems': { readonly total: number; readonly rows: readonly Problem[] }
  'imports.saveReport': { readonly rows: number }
  'jobs.get': Job
  'jobs.list': readonly Job[]
  'jobs.cancel': Job
  'queue.open': OpenedQueue
  'queue.count': { readonly total: number; readonly undecided: number }
  'queue.histogram': ScoreHistogram
  'queue.sample': QueueSample
  'searches.list': readonly SavedSearch[]
  'searches.save': readonly SavedSearch[]
  'searches.rename': readonly SavedSearch[]
  'searches.delete': readonly SavedSearch[]
  'queue.rows': readonly QueueRow[]
  'queue.next': { readonly index: number; readonly commentId: number } | null
  'queue.ahead': readonly { readonly index: number; readonly commentId: number }[]
  'queue.find': { readonly index: number } | null
  'comments.get': CommentView
  'thread.rows': { readonly total: number; readonly rows: readonly ThreadItem[] }
  'thread.counts': ThreadCounts
  /** By place in reading order. */
  'thread.branches': readonly Branch[]
  'thread.find': { readonly threadId: number; readonly index: number }
  'authors.comments': {
    readonly author: string | null
    readonly total: number
    readonly rows: readonly AuthorItem[]
  }
  'decisions.record': {
    readonly decision: Decision
    readonly decided: number
    /** How far the label stands, as whoever decided may know it: their own proposal is proposed. */
    readonly status: Status
  }
  'decisions.recordMany': { readonly count: number; readonly decided: number }
  /** Null when there is nothing to take back. */
  'decisions.undo': Step | null
  /** Null when there is nothing to give again. */
  'decisions.redo': Step | null
  'decisions.steps': { readonly canUndo: boolean; readonly canRedo: boolean }
  'decisions.recent': readonly RecentDecision[]
  'deciding.counts': DecidingCounts
  /** By coder, in the order in which they decided. */
  'comments.judgements': readonly Judgement[]
  'opposite.changed': null
  'interests.list': readonly string[]
  'interests.set': readonly string[]
  'progress.report': ProgressReport
  'record.entries': RecordPage
  'record.verify': { readonly jobId: string }
  'record.export': { readonly jobId: string }
  'bias.report': BiasReport
  'model.report': ModelReport
  'model.measure': { readonly jobId: string }
  'files.save': { readonly bytes: number }
  'letters.settings': LetterSettings
  'letters.configure': LetterSettings
  'letters.preview': LetterPreview
  'letters.save': { readonly reference: string }
  /** The latest first. */
  'appeals.list': readonly AppealEntry[]
  'appeals.adverse': { readonly total: number; readonly rows: readonly AdverseEntry[] }
  'appeals.find': AdverseEntry
  'appeals.get': AppealCase
  'appeals.record': AppealEntry
  'appeals.outcome': AppealEntry
  'opposite.text': OppositeText
  'disclosure.start': { readonly jobId: string }
  'packages.count': PackageCount
  'packages.make': { readonly jobId: string }
  'packages.list': readonly MadePackage[]
  /** Of the comments that it offers; 0 where the project is no package. */
  'packages.progress': { readonly decided: number }
  'merge.inspect': { readonly jobId: string }
  'merge.start': { readonly jobId: string }
  'exports.preview': ExportPreview
  'exports.start': { readonly jobId: string }
}

export type Service = {
  readonly [M in Method]: (request: Request<M>) => Answers[M] | Promise<Answers[M]>
}

export const topics = [
  'project',
  'settings',
  'coders',
  'appeals',
  'comments',
  'decisions',
  'predictions',
  'searches',
  'jobs',
] as const
export type Topic = (typeof topics)[number]

/** What the service says without being asked. */
export type AppEvent =
  | { readonly type: 'changed'; readonly topic: Topic }
  | { readonly type: 'job'; readonly job: Job }
  /** Browser mode: whether this tab is the one that writes. Inside the app there is only one window. */
  | { readonly type: 'hands'; readonly isMine: boolean }

export interface PickedFile {
  readonly ref: string
  readonly name: string
  readonly bytes: number
}

/** The window's only way out. `call` rejects with an `AppError`-like `{ code, message }`. */
export interface Client {
  readonly kind: 'electron' | 'browser'
  call<M extends Method>(method: M, request: Request<M>): Promise<Answers[M]>
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Asks the person for a project file, to be opened or as a copy to merge; null when they thought better of it. */
  pickFile(purpose: 'project' | 'copy'): Promise<PickedFile | null>
  /** Asks the person for files of comments, or for a folder of them; none when they thought better of it. */
  pickFiles(what: 'files' | 'folder'): Promise<readonly PickedFile[]>
  /** What was dropped on the window: a `DataTransfer`, which holds its files only while the drop is being heard. */
  takeDropped(dropped: unknown): Promise<readonly PickedFile[]>
  /** Where to write an export; null when they thought better of it. */
  pickTarget(suggestedName: string): Promise<string | null>
  /** Prints a letter to PDF at a place the person chose; null where there is only the browser's own way to print. */
  readonly printLetter: ((letter: LetterChoice, target: string) => Promise<void>) | null
  /** Two windows may show one project, and one of them writes: from now on this one. */
  takeHands(): Promise<void>
  /** After the export is written: browser mode downloads it, the app shows it in its folder. */
  deliver(target: string): Promise<void>
}
