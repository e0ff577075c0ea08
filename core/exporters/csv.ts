/** CSV after RFC 4180: CRLF between rows, quotes where needed, and no cell that a spreadsheet would run. */
import { type ExportRow, type ExportValue, exportColumnNames, exportColumns, guarded } from './columns.ts'
import type { Exporter } from './exporter.ts'

export const csvExporter: Exporter = {
  id: 'csv',
  extension: 'csv',
  // Some spreadsheets read UTF-8 as UTF-8 only when it begins with a byte order mark.
  head: ({ bom }) => `${bom ? '\uFEFF' : ''}${exportColumnNames.join(',')}\r\n`,
  rows: (rows) => rows.map((row) => `${csvCells(row).map(quoted).join(',')}\r\n`).join(''),
  cells: csvCells,
}

function csvCells(row: ExportRow): readonly string[] {
  return exportColumns.map((column) => cellOf(column.of(row)))
}

function cellOf(value: ExportValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? guarded(value) : String(value)
}

/** Blanks at an edge are quoted too: some programs trim them otherwise. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
