/** The list of ways out. Adding one is adding one file and one line here. */
import { type ExportColumn, exportColumns } from './columns.ts'
import { csvExporter } from './csv.ts'
import type { Exporter, ExportFormat } from './exporter.ts'
import { jsonlExporter } from './jsonl.ts'

const exporters: Readonly<Record<ExportFormat, (columns: readonly ExportColumn[]) => Exporter>> = {
  csv: csvExporter,
  jsonl: jsonlExporter,
}

/** @param labels the ids of those that teach, in the order of the codebook: each has a column */
export function exporterFor(format: ExportFormat, labels: readonly string[]): Exporter {
  return exporters[format](exportColumns(labels))
}
