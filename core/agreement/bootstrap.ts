/** How sure a coefficient is: from drawing the threads again and again. */
import type { Interval } from '../evaluation/intervals.ts'
import { createRandom, type Random } from '../random.ts'

/** So many blocks at most are drawn from: more threads are put together at random, which changes little and saves hours. */
export const mostBlocks = 2000
/** A coefficient that has no value in more of the draws than this has no interval. */
const mostWithout = 0.05

export interface Draws {
  readonly seed: number
  /** How often all blocks are drawn again. */
  readonly resamples: number
}

/**
 * The percentile intervals of several coefficients from one set of draws, with replacement, of whole blocks: comments
 * of one thread are alike, and to draw them one by one would promise too much.
 *
 * @param blocks the sums of each thread, all equally long; at most `mostBlocks`, see `gather`
 * @param coefficients of added-up sums
 * @returns an interval at 95 % for each; null where it has no value too often, and where every draw gives the same: then
 * the draws know nothing of what was not seen
 * @source Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13 (percentile intervals); Field and
 * Welsh (2007), Bootstrapping clustered data, Journal of the Royal Statistical Society B 69, 369-390 (whole clusters)
 */
export function bootstrap(
  blocks: readonly Float64Array[],
  coefficients: readonly ((sums: Float64Array) => number | null)[],
  { seed, resamples }: Draws,
): readonly (Interval | null)[] {
  const random = createRandom(seed)
  const width = blocks[0]?.length ?? 0
  const flat = Float64Array.from(blocks.flatMap((block) => [...block]))
  const found = coefficients.map(() => [] as number[])
  const sums = new Float64Array(width)
  for (let draw = 0; draw < resamples; draw += 1) {
    drawInto(sums, flat, random)
    for (const [at, coefficient] of coefficients.entries()) {
      const value = coefficient(sums)
      if (value !== null) found[at]?.push(value)
    }
  }
  return found.map((values) => intervalOf(values, resamples))
}

function drawInto(sums: Float64Array, flat: Float64Array, random: Random): void {
  const width = sums.length
  const blocks = flat.length / width
  sums.fill(0)
  for (let block = 0; block < blocks; block += 1) {
    const from = Math.floor(random() * blocks) * width
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (flat[from + at] ?? 0)
  }
}

function intervalOf(values: readonly number[], resamples: number): Interval | null {
  if (values.length < resamples * (1 - mostWithout)) return null
  const sorted = Float64Array.from(values).sort()
  const low = quantile(sorted, 0.025)
  const high = quantile(sorted, 0.975)
  return low === high ? null : { low, high }
}

/** Between the two neighbours. @param sorted not empty */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** Puts blocks together at random until there are at most `mostBlocks`. */
export function gather(blocks: readonly Float64Array[], seed: number): readonly Float64Array[] {
  if (blocks.length <= mostBlocks) return blocks
  const random = createRandom(seed)
  const width = blocks[0]?.length ?? 0
  const gathered = Array.from({ length: mostBlocks }, () => new Float64Array(width))
  for (const block of blocks) {
    const into = gathered[Math.floor(random() * mostBlocks)]
    if (into) for (const [at, value] of block.entries()) into[at] = (into[at] ?? 0) + value
  }
  return gathered
}
