/** What every coefficient of agreement is made of: sums that add up over units, and so over resampled threads. */

/** One unit as its coders labelled it: how many gave each label, by the label's place. */
export type Ratings = ArrayLike<number>

/**
 * The sums of some units, in one row of numbers so that rows can be added: [units with two or more coders, their share
 * of agreeing pairs, units, ratings of units with two or more, coincidences on the diagonal], then for each label its
 * ratings in units with two or more coders, then for each label the sum over all units of its share.
 */
export const heads = { paired: 0, agreeing: 1, units: 2, ratings: 3, same: 4 } as const
const headsEnd = 5

export const widthOf = (labels: number): number => headsEnd + 2 * labels
export const marginAt = (label: number): number => headsEnd + label
export const shareAt = (label: number, labels: number): number => headsEnd + labels + label

/** Adds one unit. @param sums as long as `widthOf` says */
export function addUnit(sums: Float64Array, ratings: Ratings): void {
  const labels = ratings.length
  let coders = 0
  let samePairs = 0
  for (let label = 0; label < labels; label += 1) {
    const n = ratings[label] ?? 0
    coders += n
    samePairs += n * (n - 1)
  }
  if (coders === 0) return
  add(sums, heads.units, 1)
  for (let label = 0; label < labels; label += 1)
    add(sums, shareAt(label, labels), (ratings[label] ?? 0) / coders)
  if (coders < 2) return
  add(sums, heads.paired, 1)
  add(sums, heads.agreeing, samePairs / (coders * (coders - 1)))
  add(sums, heads.ratings, coders)
  add(sums, heads.same, samePairs / (coders - 1))
  for (let label = 0; label < labels; label += 1) add(sums, marginAt(label), ratings[label] ?? 0)
}

function add(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}
