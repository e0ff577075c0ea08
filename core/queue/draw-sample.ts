/** A random sample of many comments, in one pass. */
import { type Random, shuffle } from '../random.ts'

/**
 * Each of `ids` is as likely to be drawn as the next, and so is each order of those drawn.
 *
 * @param size at least 1; fewer are drawn where there are no more
 * @source Vitter (1985), Random sampling with a reservoir, ACM Transactions on Mathematical Software 11, 37-57,
 * algorithm R; what it keeps is shuffled, for its places are not
 */
export function drawSample(ids: Iterable<number>, size: number, random: Random): readonly number[] {
  const drawn: number[] = []
  let seen = 0
  for (const id of ids) {
    seen += 1
    if (drawn.length < size) drawn.push(id)
    else {
      const place = Math.floor(random() * seen)
      if (place < size) drawn[place] = id
    }
  }
  return shuffle(drawn, random)
}
