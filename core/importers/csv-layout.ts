/** Guesses a table's delimiter and quotes, and which row holds its names, from its first rows. */
import { type Delimiter, delimiters } from '../records.ts'
import { dateShape, epochUnit } from '../time.ts'
import { scanRow } from './csv-scan.ts'
import type { Layout } from './format.ts'
import { isKnownName } from './names.ts'

const rowsLookedAt = 60
/** A name is short; a first row with a longer cell is more likely a comment. */
const longestLikelyName = 40

/** The line that tells a spreadsheet the delimiter, with its line end; null when the text does not begin with one. */
export function separatorLine(text: string): string | null {
  return /^sep=[,;\t|](\r\n|\n|\r|$)/i.exec(text)?.[0] ?? null
}

/** @param head the first characters of the file, a few hundred rows of them where there are so many */
export function guessCsvLayout(head: string): Layout {
  const body = head.slice(separatorLine(head)?.length ?? 0)
  const delimiter = toldOrGuessed(head)
  const quoting = guessQuoting(body, delimiter)
  return { delimiter, headerRow: guessHeaderRow(numberedRows(body, { delimiter, ...quoting })), ...quoting }
}

/** The delimiter that the first line tells, or else the likeliest. */
export function toldOrGuessed(head: string): Delimiter {
  const separator = separatorLine(head)
  const told = delimiters.find((one) => separator?.charAt(4) === one)
  return told ?? guessDelimiter(head.slice(separator?.length ?? 0))
}

/** The one by which most rows have the same number of cells, more than one; among equals the one with more cells. */
export function guessDelimiter(body: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly fit: number } = { delimiter: ',', fit: 0 }
  for (const delimiter of delimiters) {
    const widths = rowsOf(body, delimiter).map((row) => row.length)
    const first = widths[0] ?? 1
    if (first < 2) continue
    const alike = widths.filter((width) => width === first).length / widths.length
    const fit = alike + Math.min(first, 50) / 1000
    if (fit > best.fit) best = { delimiter, fit }
  }
  return best.delimiter
}

/** The first rows that are not blank; the last may be cut off and is left out when it is not the only one. */
export function rowsOf(body: string, delimiter: Delimiter): readonly (readonly string[])[] {
  return numberedRows(body, { delimiter }).map(({ cells }) => cells)
}

interface NumberedRow {
  /** 1-based, blank rows counted. */
  readonly row: number
  readonly cells: readonly string[]
}

function numberedRows(
  body: string,
  dialect: Pick<Layout, 'delimiter' | 'quote' | 'escapesByBackslash'>,
): readonly NumberedRow[] {
  const rows: NumberedRow[] = []
  let row = 0
  let at = 0
  let crEndsRow = true
  while (at < body.length && rows.length < rowsLookedAt) {
    const found = scanRow(body, at, { ...dialect, crEndsRow, ended: true })
    if (typeof found !== 'object') break
    if (at === 0) crEndsRow = body.charCodeAt(found.next - 1) === 13
    at = found.next
    row += 1
    if (found.cells.length > 1 || found.cells[0]?.trim() !== '') rows.push({ row, cells: found.cells })
  }
  return rows.length > 2 && at >= body.length ? rows.slice(0, -1) : rows
}

/** Rows above the names are no more than this many. */
const mostPreamble = 20

