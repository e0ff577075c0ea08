/**
 * Finds the next row of a delimited text. Written here and not taken from a library because it must stop in
 * the middle of anything and go on, take CR, LF and CRLF in one file, and never go back over what it has read.
 */

export interface Dialect {
  readonly delimiter: string
  /** Old Macintosh files end rows with CR alone; elsewhere a CR alone is part of the text. */
  readonly crEndsRow: boolean
  /** YouTube Data Tools write a quote both as `\"` and as `""`. */
  readonly escapesByBackslash?: boolean | undefined
  /** A double quote where not said. */
  readonly quote?: "'" | undefined
}

export interface ScannedRow {
  readonly cells: string[]
  /** Where the next row begins. */
  readonly next: number
  /** A cell goes over several lines and has a quote in it that is not doubled: see `strayRow`. */
  readonly isDoubtful: boolean
}

const doubleQuote = '"'
const lf = 10
const cr = 13
const space = 32
const tab = 9
const backslash = 92
/** Answers of the inner scanners that are no place in the text. */
const needsMore = -1
const unclosed = -2

/**
 * Reads the row that begins at `start`. A cell that begins with a quote ends with one; doubled quotes are one;
 * a quote in the midst of such a cell, with neither delimiter nor row end after it, is taken as itself.
 *
 * @param ended whether `text` goes to the end of the file
 * @returns 'more' when the row goes beyond the text, 'unclosed' when the file ends inside a quote
 */
export function scanRow(
  text: string,
  start: number,
  {
    delimiter,
    crEndsRow,
    escapesByBackslash = false,
    quote: given,
    ended,
  }: Dialect & { readonly ended: boolean },
): ScannedRow | 'more' | 'unclosed' {
  const mark = given ?? doubleQuote
  const scan: Scan = {
    text,
    delimiter: delimiter.charCodeAt(0),
    mark,
    quote: mark.charCodeAt(0),
    crEndsRow,
    escapesByBackslash,
    ended,
    strayFrom: -1,
  }
  const cells: string[] = []
  let isDoubtful = false
  let at = start
  for (;;) {
    const isQuoted = text.charCodeAt(at) === scan.quote
    const end = isQuoted ? quotedEnd(scan, at) : plainEnd(scan, at)
    if (end === unclosed) return 'unclosed'
    if (end === needsMore) return 'more'
    cells.push(isQuoted ? unquoted(scan, at, end) : text.slice(at, end))
    if (isQuoted && scan.strayFrom > at) isDoubtful ||= /[\r\n]/.test(text.slice(at, end))
    if (end === text.length) return { cells, next: end, isDoubtful }
    if (text.charCodeAt(end) === scan.delimiter) {
      at = end + 1
      continue
    }
    return { cells, next: pastLineEnd(text, end), isDoubtful }
  }
}

/** Where the next line begins, whatever ends this one; the end of the text when nothing does. */
export function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === lf || unit === cr) return pastLineEnd(text, at)
  }
  return text.length
}

const pastLineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf ? at + 2 : at + 1

interface Scan {
  readonly text: string
  readonly delimiter: number
  readonly mark: string
  /** The mark's code. */
  readonly quote: number
  readonly crEndsRow: boolean
  readonly escapesByBackslash: boolean
  readonly ended: boolean
  /** Where the last quote was that neither closed a cell nor was doubled. */
  strayFrom: number
}

/** Where a cell without quotes ends: at a delimiter, a row end or the end of the text. */
function plainEnd(scan: Scan, from: number): number {
  const { text, delimiter } = scan
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === delimiter || unit === lf) return at
    if (unit === cr) {
      const ends = endsRowAtCr(scan, at)
      if (ends !== false) return ends
    }
  }
  return scan.ended ? text.length : needsMore
}

/** @returns `at` where the CR there ends the row, false where it is text, `needsMore` where the next unit decides */
function endsRowAtCr(scan: Scan, at: number): number | false {
  if (at + 1 === scan.text.length && !scan.ended) return needsMore
  return scan.crEndsRow || scan.text.charCodeAt(at + 1) === lf ? at : false
}

/** Where a quoted cell ends, past its closing quote and the blanks after it. */
function quotedEnd(scan: Scan, from: number): number {
  const { text, ended, mark, quote } = scan
  let at = from + 1
  for (;;) {
    const closing = text.indexOf(mark, at)
    if (closing === -1) return ended ? unclosed : needsMore
    if (text.charCodeAt(closing + 1) === quote) {
      // An escaped quote at the end of a cell, and then the one that closes it.
      const isLast = scan.escapesByBackslash && isEscaped(text, { from, closing })
      const end = isLast ? endAfterQuote(scan, closing + 2) : false
      if (end !== false) return end
      at = closing + 2
      continue
    }
    if (scan.escapesByBackslash && isEscaped(text, { from, closing })) {
      at = closing + 1
      continue
    }
    const end = endAfterQuote(scan, closing + 1)
    if (end !== false) return end
    scan.strayFrom = closing
    at = closing + 1
  }
}

/** Where a cell ends that may have closed just before `from`; false when the quote did not close it. */
function endAfterQuote(scan: Scan, from: number): number | false {
  const { text, delimiter, ended } = scan
  let at = from
  let unit = text.charCodeAt(at)
  while ((unit === space || unit === tab) && unit !== delimiter) {
    at += 1
    unit = text.charCodeAt(at)
  }
  if (at >= text.length) return ended ? text.length : needsMore
  if (unit === delimiter || unit === lf) return at
  return unit === cr ? endsRowAtCr(scan, at) : false
}

/** The text of a quoted cell that begins at `start` and whose closing quote is the last one before `end`. */
function unquoted({ text, mark, escapesByBackslash }: Scan, start: number, end: number): string {
  const inner = text.slice(start + 1, text.lastIndexOf(mark, end - 1))
  if (!inner.includes(mark)) return inner
  const undoubled = inner.replaceAll(mark + mark, mark)
  return escapesByBackslash ? undoubled.replaceAll(`\\${mark}`, mark) : undoubled
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(
  text: string,
  { from, closing }: { readonly from: number; readonly closing: number },
): boolean {
  let before = closing - 1
  while (before > from && text.charCodeAt(before) === backslash) before -= 1
  return (closing - 1 - before) % 2 === 1
}
