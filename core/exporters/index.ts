/** The list of ways out. Adding one is adding one file and one line here. */
import type { ExportFormat } from '../contract/requests.ts'
import { csvExporter } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { jsonlExporter } from './jsonl.ts'

export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  csv: csvExporter,
  jsonl: jsonlExporter,
}
