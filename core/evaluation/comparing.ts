/** Whether two shares differ by more than chance, and what is left of many such findings. */
import type { Share } from '../contract/model-report.ts'

type Counted = Pick<Share, 'hits' | 'of'>

/**
 * How likely chance alone makes two independent shares differ by as much or more: the chi-squared test with N - 1.
 *
 * @returns in [0, 1]; null where fewer than one hit or one miss was to be expected in either, as the test needs
 * @source Campbell (2007), Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations,
 * Statistics in Medicine 26, 3661-3675
 */
export function chanceOfDifference(one: Counted, other: Counted): number | null {
  const total = one.of + other.of
  const hits = one.hits + other.hits
  const smaller = Math.min(one.of, other.of)
  if (Math.min(hits, total - hits) * smaller < total) return null
  const cross = one.hits * (other.of - other.hits) - other.hits * (one.of - one.hits)
  const root = (cross * Math.sqrt(total - 1)) / Math.sqrt(one.of * other.of * hits * (total - hits))
  return complementOfErf(Math.abs(root) / Math.SQRT2)
}

/**
 * The smallest share of false findings at which each p-value would still be one, in their order.
 *
 * @param values each in [0, 1]
 * @source Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society
 * B 57, 289-300; as adjusted values in Yekutieli and Benjamini (1999), Journal of Statistical Planning and Inference 82
 */
export function benjaminiHochberg(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  const adjusted = Array.from(values)
  let least = 1
  for (const [from, at] of order.entries()) {
    const rank = values.length - from
    least = Math.min(least, ((values[at] ?? 0) * values.length) / rank)
    adjusted[at] = least
  }
  return adjusted
}

/**
 * 1 - erf(x), off by at most 1.5e-7: far below what a thousand comparisons are held to.
 *
 * @param x 0 or more
 * @source Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 7.1.26
 */
export function complementOfErf(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const sum = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce(
    (so, coefficient) => so * t + coefficient,
    0,
  )
  return sum * t * Math.exp(-x * x)
}
