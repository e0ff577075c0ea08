/** Characters that nobody sees, and letters that look like others: where they are, and what they are called. */
import { alikeLatin, lookAlikes } from './look-alikes.ts'
import type { Span } from './runs.ts'

export interface HiddenMark extends Span {
  /** `look-alike`: a letter that can be seen and passes for another one; all others cannot be seen. */
  readonly kind: 'direction' | 'zero-width' | 'control' | 'look-alike'
  /** The name on its mark: "RLO", "ZWSP"; of a look-alike the letter that it passes for. */
  readonly name: string
}

/** @source Unicode 16, names and aliases of the characters */
const names: Readonly<Record<number, readonly [HiddenMark['kind'], string]>> = {
  173: ['zero-width', 'SHY'],
  847: ['zero-width', 'CGJ'],
  1564: ['direction', 'ALM'],
  4447: ['zero-width', 'HCF'],
  4448: ['zero-width', 'HJF'],
  6068: ['zero-width', 'KIV AQ'],
  6069: ['zero-width', 'KIV AA'],
  6158: ['zero-width', 'MVS'],
  8203: ['zero-width', 'ZWSP'],
  8204: ['zero-width', 'ZWNJ'],
  8205: ['zero-width', 'ZWJ'],
  8206: ['direction', 'LRM'],
  8207: ['direction', 'RLM'],
  8232: ['control', 'LSEP'],
  8233: ['control', 'PSEP'],
  8234: ['direction', 'LRE'],
  8235: ['direction', 'RLE'],
  8236: ['direction', 'PDF'],
  8237: ['direction', 'LRO'],
  8238: ['direction', 'RLO'],
  8288: ['zero-width', 'WJ'],
  8289: ['zero-width', 'FA'],
  8290: ['zero-width', 'IT'],
  8291: ['zero-width', 'IS'],
  8292: ['zero-width', 'IP'],
  8294: ['direction', 'LRI'],
  8295: ['direction', 'RLI'],
  8296: ['direction', 'FSI'],
  8297: ['direction', 'PDI'],
  12644: ['zero-width', 'HF'],
  65279: ['zero-width', 'BOM'],
  65440: ['zero-width', 'HWHF'],
}

const unseen = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu
const mixed = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+/gu
/** Letters and figures of mathematics, and wide ones: made for formulas, used to slip past a search. */
const styled = /[\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu

/** In order, never overlapping. What an emoji, a flag or a script needs to be written is not among them. */
export function hiddenIn(text: string): readonly HiddenMark[] {
  return [...unseenIn(text), ...mixedIn(text), ...styledIn(text)].toSorted((a, b) => a.start - b.start)
}

function unseenIn(text: string): readonly HiddenMark[] {
  const found: HiddenMark[] = []
  for (const { 0: sign, index } of text.matchAll(unseen)) {
    const code = sign.codePointAt(0) ?? 0
    if (isNeeded(text, index, code)) continue
    const [kind, name] = names[code] ?? nameless(code)
    found.push({ start: index, end: index + sign.length, kind, name })
  }
  return found
}

function nameless(code: number): readonly [HiddenMark['kind'], string] {
  const hex = code.toString(16).toUpperCase().padStart(4, '0')
  if (code >= 0xe0020 && code <= 0xe007e) return ['zero-width', `TAG ${String.fromCodePoint(code - 0xe0000)}`]
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef))
    return ['zero-width', `VS ${hex}`]
  return [code < 0xa0 ? 'control' : 'zero-width', `U+${hex}`]
}

const joinedScripts =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}#*0-9]/u

/** Whether what is before makes it a part of how something is rightly written. */
function isNeeded(text: string, at: number, code: number): boolean {
  const before = charBefore(text, at)
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20)
  if (code === 0x200d) {
    if (joinedScripts.test(before)) return true
    return (pictures.test(before) || before === '\ufe0f') && pictures.test(after)
  }
  if (code === 0x200c) return joinedScripts.test(before) && joinedScripts.test(after)
  if (code >= 0xfe00 && code <= 0xfe0f)
    return pictures.test(before) || /[\p{S}\p{P}\p{Script=Han}]/u.test(before)
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Script=Han}/u.test(before)
  // The flags of England, Scotland and Wales are spelt in tags behind a black flag.
  if (code >= 0xe0020 && code <= 0xe007f)
    return /\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8}$/u.test(text.slice(Math.max(0, at - 20), at))
  if (code >= 0x180b && code <= 0x180f) return /\p{Script=Mongolian}/u.test(before)
  return false
}

function charBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at)
}

/** In a word of several alphabets, the letters of the fewer that look like one of the other. */
function mixedIn(text: string): readonly HiddenMark[] {
  const found: HiddenMark[] = []
  for (const { 0: word, index } of text.matchAll(mixed)) {
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
    const others = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
    if (latin === 0 || others === 0) continue
    const looksLatin = latin >= others
    let at = index
    for (const letter of word) {
      const isAlike = looksLatin ? lookAlikes.has(letter) : alikeLatin.has(letter)
      if (isAlike) {
        const name = looksLatin ? (lookAlikes.get(letter) ?? letter) : letter
        found.push({ start: at, end: at + letter.length, kind: 'look-alike', name })
      }
      at += letter.length
    }
  }
  return found
}

function styledIn(text: string): readonly HiddenMark[] {
  return [...text.matchAll(styled)].map(({ 0: letter, index }) => ({
    start: index,
    end: index + letter.length,
    kind: 'look-alike',
    name: letter.normalize('NFKC'),
  }))
}
