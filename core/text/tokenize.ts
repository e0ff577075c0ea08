/** Cuts a comment into words, each with its place in the original text. Made for speed: plain typed arrays, reused. */
import { identityTerms } from './identity-terms.ts'
import { foldAstral, folded, kinds, unitKind } from './normalize.ts'

export const tokenKind = { word: 0, group: 1, user: 2, url: 3, shout: 4, symbol: 5 } as const

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

/** One step of the FNV-1a hash, a UTF-16 unit at a time. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, fnvPrime)

/** The 32-bit FNV-1a hash of a string. */
export function hashText(text: string): number {
  let hash = fnvOffset
  for (let at = 0; at < text.length; at++) hash = hashStep(hash, text.charCodeAt(at))
  return hash
}

const identityHashes: ReadonlySet<number> = new Set(identityTerms.map(hashText))
const standIns = {
  group: hashText('<group>'),
  user: hashText('<user>'),
  url: hashText('<url>'),
  loud: hashText('!!'),
  asking: hashText('??'),
} as const

const isWordUnit = (unit: number): boolean => kinds[unit] === unitKind.word

/**
 * The tokens of one text at a time; `read` overwrites the last. Columns, one row a token, `count` rows:
 * `start` and `end` are UTF-16 offsets into the text, `hash` names the word, and the folded units of a word
 * (lower case, accents off, three or more of a letter cut to two) are `units[unitStart .. unitEnd)`.
 */
export class Tokens {
  count = 0
  start: Int32Array = new Int32Array(256)
  end: Int32Array = new Int32Array(256)
  kind: Uint8Array = new Uint8Array(256)
  hash: Int32Array = new Int32Array(256)
  unitStart: Int32Array = new Int32Array(256)
  unitEnd: Int32Array = new Int32Array(256)
  units: Uint16Array = new Uint16Array(256)
  #unitCount = 0

  /** Any string, lone surrogates and all. */
  read(text: string): void {
    this.#clear(text.length)
    let at = 0
    while (at < text.length) at = this.#readOne(text, at)
  }

  /** The word as the model reads it, for example "don't" for "Don’t"; stand-ins are named in angle brackets. */
  textAt(row: number): string {
    const kind = this.kind[row]
    if (kind === tokenKind.group) return '<group>'
    if (kind === tokenKind.user) return '<user>'
    if (kind === tokenKind.url) return '<url>'
    return String.fromCharCode(...this.units.subarray(this.unitStart[row], this.unitEnd[row]))
  }

