/**
 * What each UTF-16 unit means to the tokenizer, as two tables: what kind it is and what it is folded to.
 *
 * Folding is unit by unit, so that every token keeps its place in the original text. It lower-cases, takes off
 * accents, and turns full-width letters and curly quotes into plain ones: people hide words behind all of these.
 */

export const unitKind = {
  /** Ends a word. */
  gap: 0,
  /** Letter or digit. */
  word: 1,
  /** Combining mark or zero-width: dropped, does not end a word. */
  invisible: 2,
  /** `!` or `?`. */
  shout: 3,
  /** Part of a word only between two letters (don't). */
  apostrophe: 4,
  /** Stands in for a letter (sh*t, a$$). */
  mask: 5,
  /** Half of a character outside the basic plane. */
  surrogate: 6,
  /** Emoji and signs that are one unit. */
  symbol: 7,
} as const

const unitCount = 65_536
/** Above this only the full-width forms have a plain letter to be folded to. */
const lastFolded = 0x2100
const fullWidth = [0xff01, 0xff5e] as const

/** The kind of each unit, one of `unitKind`. */
export const kinds: Uint8Array = Uint8Array.from({ length: unitCount }, (_, unit) => kindOf(unit))
/** What each unit is read as. */
export const folded: Uint16Array = Uint16Array.from({ length: unitCount }, (_, unit) => fold(unit))

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unitKind.surrogate
  const plain = fold(unit)
  if (plain === 0x21 || plain === 0x3f) return unitKind.shout
  if (plain === 0x27) return unitKind.apostrophe
  if (unit === 0x2a || unit === 0x24 || unit === 0x40) return unitKind.mask
  const character = String.fromCharCode(unit)
  if (/[\p{L}\p{N}]/u.test(character)) return unitKind.word
  if (/[\p{M}\p{Cf}]/u.test(character)) return unitKind.invisible
  if (/\p{Extended_Pictographic}/u.test(character)) return unitKind.symbol
  return unitKind.gap
}

function fold(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  if (unit >= 0x2018 && unit <= 0x201b) return 0x27
  const character = String.fromCharCode(unit)
  const hasPlainForm = unit < lastFolded || (unit >= fullWidth[0] && unit <= fullWidth[1])
  const plain = hasPlainForm ? character.normalize('NFKD').replaceAll(/\p{M}/gu, '') : character
  const lower = (plain.length === 1 ? plain : character).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
}

/** The letter behind a mathematical alphabet's letter (bold, script, double-struck), or 0 when it is none. */
export function foldAstral(codePoint: number): number {
  if (codePoint < 0x1d400 || codePoint > 0x1d7ff) return 0
  const plain = String.fromCodePoint(codePoint).normalize('NFKD').toLowerCase()
  return plain.length === 1 ? plain.charCodeAt(0) : 0
}
