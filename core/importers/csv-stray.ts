/** Tells quotes that were never meant to open a cell from those that were. */
import { type Dialect, nextLine, type ScannedRow, scanRow } from './csv-scan.ts'

/**
 * Some programs write texts without quoting them, and some people begin a comment with a quote. Such a cell
 * goes on over the rows that follow until some other quote happens to close it. It is told by this: its line
 * and the one after it are each a row of the right width when that quote is only a quote.
 *
 * @param start where a doubtful row begins
 * @returns the line alone, its quotes kept; null when the row is better read as it was
 */
export function strayRow(
  text: string,
  start: number,
  { dialect, width }: { readonly dialect: Dialect; readonly width: number },
): ScannedRow | null {
  if (width < 2) return null
  const first = plainLine(text, start, dialect)
  if (first.cells.length !== width || first.next >= text.length) return null
  const second = scanRow(text, first.next, { ...dialect, ended: true })
  const fits = (row: ScannedRow | 'more' | 'unclosed') =>
    typeof row === 'object' && row.cells.length === width
  return fits(second) || fits(plainLine(text, first.next, dialect)) ? first : null
}

/** One line as a row in which quotes mean nothing. */
export function plainLine(text: string, start: number, { delimiter }: Dialect): ScannedRow {
  const next = nextLine(text, start)
  const line = text.slice(start, next).replace(/[\r\n]+$/, '')
  return { cells: line.split(delimiter), next, isDoubtful: false }
}
