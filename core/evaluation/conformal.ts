/** The line above which a comment is called troll, so that few who are none are called so. */

/** The largest share of comments that are no trolls that may be called troll, unless a project says otherwise. */
export const defaultAccusationLimit = 0.02

/**
 * The split-conformal threshold. Of comments drawn like those scored here, on average no more than the limit score
 * above it, whatever the scores look like: nothing is assumed of the model or the project.
 *
 * @param scores of comments that are no trolls and that the model has not learned from, ascending
 * @param limit the share that may be accused, in (0, 1)
 * @returns a score, to be exceeded strictly: equal scores are not accused. Null when there are too few to say
 * @source Papadopoulos, Proedrou, Vovk and Gammerman (2002), Inductive confidence machines for regression, ECML;
 * Lei et al. (2018), Distribution-free predictive inference for regression, JASA 113, 1094-1111
 */
export function conformalThreshold(scores: readonly number[] | Float64Array, limit: number): number | null {
  const above = mayBeAbove(scores.length, limit)
  return above === 0 ? null : (scores[scores.length - above] ?? null)
}

/** How many non-trolls it takes for the threshold to be finite: 49 for 2 %, 19 for 5 %. */
export function fewestFor(limit: number): number {
  return Math.ceil(1 / limit - rounding) - 1
}

/** Far below one comment in a million: 1 / 0.02 must count as 50. */
const rounding = 1e-9

/**
 * How many of the scores lie on the line or above it: m + 1 - k, where k = ceil((m + 1)(1 - limit)) is the rank of the threshold among m scores: the new comment is as
 * likely to take any of the m + 1 ranks, and so many of them are above.
 */
export function mayBeAbove(count: number, limit: number): number {
  return Math.floor((count + 1) * limit + rounding)
}
