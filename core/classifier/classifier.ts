/** What a classifier of troll, critic and neither can do. The starter and every project's own model are one of these. */
import type { Suggestion } from '../records.ts'

export interface LabelledText {
  readonly text: string
  /** `troll`, `critic` or `neither`; other labels (unsure) teach nothing and are left out by the caller. */
  readonly label: 'troll' | 'critic' | 'neither'
}

/** What a person has decided about a comment. */
export interface Taught extends LabelledText {
  readonly commentId: number
  /** Decided blind on a comment drawn at random: may set the threshold and the calibration, and measure. */
  readonly measures: boolean
}

/** Where the line to "troll" comes from. */
export interface ThresholdFacts {
  /** `shipped`: the strict one of the starter, until there are enough non-trolls. */
  readonly from: 'shipped' | 'project'
  /** Decided as critic or neither, blind, on comments drawn at random. */
  readonly nonTrolls: number
  /** So many keep the limit. */
  readonly needed: number
}

export interface LearnOptions {
  /** Largest share of comments that are no trolls that may be suggested as troll, in (0, 1). */
  readonly accusationLimit: number
}

export interface SuggestOptions {
  /** Also say which words moved the model. Costs about as much again; off by default. */
  readonly evidence?: boolean
}

export interface Classifier {
  /**
   * Names the weights, for example "starter-1" or "starter-1+312.a1b2c3". The same weights have the same version,
   * whatever the accusation limit.
   */
  readonly version: string
  /** How many decisions the model has learned from; 0 for the starter. */
  readonly decisions: number
  readonly threshold: ThresholdFacts
  /** One suggestion a text, in order. Any string is allowed; never throws, never NaN. */
  suggest(texts: readonly string[], options?: SuggestOptions): readonly Suggestion[]
  /**
   * A new classifier fitted on all the decisions given (not only the new ones), starting from the starter's
   * weights. The same decisions give the same classifier, whatever their order, so one taken back leaves no trace.
   * Those that measure also set the calibration and the threshold, each scored by a fit without it.
   *
   * @returns null when there is nothing to learn from (fewer than two labels)
   */
  learn(decisions: readonly Taught[], options: LearnOptions): Classifier | null
  /** The project's part of the weights, to be kept in the project file; null for the starter. */
  save(): Uint8Array | null
}

/** The labels that say something about a text; "unsure" does not. */
export const teachingLabels = ['troll', 'critic', 'neither'] as const
