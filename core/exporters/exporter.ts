/** What a way out is to the rest of the app. */
import type { ExportRow } from './columns.ts'

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface Exporter {
  readonly id: ExportFormat
  /** Without the dot. */
  readonly extension: string
  /** What comes before the first row. `bom`: begin with a byte order mark, where the format allows one. */
  readonly head: (options: { readonly bom: boolean }) => string
  /** Any number of rows, each with its line end; call it again for the next ones. */
  readonly rows: (rows: readonly ExportRow[]) => string
  /** One row as the preview shows it: a cell a column, as it will be written but for quotes. */
  readonly cells: (row: ExportRow) => readonly string[]
}
