/** Tells how a file's bytes stand for text: by its mark, by its zeros, or by whether it is valid UTF-8. */
import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '../../core/records.ts'

/** Byte order marks. UTF-8 has one too, of no order. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  // Before UTF-16, whose mark it begins with: no text begins with a NUL.
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

export function markOf(head: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  return mark === undefined ? null : { encoding: mark.encoding, length: mark.bytes.length }
}

/**
 * UTF-16 without a mark: Latin letters, figures, commas and row ends have a zero byte, always on the same side.
 *
 * @returns null when it does not look like UTF-16
 */
export function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = Math.floor(head.length / 2)
  let [before, after] = [0, 0]
  for (let unit = 0; unit < units; unit++) {
    if (head[unit * 2] === 0) before += 1
    if (head[unit * 2 + 1] === 0) after += 1
  }
  const [most, least] = [Math.max(before, after), Math.min(before, after)]
  if (most * 50 < units || most === 0 || least * 50 > most) return null
  const isLittle = after > before
  // A NUL that slipped into a short text: all else is letters, which have a zero each in UTF-16, and so have row ends.
  if (most * 4 < units && (isPlainText(head) || hasNarrowRowEnds(head, isLittle))) return null
  return hasManyControls(head, isLittle ? 0 : 1) ? null : isLittle ? 'utf-16le' : 'utf-16be'
}

/** Whether there are row ends, and none of them is a unit of two bytes. */
function hasNarrowRowEnds(head: Uint8Array, isLittle: boolean): boolean {
  const [lf, zero] = isLittle ? [0, 1] : [1, 0]
  let narrow = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at + lf] === 10 && head[at + zero] === 0) return false
    if (head[at] === 10 || head[at + 1] === 10) narrow += 1
  }
  return narrow > 0
}

function isPlainText(head: Uint8Array): boolean {
  const isControl = (byte: number) => byte !== 0 && (byte < 9 || (byte > 13 && byte < 32))
  return !head.some(isControl) && isUtf8(head.subarray(0, head.length - cutOff(head)))
}

/** Small numbers in a program's file have zeros on one side too, and are no letters on the other. */
function hasManyControls(head: Uint8Array, side: 0 | 1): boolean {
  let controls = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    const low = head[at + side] ?? 0
    const isControl = low < 9 || (low > 13 && low < 32)
    if (isControl && head[at + 1 - side] === 0) controls += 1
  }
  return controls * 200 > head.length
}

/** How a run of bytes stands as UTF-8. Feed it chunks in order; see `takeUtf8`. */
export interface Utf8Check {
  /** Bytes of a character cut off by the end of the last chunk. */
  rest: Uint8Array
  /** Whole characters of more than one byte, counted from the first invalid chunk on; and bytes that are none. */
  valid: number
  invalid: number
  /** Whole chunks that were valid and had more than ASCII. */
  validChunks: number
  /** Whether one of the escapes was met that ISO-2022-JP begins a run of Japanese with. */
  hasEscapes: boolean
  /** The end of the last chunk: an escape may lie across. */
  end: Uint8Array
}

export function createUtf8Check(): Utf8Check {
  const none = new Uint8Array(0)
  return { rest: none, valid: 0, invalid: 0, validChunks: 0, hasEscapes: false, end: none }
}

/** Looks at the next chunk. Quick for valid UTF-8, slower from where it is not. */
export function takeUtf8(check: Utf8Check, chunk: Uint8Array): void {
  if (!check.hasEscapes) seekEscapes(check, chunk)
  const bytes = check.rest.length === 0 ? chunk : Buffer.concat([check.rest, chunk])
  const whole = bytes.length - cutOff(bytes)
  const body = bytes.subarray(0, whole)
  check.rest = bytes.slice(whole)
  if (isUtf8(body)) {
    if (!isAscii(body)) check.validChunks += 1
  } else {
    countCharacters(check, body)
  }
}

/** ESC $ @, ESC $ B, ESC $ ( D. @source RFC 1468, RFC 2237 */
const escapes = ['\x1b$@', '\x1b$B', '\x1b$(D']

function seekEscapes(check: Utf8Check, chunk: Uint8Array): void {
  const hasAny = check.end.includes(escapeByte) || chunk.includes(escapeByte)
  const bytes = hasAny ? Buffer.concat([check.end, chunk]) : chunk
  check.hasEscapes = hasAny && escapes.some((begin) => Buffer.from(bytes).includes(begin, 0, 'latin1'))
  const last = bytes.subarray(-longestEscape)
  check.end = Buffer.concat([check.end, last]).subarray(-longestEscape)
}

const longestEscape = 4
const escapeByte = 0x1b

/**
 * Text of seven bits with escapes is ISO-2022-JP. Otherwise UTF-8 unless there are more bytes that are none than characters that are: a damaged UTF-8 file is still UTF-8,
 * and in Windows-1252 two letters in a row hardly ever make one of its characters.
 */
export function verdict(check: Utf8Check): 'utf-8' | 'windows-1252' | 'iso-2022-jp' {
  const hasLetters = check.valid + check.invalid + check.validChunks + check.rest.length > 0
  if (check.hasEscapes && !hasLetters) return 'iso-2022-jp'
  return check.invalid > check.valid && check.validChunks === 0 ? 'windows-1252' : 'utf-8'
}

/** How many bytes at the end begin a character that goes on in the next chunk; 0 to 3. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function countCharacters(check: Utf8Check, bytes: Uint8Array): void {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const length = sequenceLength(byte)
    if (byte < 0x80) at += 1
    else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      check.valid += 1
      at += length
    } else {
      check.invalid += 1
      at += 1
    }
  }
}

function sequenceLength(first: number): number {
  if (first >= 0xf0) return 4
  if (first >= 0xe0) return 3
  return first >= 0xc2 ? 2 : 1
}
