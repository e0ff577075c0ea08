/** What a model's heads are asked, what it starts from, and what its answers mean: for our labels, or for others. */
import type { Band, Shares } from '../records.ts'
import type { Calibration } from './calibration.ts'
import type { LogisticProblem } from './logistic.ts'
import type { Logits, Weights } from './weights.ts'

/** One question, answered in log-odds. */
export interface Head {
  /** The label that is a yes to it; the others that it is asked about are a no. */
  readonly label: string
  readonly isAskedAbout: (label: string) => boolean
  /** However many say yes, together they count at most this many times as much as those that say no. */
  readonly mostYesPerNo: number
}

export type BandOf = (logits: Logits, shares: Shares) => Band

export interface Scheme {
  /** Names it: a model that stands on another means nothing here. Eight hexadecimal digits. */
  readonly fingerprint: string
  /** How versions of its models begin. */
  readonly version: string
  /** The labels that teach, in the order of the codebook. */
  readonly labels: readonly string[]
  /** The label that must not be suggested wrongly too often; it has the first head. Null where there is no such limit. */
  readonly harmful: string | null
  readonly heads: readonly Head[]
  /** What is known before anything is learned, and whether that is enough to suggest by. */
  readonly base: Weights
  readonly knowsBeforehand: boolean
  readonly penalty: LogisticProblem['penalty']
  readonly sharesOf: (logits: Logits) => Shares
  /** How much a word that moves each head counts as a reason, in [0, 1]. */
  readonly reasonsOf: (shares: Shares) => readonly number[]
  /** @param calibration null before anything is learned */
  readonly bandsBy: (calibration: Calibration | null, accusationLimit: number) => BandOf
  /** The share above which the harmful label is suggested, in [0, 1]; null where there is no such label. */
  readonly harmfulAbove: (calibration: Calibration | null, accusationLimit: number) => number | null
}
