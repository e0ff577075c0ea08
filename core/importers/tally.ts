/** Counts how often each hash was met, in flat memory: a million hashes take about 25 MB, a Set of them 60. */

/** The state; change it only through `count`. Slots are empty where `counts` is 0. */
export interface Tally {
  hashes: Float64Array
  counts: Uint32Array
  /** Different hashes met. */
  size: number
}

/** An empty tally. */
export function createTally(): Tally {
  return { hashes: new Float64Array(1024), counts: new Uint32Array(1024), size: 0 }
}

/**
 * Adds one to a hash's count.
 *
 * @param hash a whole number in [0, 2^53)
 * @returns how often it had been met before; 0 the first time
 */
export function count(tally: Tally, hash: number): number {
  if (tally.size * 4 >= tally.counts.length * 3) grow(tally)
  const slot = slotOf(tally, hash)
  const before = tally.counts[slot] ?? 0
  if (before === 0) {
    tally.hashes[slot] = hash
    tally.size += 1
  }
  tally.counts[slot] = before + 1
  return before
}

/** How often a hash was met. */
export function countOf(tally: Tally, hash: number): number {
  return tally.counts[slotOf(tally, hash)] ?? 0
}

/** The sum of the counts of those hashes of `tally` that are also in `others`. */
export function countShared(tally: Tally, others: Tally): number {
  let shared = 0
  for (let slot = 0; slot < tally.counts.length; slot++) {
    const times = tally.counts[slot] ?? 0
    if (times > 0 && countOf(others, tally.hashes[slot] ?? 0) > 0) shared += times
  }
  return shared
}

/** Where a hash is, or the empty slot where it belongs. The length is a power of two and never full. */
function slotOf(tally: Tally, hash: number): number {
  const mask = tally.counts.length - 1
  let slot = (hash ^ (hash / 0x100000000)) & mask
  while (tally.counts[slot] !== 0 && tally.hashes[slot] !== hash) slot = (slot + 1) & mask
  return slot
}

function grow(tally: Tally): void {
  const { hashes, counts } = tally
  tally.hashes = new Float64Array(hashes.length * 2)
  tally.counts = new Uint32Array(counts.length * 2)
  for (let old = 0; old < counts.length; old++) {
    if (counts[old] === 0) continue
    const hash = hashes[old] ?? 0
    const slot = slotOf(tally, hash)
    tally.hashes[slot] = hash
    tally.counts[slot] = counts[old] ?? 0
  }
}
