/** What a classifier of troll, critic and neither can do. The starter and every project's own model are one of these. */
import type { Suggestion } from '../records.ts'

export interface LabelledText {
  readonly text: string
  /** `troll`, `critic` or `neither`; other labels (unsure) teach nothing and are left out by the caller. */
  readonly label: 'troll' | 'critic' | 'neither'
}

export interface SuggestOptions {
  /** Also say which words moved the model. Costs about as much again; off by default. */
  readonly evidence?: boolean
}

export interface Classifier {
  /** Names the weights, for example "starter-1" or "starter-1+312.a1b2c3". The same weights have the same version. */
  readonly version: string
  /** How many decisions the model has learned from; 0 for the starter. */
  readonly decisions: number
  /** One suggestion a text, in order. Any string is allowed; never throws, never NaN. */
  suggest(texts: readonly string[], options?: SuggestOptions): readonly Suggestion[]
  /**
   * A new classifier fitted on all the decisions given (not only the new ones), starting from the starter's
   * weights. The same decisions give the same classifier, whatever their order.
   *
   * @returns null when there is nothing to learn from (fewer than two labels)
   */
  learn(decisions: readonly LabelledText[]): Classifier | null
  /** The project's part of the weights, to be kept in the project file; null for the starter. */
  save(): Uint8Array | null
}

/** The labels that say something about a text; "unsure" does not. */
export const teachingLabels = ['troll', 'critic', 'neither'] as const