  /** A text of n units has at most n tokens of n folded units in all. */
  #clear(length: number): void {
    this.count = 0
    this.#unitCount = 0
    if (length <= this.start.length) return
    const size = length * 2
    this.start = new Int32Array(size)
    this.end = new Int32Array(size)
    this.kind = new Uint8Array(size)
    this.hash = new Int32Array(size)
    this.unitStart = new Int32Array(size)
    this.unitEnd = new Int32Array(size)
    this.units = new Uint16Array(size)
  }

  /** Reads the token at `at`, if one begins there, and returns where to go on. */
  #readOne(text: string, at: number): number {
    const unit = text.charCodeAt(at)
    const kind = kinds[unit]
    if (kind === unitKind.word) {
      const end = endOfUrl(text, at)
      return end > at ? this.#add(tokenKind.url, at, end, standIns.url) : this.#readWord(text, at)
    }
    if (kind === unitKind.shout) return this.#readShout(text, at)
    if (kind === unitKind.mask && unit === 0x40) return this.#readHandle(text, at)
    if (kind === unitKind.surrogate) return this.#readAstral(text, at)
    if (kind === unitKind.symbol) return this.#readSymbol(text, at, 1)
    return at + 1
  }

  #readWord(text: string, from: number): number {
    const unitStart = this.#unitCount
    let at = from
    let end = from
    while (at < text.length) {
      const unit = text.charCodeAt(at)
      const kind = kinds[unit]
      if (kind === unitKind.word) {
        this.#push(folded[unit] ?? unit, unitStart)
        end = ++at
      } else if (kind === unitKind.invisible) at++
      else if (kind === unitKind.surrogate) {
        const plain = foldAstral(text.codePointAt(at) ?? 0)
        if (plain === 0) break
        this.#push(plain, unitStart)
        at += 2
        end = at
      } else if (kind === unitKind.apostrophe && isWordUnit(text.charCodeAt(at + 1))) {
        this.#push(0x27, unitStart)
        at++
      } else {
        const next = kind === unitKind.mask ? endOfMask(text, at, this.#unitCount - unitStart) : at
        if (next === at) break
        while (at < next) this.#push(text.charCodeAt(at++), unitStart)
        end = at
      }
    }
    return this.#addWord(from, end, unitStart, at)
  }

  #addWord(from: number, end: number, unitStart: number, next: number): number {
    let hash = fnvOffset
    for (let at = unitStart; at < this.#unitCount; at++) hash = hashStep(hash, this.units[at] ?? 0)
    const isGroup = identityHashes.has(hash)
    const row = this.count
    this.#add(isGroup ? tokenKind.group : tokenKind.word, from, end, isGroup ? standIns.group : hash)
    this.unitStart[row] = unitStart
    return next
  }

  #readShout(text: string, from: number): number {
    let at = from
    while (kinds[text.charCodeAt(at)] === unitKind.shout) at++
    if (at - from < 2) return at
    const asks = text.slice(from, at).includes('?')
    const unit = asks ? 0x3f : 0x21
    this.units[this.#unitCount++] = unit
    this.units[this.#unitCount++] = unit
    this.#add(tokenKind.shout, from, at, asks ? standIns.asking : standIns.loud)
    this.unitStart[this.count - 1] = this.#unitCount - 2
    return at
  }

  #readHandle(text: string, from: number): number {
    let at = from + 1
    while (at < text.length && (isWordUnit(text.charCodeAt(at)) || text[at] === '_')) at++
    if (at === from + 1) return at
    return this.#add(tokenKind.user, from, at, standIns.user)
  }

  #readAstral(text: string, at: number): number {
    const codePoint = text.codePointAt(at) ?? 0
    if (codePoint < 0x10000) return at + 1
    if (foldAstral(codePoint) !== 0) return this.#readWord(text, at)
    const isSkinTone = codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
    return isSkinTone ? at + 2 : this.#readSymbol(text, at, 2)
  }

  #readSymbol(text: string, from: number, length: 1 | 2): number {
    const unitStart = this.#unitCount
    let hash = fnvOffset
    for (let at = from; at < from + length; at++) {
      const unit = text.charCodeAt(at)
      this.units[this.#unitCount++] = unit
      hash = hashStep(hash, unit)
    }
    this.#add(tokenKind.symbol, from, from + length, hash)
    this.unitStart[this.count - 1] = unitStart
    return from + length
  }

  /** Keeps at most two of the same letter in a row: "sooooo" and "sooo" are one word. */
  #push(unit: number, unitStart: number): void {
    const last = this.#unitCount
    const repeats =
      last - unitStart >= 2 && this.units[last - 1] === unit && this.units[last - 2] === unit && unit > 0x39
    if (!repeats) this.units[this.#unitCount++] = unit
  }

  #add(kind: number, start: number, end: number, hash: number): number {
    const row = this.count++
    this.kind[row] = kind
    this.start[row] = start
    this.end[row] = end
    this.hash[row] = hash
    this.unitStart[row] = this.#unitCount
    this.unitEnd[row] = this.#unitCount
    return end
  }
}

/** Where a web address that begins at `at` ends; `at` itself when none begins there. */
function endOfUrl(text: string, at: number): number {
  const first = folded[text.charCodeAt(at)]
  const isHttp = first === 0x68 && /^https?:\/\//i.test(text.slice(at, at + 8))
  const isWww = first === 0x77 && /^www\./i.test(text.slice(at, at + 4))
  if (!isHttp && !isWww) return at
  let end = at
  while (end < text.length && text.charCodeAt(end) > 0x20 && !')]>"'.includes(text.charAt(end))) end++
  return end
}

/**
 * Where a run of `*`, `$` or `@` ends that stands for letters; `at` when it does not. It does between two letters
 * (sh*t), and after one or two where the rest is cut off (f***); after longer words it is markup.
 */
function endOfMask(text: string, at: number, lettersBefore: number): number {
  let end = at
  while (kinds[text.charCodeAt(end)] === unitKind.mask) end++
  if (isWordUnit(text.charCodeAt(end))) return end
  return lettersBefore <= 2 && end - at >= 2 ? end : at
}
