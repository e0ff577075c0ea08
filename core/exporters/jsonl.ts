/** JSON Lines: one object a line, texts exactly as they are, `null` for unknown. */
import { type ExportRow, exportColumns } from './columns.ts'
import type { Exporter } from './exporter.ts'

export const jsonlExporter: Exporter = {
  id: 'jsonl',
  extension: 'jsonl',
  head: () => '',
  rows: (rows) => rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join(''),
  cells: (row) => exportColumns.map((column) => String(column.of(row) ?? '')),
}

function objectOf(row: ExportRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(exportColumns.map((column) => [column.name, column.of(row)]))
}
