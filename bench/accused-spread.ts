/**
 * How far the shares of wrongly accused in single projects spread: by what a split-conformal line promises, as counted,
 * and without the noise of the count.
 */
import { mayBeAbove } from '../core/evaluation/conformal.ts'
import { betaQuantile } from '../core/evaluation/intervals.ts'
import { createRandom } from '../core/random.ts'
import { quantile } from './support.ts'

/** A simulated project: how many of so many non-trolls that it was checked on were called troll. */
export interface Checked {
  readonly accused: number
  readonly of: number
}

export interface Spread {
  readonly mean: number
  /** In 95 % of projects, as counted; with the 95 % interval of that, by drawing the projects again. */
  readonly counted: number
  readonly low: number
  readonly high: number
  /** The same of the true shares: a beta distribution with the mean and the spread that counting does not explain. */
  readonly uncounted: number
}

const often = 0.95
const draws = 4000

/**
 * The share that a line of so many non-trolls keeps within in 95 % of projects, whatever the scores are like.
 *
 * @returns in [0, 1]; 0 where there are too few for a line
 * @source Vovk (2012), Conditional validity of inductive conformal predictors, ACML, proposition 2a
 */
export function promisedBy(nonTrolls: number, limit: number): number {
  const above = mayBeAbove(nonTrolls, limit)
  return above === 0 ? 0 : betaQuantile(often, above, nonTrolls + 1 - above)
}

/** What a rule that keeps exactly that promise shows in 95 % of projects that are checked on so many. */
export function shownByChance(nonTrolls: number, limit: number, checkedOn: number): number {
  const random = createRandom(4000)
  const above = mayBeAbove(nonTrolls, limit)
  const gamma = (shape: number) =>
    Array.from({ length: shape }, () => -Math.log(1 - random())).reduce((sum, one) => sum + one, 0)
  const shares = Array.from({ length: draws }, () => {
    const accused = gamma(above)
    const share = accused / (accused + gamma(nonTrolls + 1 - above))
    return Array.from({ length: checkedOn }, random).filter((one) => one < share).length / checkedOn
  })
  return quantile(shares, often)
}

export function spreadOf(projects: readonly Checked[]): Spread {
  const shares = projects.map(({ accused, of }) => accused / Math.max(1, of))
  const random = createRandom(5000)
  const again = Array.from({ length: draws }, () =>
    quantile(
      shares.map(() => shares[Math.floor(random() * shares.length)] ?? 0),
      often,
    ),
  )
  return {
    mean: meanOf(shares),
    counted: quantile(shares, often),
    low: quantile(again, 0.025),
    high: quantile(again, 0.975),
    uncounted: withoutCounting(projects, shares),
  }
}

/** By moments: of the variance of the shares, what counting adds on average is taken off. */
function withoutCounting(projects: readonly Checked[], shares: readonly number[]): number {
  const mean = meanOf(shares)
  const variance = meanOf(shares.map((share) => (share - mean) ** 2)) * (shares.length / (shares.length - 1))
  const ofCounts = meanOf(
    projects.map(({ of }, at) => {
      const share = shares[at] ?? 0
      return (share * (1 - share)) / Math.max(1, of - 1)
    }),
  )
  const left = variance - ofCounts
  if (!(left > 0)) return mean
  const size = (mean * (1 - mean)) / left - 1
  return betaQuantile(often, mean * size, (1 - mean) * size)
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
