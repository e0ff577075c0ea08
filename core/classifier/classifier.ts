/** What a classifier can do. The starter, every project's own model, and one that knows nothing yet are one of these. */
import type { Suggestion } from '../records.ts'

export interface LabelledText {
  readonly text: string
  /** The id of a label that teaches; "unsure" says nothing about a text and is left out by the caller. */
  readonly label: string
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
  /** Largest share of comments that are no trolls that may be suggested as troll, in (0, 1). Nothing to other labels. */
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
  /** The labels that it tells apart, in the order of the codebook. */
  readonly labels: readonly string[]
  /** Those whose share it works out for itself; what is left is the share of the others. */
  readonly heads: readonly string[]
  /** The label that must not be suggested wrongly too often, and whose share says how harmful a text is; else null. */
  readonly harmful: string | null
  /** False where it has nothing to go by: other labels than ours, and nothing learned yet. */
  readonly canSuggest: boolean
  /** Null where the labels are not ours: nothing is called a troll there. */
  readonly threshold: ThresholdFacts | null
  /** The share of the harmful label above which it is suggested, in [0, 1]; null where the labels are not ours. */
  readonly harmfulAbove: number | null
  /** One suggestion a text, in order. Any string is allowed; never throws, never NaN. */
  suggest(texts: readonly string[], options?: SuggestOptions): readonly Suggestion[]
  /**
   * A new classifier fitted on all the decisions given (not only the new ones), from where this one started. The same
   * decisions give the same classifier, whatever their order, so one taken back leaves no trace. Those that measure
   * also set the calibration and the threshold, each scored by a fit without it.
   *
   * @returns null when there is nothing to learn from (fewer than two labels)
   */
  learn(decisions: readonly Taught[], options: LearnOptions): Classifier | null
  /** What was learned, to be kept in the project file; null where nothing was. */
  save(): Uint8Array | null
}
