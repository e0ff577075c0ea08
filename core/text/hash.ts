/** Fast hashes of text, for recognising what was met before. Not for secrets. */

/**
 * A 53-bit hash of a text.
 *
 * @param seed any whole number; different seeds give independent hashes
 * @returns a whole number in [0, 2^53)
 */
export function hash53(text: string, seed = 0): number {
  const lanes = startLanes(seed)
  mixText(lanes, text)
  return finish(lanes)
}

/**
 * A short name for a list of parts: the same parts in the same places give the same name, and `['ab', 'c']`
 * differs from `['a', 'bc']`, an absent part from an empty one.
 *
 * @returns 22 characters or fewer of 0-9 and a-z, of two 53-bit hashes
 */
export function hashOfParts(parts: readonly (string | null)[]): string {
  const first = startLanes(1)
  const second = startLanes(2)
  for (const part of parts) {
    const length = part === null ? -1 : part.length
    mixUnit(first, length)
    mixUnit(second, length)
    if (part === null) continue
    mixText(first, part)
    mixText(second, part)
  }
  return base36(finish(first)) + base36(finish(second))
}

/** Two 32-bit lanes of multiply and xor, stirred at the end. */
interface Lanes {
  low: number
  high: number
  units: number
}

function startLanes(seed: number): Lanes {
  return { low: 0x9e3779b9 ^ seed, high: 0x6a09e667 ^ Math.imul(seed, 0x85ebca6b), units: 0 }
}

function mixUnit(lanes: Lanes, unit: number): void {
  lanes.low = Math.imul(lanes.low ^ unit, 0x85ebca77)
  lanes.high = Math.imul(lanes.high ^ unit, 0xc2b2ae3d) ^ (lanes.low >>> 15)
  lanes.units += 1
}

/** The same as `mixUnit` for every unit, with the lanes in variables: this is where the time goes. */
function mixText(lanes: Lanes, text: string): void {
  let { low, high } = lanes
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x85ebca77)
    high = Math.imul(high ^ unit, 0xc2b2ae3d) ^ (low >>> 15)
  }
  lanes.low = low
  lanes.high = high
  lanes.units += text.length
}

function finish({ low, high, units }: Lanes): number {
  const lower = stir(low ^ high)
  const upper = stir(high ^ lower ^ units)
  return (upper >>> 11) * 0x100000000 + (lower >>> 0)
}

/** @source The constants are those of MurmurHash3's finish, Appleby (2011) */
function stir(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** In two halves that each fit a small integer: writing a large number in base 36 is slow. At most 11 digits. */
function base36(number: number): string {
  const digits = 36 ** 5
  const low = number % digits
  return Math.floor(number / digits).toString(36) + low.toString(36).padStart(5, '0')
}
