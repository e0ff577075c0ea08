/** What the service answers where many comments are decided at once. */
import type { ScoreCounts } from '../queue/histogram.ts'

/** How the model's scores of the undecided comments are spread that match. */
export interface ScoreHistogram extends ScoreCounts {
  /** False where there is no model, or nobody is to see what it thinks; then nothing is counted. */
  readonly hasScores: boolean
  /** The model is reading comments: the counts will change. */
  readonly isScoring: boolean
  /** The share above which a comment is suggested as the harmful label, in [0, 1]; null for other labels. */
  readonly likelyFrom: number | null
}

/** A sample of many, to be read before they are decided at once. */
export interface QueueSample {
  /** How many of them are undecided, `except` among them. */
  readonly undecided: number
  /** Those of `except` that are among them. */
  readonly exceptHere: readonly number[]
  /** At random, in random order. */
  readonly rows: readonly SampledComment[]
}

export interface SampledComment {
  readonly commentId: number
  readonly text: string
  readonly author: string | null
  /** In [0, 1]; null where the model has not looked, and where suggestions are off. */
  readonly share: number | null
}
