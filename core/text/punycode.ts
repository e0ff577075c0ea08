/** Host names as people write them, from how the network writes them. */

const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const firstBias = 72
const firstCode = 128
/** A label of a host name is never longer; what is, is no host name. */
const longest = 63

/**
 * One label of a host name in its own letters: "xn--bcher-kva" is "bücher". As it is where it has no such form, or a
 * broken one.
 *
 * @source RFC 3492, section 6.2
 */
export function unpuny(label: string): string {
  if (!label.toLowerCase().startsWith('xn--') || label.length > longest) return label
  const coded = label.slice(4)
  const hyphen = coded.lastIndexOf('-')
  const letters = [...coded.slice(0, Math.max(0, hyphen))].map((one) => one.codePointAt(0) ?? 0)
  let code = firstCode
  let place = 0
  let bias = firstBias
  for (let at = hyphen + 1; at < coded.length; ) {
    const before = place
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(coded.charCodeAt(at))
      at += 1
      if (digit < 0) return label
      place += digit * weight
      const threshold = Math.min(tMax, Math.max(tMin, k - bias))
      if (digit < threshold) break
      weight *= base - threshold
    }
    const length = letters.length + 1
    bias = adapt(place - before, length, before === 0)
    code += Math.floor(place / length)
    place %= length
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return label
    letters.splice(place, 0, code)
    place += 1
  }
  return String.fromCodePoint(...letters)
}

/** -1 for what is no digit, and for the end of the text. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 26
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : -1
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : delta >> 1
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}
