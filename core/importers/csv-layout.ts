/** Guesses a table's delimiter, and whether its first row holds names, from its first rows. */
import { type Delimiter, delimiters } from '../records.ts'
import { dateShape, epochUnit } from '../time.ts'
import { scanRow } from './csv-scan.ts'
import { isKnownName } from './names.ts'

const rowsLookedAt = 60
/** A name is short; a first row with a longer cell is more likely a comment. */
const longestLikelyName = 40

/** The line that tells a spreadsheet the delimiter, with its line end; null when the text does not begin with one. */
export function separatorLine(text: string): string | null {
  return /^sep=[,;\t|](\r\n|\n|\r|$)/i.exec(text)?.[0] ?? null
}

/** @param head the first characters of the file, a few hundred rows of them where there are so many */
export function guessCsvLayout(head: string): { readonly delimiter: Delimiter; readonly hasHeader: boolean } {
  const separator = separatorLine(head)
  const body = head.slice(separator?.length ?? 0)
  const told = delimiters.find((one) => separator?.charAt(4) === one)
  const delimiter = told ?? guessDelimiter(body)
  return { delimiter, hasHeader: guessHeader(rowsOf(body, delimiter)) }
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
  const rows: (readonly string[])[] = []
  let at = 0
  let crEndsRow = true
  while (at < body.length && rows.length < rowsLookedAt) {
    const found = scanRow(body, at, { delimiter, crEndsRow, ended: true })
    if (typeof found !== 'object') break
    if (at === 0) crEndsRow = body.charCodeAt(found.next - 1) === 13
    at = found.next
    if (found.cells.length > 1 || found.cells[0]?.trim() !== '') rows.push(found.cells)
  }
  return rows.length > 2 && at >= body.length ? rows.slice(0, -1) : rows
}

function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0]
  if (first === undefined) return true
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.some(isFigure) || names.some((name) => name.length > 3 * longestLikelyName)) return false
  if (names.some(isKnownName)) return true
  if (new Set(names).size < names.length || names.some((name) => name.length > longestLikelyName))
    return false
  const others = rows.slice(1)
  if (others.length === 0) return true
  const isAbove = (column: number, test: (cell: string) => boolean): boolean =>
    others.every((row) => test((row[column] ?? '').trim()))
  if (first.some((_, column) => isAbove(column, isFigure))) return true
  // Words over words: names are much shorter than what stands below them in some column.
  const meanLength = (column: number) =>
    others.reduce((sum, row) => sum + (row[column] ?? '').length, 0) / others.length
  return first.some((cell, column) => !/[.!?…]$/.test(cell.trim()) && meanLength(column) > 3 * cell.length)
}

function isFigure(cell: string): boolean {
  return /^[-+]?\d[\d.,]*$/.test(cell) || dateShape(cell) !== null || epochUnit(cell) !== null || isLink(cell)
}

const isLink = (cell: string): boolean => /^https?:\/\//i.test(cell)
