/** Repeatable randomness: the same seed gives the same numbers on every machine. */

/** Gives the next number in [0, 1). */
export type Random = () => number

/**
 * A small generator for shuffling and sampling; not for secrets.
 *
 * @param seed any whole number; kept with whatever was drawn from it
 * @source Tommy Ettinger, mulberry32 (public domain)
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A new list with the same items in a random order. */
export function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const drawn = items.map((item) => ({ item, draw: random() }))
  return drawn.toSorted((one, other) => one.draw - other.draw).map(({ item }) => item)
}
