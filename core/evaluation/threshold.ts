/** Where to draw the line so that few are accused wrongly. */

/**
 * The lowest threshold at which the mean share of false accusations over several sets is within the limit. Every
 * set counts the same, so that a large easy set cannot hide a small hard one.
 *
 * @param negatives one list a set: scores of those who must not be accused; no list may be empty
 * @param limit share in [0, 1]
 * @returns a score: accuse those at or above it; Infinity when there are no sets
 */
export function thresholdFor(negatives: readonly (readonly number[])[], limit: number): number {
  const steps = negatives
    .flatMap((scores) => scores.map((score) => ({ score, share: 1 / (scores.length * negatives.length) })))
    .toSorted((one, other) => other.score - one.score)
  let accused = 0
  let threshold = Number.POSITIVE_INFINITY
  for (const [at, { score, share }] of steps.entries()) {
    accused += share
    if (accused > limit) return threshold
    // Between this one and the next, so that those just accused are above it and equal scores stay together.
    const next = steps[at + 1]?.score ?? score
    if (next < score) threshold = (score + next) / 2
  }
  return threshold
}
