/** The line above which a comment is called troll, so that few who are none are called so. */
import { betaQuantile } from './intervals.ts'

/** The largest share of comments that are no trolls that may be called troll, unless a project says otherwise. */
export const defaultAccusationLimit = 0.02

/**
 * The split-conformal threshold. Of comments drawn like those scored here, on average no more than the limit score
 * above it, and in 39 of 40 projects no more than twice the limit (at 2 %, from 91 scores on), whatever the scores look
 * like: nothing is assumed of the model or the project.
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

/** In so many projects no more than twice the limit is accused. */
const often = 0.975

/**
 * How many of the scores lie on the line or above it. The new comment is as likely to take any of the m + 1 ranks, so that
 * floor((m + 1) limit) above keep the limit on average. That says little of the one project somebody has: with 200 scores,
 * one in twenty would still accuse 3.8 % where the limit is 2 %. So fewer are above where that is needed to keep twice the
 * limit in 39 of 40 projects; one always is, else the line could not be drawn before 91 scores.
 *
 * @returns 0 where there are too few scores for a line
 * @source Vovk (2012), Conditional validity of inductive conformal predictors, ACML, proposition 2a: the true share has a
 * beta distribution
 */
export function mayBeAbove(count: number, limit: number): number {
  const onAverage = Math.floor((count + 1) * limit + rounding)
  for (let above = onAverage; above > 1; above--) {
    if (betaQuantile(often, above, count + 1 - above) <= 2 * limit) return above
  }
  return Math.min(1, onAverage)
}
