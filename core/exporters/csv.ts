/** CSV after RFC 4180: CRLF between rows, quotes where needed, and no cell that a spreadsheet would run. */
import { type ExportColumn, type ExportRow, type ExportValue, guarded } from './columns.ts'
import type { Exporter } from './exporter.ts'

export function csvExporter(columns: readonly ExportColumn[]): Exporter {
  const cells = (row: ExportRow) => columns.map((column) => cellOf(column.of(row)))
  const names = columns.map(({ name }) => quoted(name)).join(',')
  return {
    id: 'csv',
    extension: 'csv',
    // Some spreadsheets read UTF-8 as UTF-8 only when it begins with a byte order mark.
    head: ({ bom }) => `${bom ? '\uFEFF' : ''}${names}\r\n`,
    rows: (rows) => rows.map((row) => `${cells(row).map(quoted).join(',')}\r\n`).join(''),
    cells,
  }
}

/** With a byte order mark, for spreadsheets; no text in it is one that they would run. */
export function* csvText(rows: Iterable<readonly ExportValue[]>): Generator<string> {
  yield '\uFEFF'
  for (const row of rows) yield `${row.map((value) => quoted(cellOf(value))).join(',')}\r\n`
}

function cellOf(value: ExportValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? guarded(value) : String(value)
}

/** Blanks at an edge are quoted too: some programs trim them otherwise. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
