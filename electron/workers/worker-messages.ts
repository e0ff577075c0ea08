/** What passes between the service and the worker that reads files. */
import type { InspectReport } from '../../core/contract/import-answers.ts'
import type { RememberedReading } from '../../core/importers/remembered.ts'
import type { PickSurvey } from '../../core/members.ts'
import type { ImportedComment, Problem, Reading } from '../../core/records.ts'
import type { Failure } from '../../core/result.ts'

/** Lists what is in a file, a folder or an archive, by a look at the beginning of each. */
export interface SurveyTask {
  readonly task: 'survey'
  readonly path: string
  /** As the person knows what was picked. */
  readonly name: string
}

/** Reads the whole file and says what was understood. */
export interface InspectTask {
  readonly task: 'inspect'
  readonly path: string
  /** Which of the members that `survey` listed; null for a file alone, and for the only one there is. */
  readonly member: string | null
  /** As the person knows what was picked. */
  readonly name: string
  /** What a person corrected; null to guess everything. */
  readonly reading: Reading | null
  /** Whether to ask, by `known?`, which comments the project has already. */
  readonly asksKnown: boolean
  /** How tables with the same columns were read before. */
  readonly remembered: readonly RememberedReading[]
}

/** Reads the comments of a file by a reading a person confirmed. */
export interface ParseTask {
  readonly task: 'parse'
  readonly path: string
  readonly member: string | null
  readonly name: string
  readonly reading: Reading
  /** Whether the comments bring all of their row along; it makes them twice as large. */
  readonly keepsRaw: boolean
}

/** Given to the worker as its `workerData`, or by `next`. */
export type ReadTask = (SurveyTask | InspectTask | ParseTask) & {
  /** Whether the thread may wait for another task once this one is done; then whoever starts it lets it end. */
  readonly mayStay?: boolean
}

/** Everything that `parse` posted, once more in figures. */
export interface ParseResult {
  /** Rows in the file: comments and skipped rows together. */
  readonly rows: number
  readonly comments: number
  readonly problems: number
  readonly bytes: number
  readonly incomplete: readonly string[]
}

/** `parse` posts this many batches and no more before the first of them is answered by `ack`. */
export const batchesUnderWay = 4
/** Comments in a batch, and problems, at most. */
export const batchSize = 1000

export type FromReader =
  /**
   * Every tenth of a second or so. An inspection reads the file up to three times: `bytes` counts on, and so does
   * `total`. A survey counts members in place of bytes.
   */
  | { readonly type: 'progress'; readonly bytes: number; readonly total: number; readonly comments: number }
  /** `bytes` of the file are read so far. */
  | {
      readonly type: 'batch'
      readonly comments: readonly ImportedComment[]
      readonly problems: readonly Problem[]
      readonly bytes: number
    }
  /** Keys that are all different, at most a few thousand. To be answered by `known`. */
  | { readonly type: 'known?'; readonly keys: readonly string[] }
  /** Hashes of the keys of what an inspection found new, just before its result; see `NewKeys`. */
  | { readonly type: 'new-keys'; readonly standing: Float64Array; readonly withdrawn: Float64Array }
  /** The last message. With `stays` the thread waits for `next` or `end`. */
  | {
      readonly type: 'done'
      readonly result: InspectReport | ParseResult | PickSurvey
      readonly stays: boolean
    }
  /** The last message; its code is 'cancelled' after `cancel`. */
  | { readonly type: 'failed'; readonly failure: Failure }

/** What every task may be told, beside the answers to what it asked. */
export type ToTask =
  | { readonly type: 'cancel' }
  /** In place of an answer, after `cancel`: what was asked or sent is not looked at any more. */
  | { readonly type: 'refused' }

export type ToReader =
  | ToTask
  | { readonly type: 'ack' }
  | { readonly type: 'known'; readonly known: readonly boolean[] }
  /** Another task, after one that is done. */
  | { readonly type: 'next'; readonly data: ReadTask }
  | { readonly type: 'end' }
