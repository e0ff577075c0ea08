/** How good scores are: ranking, accusations at a threshold, calibration. Scores and truths go by the same index. */

/** One scored example and whether it is what the score is for. */
export interface Scored {
  readonly score: number
  readonly isPositive: boolean
  /** How much it counts; 1 when not given. */
  readonly weight?: number
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties counting half. Ignores weights.
 *
 * @returns in [0, 1]; null when there are no positives or no negatives
 * @source Hanley and McNeil (1982), The meaning and use of the area under a ROC curve, Radiology 143(1), 29-36
 */
export function rocAuc(examples: readonly Scored[]): number | null {
  const sorted = examples.toSorted((one, other) => one.score - other.score)
  const positives = sorted.filter(({ isPositive }) => isPositive).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  let from = 0
  while (from < sorted.length) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++
    const sharedRank = (from + 1 + to) / 2
    rankSum += sharedRank * sorted.slice(from, to).filter(({ isPositive }) => isPositive).length
    from = to
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

export interface Rates {
  /** Share of the positives at or above the threshold; null without positives. */
  readonly recall: number | null
  /** Share of positives among those at or above the threshold; null when none is. */
  readonly precision: number | null
  /** Share of the negatives at or above the threshold: the false accusations. Null without negatives. */
  readonly falsePositives: number | null
}

/** Counts each example once, whatever its weight. */
export function ratesAt(examples: readonly Scored[], threshold: number): Rates {
  const above = examples.filter(({ score }) => score >= threshold)
  const positives = examples.filter(({ isPositive }) => isPositive).length
  const hits = above.filter(({ isPositive }) => isPositive).length
  return {
    recall: share(hits, positives),
    precision: share(hits, above.length),
    falsePositives: share(above.length - hits, examples.length - positives),
  }
}

/**
 * Expected calibration error: how far probabilities are from what happens, over equal-width bins.
 *
 * @param examples scores are probabilities in [0, 1]
 * @returns in [0, 1]; null without examples
 * @source Naeini, Cooper and Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI
 */
export function calibrationError(examples: readonly Scored[], bins = 15): number | null {
  if (examples.length === 0) return null
  const binOf = ({ score }: Scored) => Math.min(bins - 1, Math.floor(score * bins))
  const gaps = [...Map.groupBy(examples, binOf).values()].map((bin) => {
    const claimed = bin.reduce((sum, { score }) => sum + score, 0)
    const happened = bin.filter(({ isPositive }) => isPositive).length
    return Math.abs(claimed - happened)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / examples.length
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
