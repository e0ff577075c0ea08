/** How scores are spread, counted finely enough that every band of whole hundredths is a sum of counts. */

/** Half hundredths. */
export const fineBins = 200

/** From and to, in hundredths of a share: whole, 0 <= from < to <= 100. `to` itself is in it only where it is 100. */
export interface ScoreBand {
  readonly from: number
  readonly to: number
}

export interface ScoreCounts {
  /** `fineBins` counts of equal width over [0, 1]; 1 itself is in the last. */
  readonly bins: readonly number[]
  /** Those without a score. */
  readonly unscored: number
}

/**
 * @param scores by place, in [0, 1]; negative where there is none
 * @param marks 1 for each place that counts
 */
export function countScores(scores: Float64Array, marks: Uint8Array): ScoreCounts {
  const bins: number[] = new Array(fineBins).fill(0)
  let unscored = 0
  for (let place = 0; place < marks.length; place += 1) {
    if (marks[place] !== 1) continue
    const score = scores[place] ?? -1
    if (score < 0) unscored += 1
    else {
      const bin = binOf(score)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
  }
  return { bins, unscored }
}

/** Exactly as `bandQuery` would have it: a score on an edge belongs above it. */
function binOf(score: number): number {
  let bin = Math.min(fineBins - 1, Math.floor(score * fineBins))
  if (bin > 0 && score < bin / fineBins) bin -= 1
  else if (bin < fineBins - 1 && score >= (bin + 1) / fineBins) bin += 1
  return bin
}

/** Comments of a band. */
export function countWithin(bins: readonly number[], { from, to }: ScoreBand): number {
  const each = fineBins / 100
  return sum(bins.slice(from * each, to * each))
}

/** The counts in fewer, wider bins. @param into divides `fineBins` */
export function widerBins(bins: readonly number[], into: number): readonly number[] {
  const each = fineBins / into
  return Array.from({ length: into }, (_, at) => sum(bins.slice(at * each, (at + 1) * each)))
}

/**
 * What to search for to find a band.
 *
 * @param label the id of a label; null for the harmful one
 */
export function bandQuery({ from, to }: ScoreBand, label: string | null): string {
  // Quoted: an id may have in it what would end it.
  const term = (range: string) => (label === null ? `score:${range}` : `score:"${label}:${range}"`)
  const above = term(`>=${from / 100}`)
  return to === 100 ? above : `${above} ${term(`<${to / 100}`)}`
}

/**
 * The part of a band that has none of these scores in it: below the lowest or above the highest, whichever has more
 * comments. Null where there is none, or nothing in it.
 *
 * @param scores in [0, 1]
 */
export function narrower(
  band: ScoreBand,
  scores: readonly number[],
  bins: readonly number[],
): ScoreBand | null {
  if (scores.length === 0) return null
  // Rounded outwards: a score on an edge belongs above it.
  const lowest = Math.floor(Math.min(...scores) * 100)
  const highest = Math.floor(Math.max(...scores) * 100) + 1
  const sides: readonly ScoreBand[] = [
    { from: band.from, to: Math.min(band.to, lowest) },
    { from: Math.max(band.from, highest), to: band.to },
  ]
  const [best] = sides
    .filter(({ from, to }) => from < to)
    .map((side) => ({ side, comments: countWithin(bins, side) }))
    .toSorted((one, other) => other.comments - one.comments)
  return best !== undefined && best.comments > 0 ? best.side : null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
