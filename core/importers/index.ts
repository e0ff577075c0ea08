/** Which formats there are, and which of them a file is. Adding one is adding one file and one line here. */
import type { Reading } from '../records.ts'
import { csv } from './csv.ts'
import type { ExportFormat } from './export-format.ts'
import type { TableFormat } from './format.ts'
import { disqus } from './formats/disqus.ts'
import { polis } from './formats/polis.ts'
import { redditListing } from './formats/reddit-listing.ts'
import type { Head } from './head.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'

/** The first of those that are equally sure is taken. */
const tables: readonly TableFormat[] = [json, jsonl, csv]

/** In alphabetical order; which is tried first does not matter. */
export const exportFormats: readonly ExportFormat[] = [disqus, polis, redditListing]

/** Less sure than this is not enough to take a file for an export without asking. */
const sureEnough = 0.6

/** The format whose own a file beginning like this most surely is. What the file is called hardly counts. */
export function detectFormat(head: Head): ExportFormat | TableFormat {
  const rated = exportFormats.map((format) => ({ format, sureness: safely(() => format.detect(head)) }))
  const best = rated.reduce((one, other) => (other.sureness > one.sureness ? other : one))
  if (best.sureness >= sureEnough) return best.format
  return tables.reduce((one, other) => (other.detect(head.text) > one.detect(head.text) ? other : one))
}

/** What the beginning of a file tells of how to read it. */
export function guessLayout(head: Head): Omit<Reading, 'encoding' | 'dateOrder' | 'columns'> {
  const format = detectFormat(head)
  if ('open' in format) return { format: format.id, ...format.guessLayout(head.text) }
  return { format: format.id, delimiter: head.delimiter, headerRow: 1 }
}

/** The export that a reading names; null where it names a table. */
export function exportFormatOf({ format }: Pick<Reading, 'format'>): ExportFormat | null {
  return exportFormats.find(({ id }) => id === format) ?? null
}

/** The table that a reading names. A reading of an export that this version does not know is read as CSV. */
export function tableFormatOf({ format }: Pick<Reading, 'format'>): TableFormat {
  return tables.find(({ id }) => id === format) ?? csv
}

/** A head that a reader trips over is not its own. */
function safely(rate: () => number): number {
  try {
    return rate()
  } catch {
    return 0
  }
}
