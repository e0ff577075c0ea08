/** Second opinions: what is proposed, hidden among other comments, so that to be asked about one tells nothing of it. */
import { createRandom } from '../random.ts'
import { shuffledBy } from './order.ts'

/** Even one proposal is not alone with another comment. */
const fewestMore = 4

/**
 * How many comments are mixed in: at least as many as are proposed, and how many more depends on the seed, so that
 * nobody can tell from their number how many are proposed.
 *
 * @param proposed how many are; with none, nobody is asked
 * @param available how many others there are to mix in
 */
export function mixedIn(proposed: number, available: number, seed: number): number {
  if (proposed === 0) return 0
  const more = Math.floor(createRandom(seed)() * (proposed + 1))
  return Math.min(available, proposed + fewestMore + more)
}

/** @param today "2026-09-14". @returns another seed each day: the mix of a day stays as it is */
export function seedOfDay(seed: number, today: string): number {
  return (seed ^ Number(today.replaceAll('-', ''))) >>> 0
}

/** @returns ids of both, in an order that tells nothing of which is which */
export function mixedOrder(
  { proposed, others }: { readonly proposed: Int32Array; readonly others: Int32Array },
  seed: number,
): Int32Array<ArrayBuffer> {
  // Drawn by another order than they are shown in: the first of one order would all come first in it.
  const drawn = shuffledBy(others, seed + 1).subarray(0, mixedIn(proposed.length, others.length, seed))
  const both = new Int32Array(proposed.length + drawn.length)
  both.set(proposed)
  both.set(drawn, proposed.length)
  return Int32Array.from(shuffledBy(both, seed))
}
