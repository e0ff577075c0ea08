/** The record as a file that somebody reads elsewhere: one line an entry, with its sentence. */
import type { ExportValue } from '../exporters/columns.ts'
import { csvText } from '../exporters/csv.ts'
import type { Label } from '../labels.ts'
import { describeEntry } from './describe.ts'
import type { RecordEntry } from './entry.ts'

export const recordFormats = ['csv', 'jsonl', 'text'] as const
export type RecordFormat = (typeof recordFormats)[number]

type Labels = readonly Pick<Label, 'id' | 'name' | 'reasons'>[]

/** @param entries oldest first */
export function recordText(
  entries: Iterable<RecordEntry>,
  format: RecordFormat,
  labels: Labels,
): Iterable<string> {
  if (format === 'csv') return csvText(csvRows(entries, labels))
  return format === 'jsonl' ? jsonLines(entries, labels) : plainLines(entries, labels)
}

function* csvRows(entries: Iterable<RecordEntry>, labels: Labels): Generator<readonly ExportValue[]> {
  yield ['id', 'at', 'coder', 'kind', 'what', 'comment', 'merged', 'hash']
  for (const entry of entries) {
    const { id, at, coder, kind, commentId, isMerged, hash } = entry
    yield [id, at, coder, kind, describeEntry(entry, labels), commentId, isMerged, hash]
  }
}

function* jsonLines(entries: Iterable<RecordEntry>, labels: Labels): Generator<string> {
  for (const { excerpt: _, ...entry } of entries) {
    yield `${JSON.stringify({ ...entry, what: describeEntry({ ...entry, excerpt: null }, labels) })}\n`
  }
}

function* plainLines(entries: Iterable<RecordEntry>, labels: Labels): Generator<string> {
  for (const entry of entries) yield `${entry.id}  ${entry.at}  ${describeEntry(entry, labels)}\n`
}
