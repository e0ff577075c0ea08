/** How sure a share is, from so many of so many, and how sure the difference of two is. */
import type { Share } from '../contract/model-report.ts'

/** Both in [0, 1]. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The two-sided Clopper-Pearson interval: the true share lies in it at least so often, whatever it is.
 *
 * @param hits whole, in [0, of]; with `of` 0 nothing is known and the interval is [0, 1]
 * @param confidence in (0, 1)
 * @source Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the
 * binomial, Biometrika 26, 404-413
 */
export function clopperPearson(hits: number, of: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: hits <= 0 ? 0 : betaQuantile(tail, hits, of - hits + 1),
    high: hits >= of ? 1 : betaQuantile(1 - tail, hits + 1, of - hits),
  }
}

/** The one-sided upper bound: the true share is below it at least so often. 1 with `of` 0. */
export function upperBound(hits: number, of: number, confidence = 0.95): number {
  return hits >= of ? 1 : betaQuantile(confidence, hits + 1, of - hits)
}

/** With its two-sided 95 % interval. */
export function shareOf(hits: number, of: number): Share {
  return { hits, of, ...clopperPearson(hits, of) }
}

/** The quantile of the normal distribution that leaves 2.5 % above it. */
const normal975 = 1.959963984540054

/**
 * Wilson's score interval at 95 %, without a correction for continuity: nearly always right, and narrower than the
 * exact one. Here for the difference below, which is made of it.
 *
 * @param hits whole, in [0, of]; with `of` 0 nothing is known and the interval is [0, 1]
 * @source Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22, 209-212
 */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const z2 = normal975 ** 2
  const middle = 2 * hits + z2
  const half = normal975 * Math.sqrt(z2 + (4 * hits * (of - hits)) / of)
  const whole = 2 * (of + z2)
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

/** How much more often something happens in one group than in another: all in [-1, 1]. */
export interface Difference extends Interval {
  readonly difference: number
}

/**
 * The difference of two independent shares, the first less the second, with its 95 % interval: the two Wilson
 * intervals, squared and added.
 *
 * @param one @param other hits, whole, in [0, of]; with either `of` 0 the interval is [-1, 1]
 * @source Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of
 * eleven methods, Statistics in Medicine 17, 873-890, method 10
 */
export function newcombe(one: Pick<Share, 'hits' | 'of'>, other: Pick<Share, 'hits' | 'of'>): Difference {
  if (one.of === 0 || other.of === 0) return { difference: 0, low: -1, high: 1 }
  const [p, q] = [one.hits / one.of, other.hits / other.of]
  const [ofP, ofQ] = [wilson(one.hits, one.of), wilson(other.hits, other.of)]
  const difference = p - q
  return {
    difference,
    low: difference - Math.hypot(p - ofP.low, ofQ.high - q),
    high: difference + Math.hypot(ofP.high - p, q - ofQ.low),
  }
}

/**
 * The share of [0, 1] below which a beta distribution is with this probability: where the regularised incomplete beta
 * function reaches it, by halving, since it only ever rises.
 *
 * @param share in (0, 1)
 * @param a above 0
 * @param b above 0
 */
export function betaQuantile(share: number, a: number, b: number): number {
  let low = 0
  let high = 1
  // Enough to reach neighbouring floating-point numbers.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The regularised incomplete beta function I_x(a, b): the share of a beta distribution below x.
 *
 * @param x in [0, 1]
 * @param a above 0
 * @param b above 0
 * @source NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast below the mean; above it the mirror image does.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

const closeEnough = 1e-15
/** It takes about the square root of the larger parameter: enough for millions of comments. */
const mostTerms = 10_000
const nearZero = 1e-300

/**
 * The continued fraction 1 / (1 + d1 / (1 + d2 / (1 + ...))).
 *
 * @source Lentz's method as modified by Thompson and Barnett (1986), Coulomb and Bessel functions of complex
 * arguments and order, Journal of Computational Physics 64, 490-509
 */
function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < nearZero ? nearZero : value)
  let numerator = 1
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = denominator
  for (let m = 1; m <= mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    denominator = 1 / awayFromZero(1 + even * denominator)
    numerator = awayFromZero(1 + even / numerator)
    fraction *= denominator * numerator
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    denominator = 1 / awayFromZero(1 + odd * denominator)
    numerator = awayFromZero(1 + odd / numerator)
    const change = denominator * numerator
    fraction *= change
    if (Math.abs(change - 1) < closeEnough) break
  }
  return fraction
}

const shiftTo = 15
/** B_2k / (2k (2k - 1)) for k = 1 to 7. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156]

/**
 * The logarithm of the gamma function, for values above 0: Stirling's series, after moving up to where it is exact
 * to the last digits.
 *
 * @source NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1
 */
function logGamma(value: number): number {
  let moved = value
  let product = 1
  while (moved < shiftTo) product *= moved++
  const series = stirling.reduce((sum, coefficient, at) => sum + coefficient / moved ** (2 * at + 1), 0)
  return (moved - 0.5) * Math.log(moved) - moved + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
}
