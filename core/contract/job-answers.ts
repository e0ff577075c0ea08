/** What comes back about jobs: how far they are, and what each kind of them came to. */
import type { Failure } from '../result.ts'
import type { DisclosureReport } from './appeals-answers.ts'
import type { ImportReport, InspectReport, SurveyReport } from './import-answers.ts'
import type { MergeReport, PackageReport } from './package-answers.ts'

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
  /** A label for many at once, or a step back or forth through one; what asked for it has its own answer. */
  readonly many: { readonly comments: number }
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
