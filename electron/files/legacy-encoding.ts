/** Tells the encodings from before UTF-8 apart by the letters that their bytes would be. */
import { isAscii } from 'node:buffer'
import { analyse } from 'chardet'
import type { Encoding } from '../../core/records.ts'

/** Parts of lines with letters beyond ASCII, as far as they are needed. Feed it chunks in order; see `takeSample`. */
export interface LegacySample {
  readonly parts: Uint8Array[]
  bytes: number
}

const enough = 64 * 1024
/** Fewer say too little. */
const leastLetters = 10
/** Of two Latin alphabets the one has the other's letters: to tell them takes more. */
const leastLatinLetters = 40
const latin: ReadonlySet<Encoding> = new Set(['windows-1250', 'iso-8859-2', 'windows-1254', 'iso-8859-9'])
/** In the judge's percents: sure enough, and surer than Western Europe by so much. */
const leastSure = 30
const leastAhead = 10

export function createLegacySample(): LegacySample {
  return { parts: [], bytes: 0 }
}

/** Cells and clauses without such letters would only speak for English, and are left out. */
export function takeSample(sample: LegacySample, chunk: Uint8Array): void {
  if (sample.bytes >= enough || isAscii(chunk)) return
  let start = 0
  let isTelling = false
  for (let at = 0; at <= chunk.length && sample.bytes < enough; at++) {
    const byte = chunk[at]
    if (byte !== undefined && byte >= 0x80) isTelling = true
    if (byte !== undefined && !breaks.has(byte) && at - start < longestPart) continue
    if (isTelling) keep(sample, chunk.slice(start, at + 1))
    start = at + 1
    isTelling = false
  }
}

const longestPart = 4096
/** Tab, line ends, quote, comma, semicolon: no second byte of any letter is one of them. */
const breaks = new Set([9, 10, 13, 34, 44, 59])

function keep(sample: LegacySample, part: Uint8Array): void {
  sample.parts.push(part)
  sample.bytes += part.length
}

/** Windows-1252 unless another is clearly likelier. To be asked only of what is no UTF-8. */
export function legacyEncoding({ parts }: LegacySample): Encoding {
  const bytes = Buffer.concat(parts)
  // Below are quotes and dashes in most of them.
  const letters = bytes.reduce((sum, byte) => (byte >= 0xa0 ? sum + 1 : sum), 0)
  if (letters < leastLetters) return 'windows-1252'
  const rated = analyse(bytes).map(({ name, confidence }) => ({ encoding: encodingOf[name], confidence }))
  const western = rated.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0
  const best = rated.find(({ encoding }) => encoding !== undefined && encoding !== 'windows-1252')
  if (best?.encoding === undefined) return 'windows-1252'
  if (latin.has(best.encoding) && letters < leastLatinLetters) return 'windows-1252'
  const isSure = best.confidence >= leastSure && best.confidence >= western + leastAhead
  return isSure ? best.encoding : 'windows-1252'
}

const encodingOf: Readonly<Partial<Record<string, Encoding>>> = {
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
  'ISO-8859-5': 'iso-8859-5',
  'windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  'ISO-8859-6': 'iso-8859-6',
  'windows-1256': 'windows-1256',
  'ISO-8859-7': 'iso-8859-7',
  'windows-1253': 'windows-1253',
  'ISO-8859-8': 'iso-8859-8',
  'windows-1255': 'windows-1255',
  'ISO-8859-9': 'iso-8859-9',
  'windows-1254': 'windows-1254',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
}