/** Titles, dates and blank rows may stand above the names: rows with much fewer filled cells than those below. */
function guessHeaderRow(rows: readonly NumberedRow[]): number {
  const [first] = rows
  if (first === undefined) return 1
  const usual = usualFilled(rows)
  const place = rows.slice(0, mostPreamble).findIndex(({ cells }) => filledIn(cells) * 2 > usual)
  const below = rows[place]
  if (place > 0 && below !== undefined && usual >= 2) {
    // Only names that we know, or names over figures, are worth passing over what is above.
    const others = rows.slice(place).map(({ cells }) => cells)
    if (filledIn(below.cells) >= 2 && isNames(others)) return below.row
  }
  return guessHeader(rows.map(({ cells }) => cells)) ? first.row : 0
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** What most rows have at least: the middle of their numbers of filled cells. */
function usualFilled(rows: readonly NumberedRow[]): number {
  const counts = rows.map(({ cells }) => filledIn(cells)).toSorted((one, other) => one - other)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

function isNames(rows: readonly (readonly string[])[]): boolean {
  const [names = [], ...others] = rows
  const filled = names.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.some(isFigure) || new Set(filled).size < filled.length) return false
  if (filled.some(isKnownName)) return true
  const isOverFigures = names.some(
    (name, column) =>
      name.trim() !== '' && others.length > 0 && others.every((row) => isFigure((row[column] ?? '').trim())),
  )
  return isOverFigures && filled.every((name) => name.length <= longestLikelyName)
}

/** What stands around cells, and before quotes in them. */
function guessQuoting(body: string, delimiter: Delimiter): Pick<Layout, 'quote' | 'escapesByBackslash'> {
  const rows = numberedRows(body, { delimiter })
  const cells = rows.flatMap((row) => row.cells.map((cell) => cell.trim()))
  const opened = (mark: string) => cells.filter((cell) => cell.startsWith(mark)).length
  const closed = (mark: string) => cells.filter((cell) => cell.length > 1 && cell.endsWith(mark)).length
  const isSingle =
    !/(^|[,;\t|\r\n])"/.test(body) && Math.min(opened("'"), closed("'")) * 2 >= Math.max(2, rows.length)
  if (isSingle) return { quote: "'" }
  return isBackslashed(body, delimiter, rows) ? { escapesByBackslash: true } : {}
}

/** Some quote has a backslash before it that ends no cell, none is doubled, and rows fit no worse that way. */
function isBackslashed(body: string, delimiter: Delimiter, rows: readonly NumberedRow[]): boolean {
  if (!body.includes('\\"') || !/[^\\]\\"(?![",;\t|\r\n]|$)/.test(body)) return false
  if (/[^,;\t|\r\n"\\]""[^,;\t|\r\n"]/.test(body)) return false
  const escaped = numberedRows(body, { delimiter, escapesByBackslash: true })
  const evenness = (all: readonly NumberedRow[]) =>
    all.filter(({ cells }) => cells.length === all[0]?.cells.length).length / Math.max(1, all.length)
  return evenness(escaped) >= evenness(rows)
}

function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0]
  if (first === undefined) return true
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.some(isFigure)) return false
  // The questions of a survey are its names, however long: others beside them tell.
  if (names.length > 1 && standsOverFigures(rows)) return true
  if (names.some((name) => name.length > 3 * longestLikelyName)) return false
  if (names.some(isKnownName)) return true
  if (new Set(names).size < names.length || names.some((name) => name.length > longestLikelyName))
    return false
  const others = rows.slice(1)
  if (others.length === 0) return true
  // Words over words: names are much shorter than what stands below them in some column.
  const meanLength = (column: number) =>
    others.reduce((sum, row) => sum + (row[column] ?? '').length, 0) / others.length
  return first.some((cell, column) => !/[.!?…]$/.test(cell.trim()) && meanLength(column) > 3 * cell.length)
}

/** Some name stands over figures, dates or addresses; a few other cells among many are no reason against it. */
function standsOverFigures([names = [], ...others]: readonly (readonly string[])[]): boolean {
  return names.some((name, column) => {
    const cells = others.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
    const figures = cells.filter(isFigure).length
    return name.trim() !== '' && figures * 2 > others.length && figures * 10 >= cells.length * 9
  })
}

function isFigure(cell: string): boolean {
  return /^[-+]?\d[\d.,]*$/.test(cell) || dateShape(cell) !== null || epochUnit(cell) !== null || isLink(cell)
}

const isLink = (cell: string): boolean => /^https?:\/\//i.test(cell)
