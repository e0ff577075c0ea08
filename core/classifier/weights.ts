/** The numbers of a classifier: two logistic heads over the same features, and where it draws its lines. */
import { bucketCount, type Vectorizer } from '../text/features.ts'

/** Log-odds of troll against the rest, and of critic against neither among those that are not troll. */
export interface Logits {
  readonly troll: number
  readonly critic: number
}

/** Where suggestions turn from one band to the next; see `decide`. */
export interface Thresholds {
  /** Log-odds of troll above which a comment is suggested as troll. */
  readonly troll: number
  /** Log-odds of troll from which it is left to a person; not above `troll`. */
  readonly unsure: number
  /** How far from one half the probability of critic (given not troll) must be to count as critic or neither. */
  readonly margin: number
}

export interface Weights {
  /** Two numbers a bucket, troll then critic: one look-up in memory serves both heads. */
  readonly perBucket: Float32Array
  readonly bias: Logits
  readonly thresholds: Thresholds
}

export const headCount = 2
export const weightCount: number = bucketCount * headCount

/** The log-odds of the text that the vectorizer has read last. */
export function logitsOf(weights: Weights, { count, buckets, values }: Vectorizer): Logits {
  const { perBucket } = weights
  let { troll, critic } = weights.bias
  for (let at = 0; at < count; at++) {
    const place = (buckets[at] ?? 0) * headCount
    const value = values[at] ?? 0
    troll += value * (perBucket[place] ?? 0)
    critic += value * (perBucket[place + 1] ?? 0)
  }
  return { troll, critic }
}
