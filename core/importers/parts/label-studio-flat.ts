/**
 * Label Studio's JSON_MIN and CSV: a record for each annotation, the task's data, its labels and what is known of the
 * annotation side by side. @source labelstud.io/guide/export
 */
import type { Found, Sink, Source } from '../export-format.ts'
import { isKnownName, plainName } from '../names.ts'
import { at, type JsonObject, parseExactly, textAt } from './json-exact.ts'
import type { JsonRecord } from './json-records.ts'
import { answersOf, coderIn, contextIn, labelsIn, textKeyOf, timeIn } from './labelled.ts'
import { rowAsJson } from './row-json.ts'
import { readRows } from './table-export.ts'

/** What the tool says of the annotation itself. */
const itsOwn = new Set(
  'id annotator annotation_id created_at updated_at lead_time agreement ground_truth predictions history'.split(
    ' ',
  ),
)

const hasMarks = (names: readonly string[]): boolean =>
  names.includes('annotation_id') && (names.includes('lead_time') || names.includes('annotator'))

export const isFlat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && hasMarks(Object.keys(value))

export const isFlatTable = (names: readonly string[]): boolean => hasMarks(names.map((name) => name.trim()))

export function flatRecord(value: JsonObject, { raw, row }: Pick<JsonRecord, 'raw' | 'row'>): Found {
  const keys = Object.keys(value)
  const labelKeys = labelKeysOf(keys, value)
  const isData = (key: string) => !itsOwn.has(key) && !labelKeys.includes(key)
  const textKey = textKeyOf(value, isData)
  const text = (textKey === null ? null : textAt(value, textKey)) ?? ''
  const by = {
    coder: coderIn(at(value, 'annotator')) ?? 'label-studio',
    at: timeIn(at(value, 'created_at')),
  }
  const data = Object.fromEntries(Object.entries(value).filter(([key]) => isData(key)))
  return {
    row,
    ...contextIn(data),
    id: textAt(value, 'id'),
    text,
    answers: labelKeys
      .filter((key) => key !== textKey)
      .flatMap((key) => {
        const note = labelKeys.length > 1 ? `Question: ${key}` : null
        return answersOf({ ...by, note }, labelsIn(unpacked(at(value, key)), text))
      }),
    raw,
  }
}

/**
 * The task's data come first, then `id`, then the labels, then `annotator`. Older tables have their columns in
 * alphabetical order: there every short cell may be a label whose column is not known for something else.
 */
function labelKeysOf(keys: readonly string[], value: JsonObject): readonly string[] {
  const own = keys.filter((key) => !itsOwn.has(key))
  const isSorted = keys.every((key, place) => place === 0 || (keys[place - 1] ?? '') <= key)
  const [from, to] = [keys.indexOf('id'), keys.indexOf('annotator')]
  if (!isSorted && from !== -1 && to > from) return keys.slice(from + 1, to)
  const text = textKeyOf(value, (key) => !itsOwn.has(key))
  return own.filter((key) => {
    const cell = at(value, key)
    if (typeof cell !== 'string') return true
    if (/^\s*(\{|\[)/.test(cell)) return true
    return key !== text && !isKnownName(plainName(key)) && !/^source$/i.test(key) && cell.length <= 60
  })
}

/** In tables, lists and choices are JSON in a cell. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*(\{|\[)/.test(value)) return value
  try {
    return parseExactly(value)
  } catch {
    return value
  }
}

export async function readFlatTable(source: Source, sink: Sink): Promise<void> {
  let names: readonly string[] | null = null
  let quoted: readonly string[] = []
  await readRows(source, sink, {
    onRow(cells, row, flaw) {
      if (names === null) {
        names = cells.map((name) => name.trim())
        quoted = names.map((name) => JSON.stringify(name))
        return
      }
      if (flaw !== null && cells.some((cell) => cell.trim() !== '')) sink.repaired(row, flaw)
      const record = Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
      sink.comment(flatRecord(record, { raw: rowAsJson(quoted, cells), row }))
    },
  })
}
