/** JSON Lines: one object a line, texts exactly as they are, `null` for unknown. */
import type { ExportColumn, ExportRow } from './columns.ts'
import type { Exporter } from './exporter.ts'

export function jsonlExporter(columns: readonly ExportColumn[]): Exporter {
  const objectOf = (row: ExportRow) =>
    Object.fromEntries(columns.map((column) => [column.name, column.of(row)]))
  return {
    id: 'jsonl',
    extension: 'jsonl',
    head: () => '',
    rows: (rows) => rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join(''),
    cells: (row) => columns.map((column) => String(column.of(row) ?? '')),
  }
}
