/** Makes comments of records, by the reading a person confirmed. */
import type { Field, ImportedComment, Problem, Reading } from '../records.ts'
import { serialTime } from '../time.ts'
import type { Found } from './export-format.ts'
import { type Finished, finish } from './finish.ts'
import { type Batch, problemOf, type SourceRecord } from './format.ts'
import { createTableIdentify } from './identify.ts'
import { kindOf } from './kinds.ts'
import { nameFit } from './names.ts'
import { mendDoubled } from './parts/mojibake.ts'
import { rowAsJson } from './parts/row-json.ts'
import { createStateOf } from './states.ts'

export interface MappedBatch {
  readonly comments: readonly ImportedComment[]
  /** Those of the batch and those of its records. */
  readonly problems: readonly Problem[]
  /** Rows of the file in this batch: each is a comment or a skipped problem. */
  readonly rows: number
}

/**
 * Makes the mapping of one file; give it the file's batches in order.
 *
 * @param options `keepsRaw: false` leaves `raw` empty, for those who only count and look
 */
export function createMapper(
  reading: Reading,
  { keepsRaw }: { readonly keepsRaw: boolean },
): (batch: Batch) => MappedBatch {
  const mapping: Mapping = {
    reading,
    keepsRaw,
    identify: createTableIdentify(reading),
    stateOf: createStateOf(reading.columns.state ?? ''),
    hasNamedTime: nameFit(reading.columns.time ?? '', 'time') > 0,
  }
  return (batch) => {
    const comments: ImportedComment[] = []
    const problems = [...batch.problems]
    const places = placesOf(reading, batch.columns)
    const names = batch.columns.map((name) => JSON.stringify(name))
    for (const found of batch.records) {
      const record = mend(mapping, found, batch.columns)
      const mapped = mapRecord(mapping, { names, record, original: found, places })
      if (mapped.comment !== null) comments.push(mapped.comment)
      problems.push(...mapped.problems)
    }
    return { comments, problems, rows: batch.records.length + batch.problems.length }
  }
}

interface Mapping {
  readonly reading: Reading
  readonly keepsRaw: boolean
  readonly identify: ReturnType<typeof createTableIdentify>
  readonly stateOf: ReturnType<typeof createStateOf>
  /** A column of bare figures that its name calls a time. */
  readonly hasNamedTime: boolean
}
type Places = Readonly<Partial<Record<Field, number>>>
interface Located {
  /** The columns' names as JSON. */
  readonly names: readonly string[]
  readonly record: SourceRecord
  /** As the file has it, before anything was mended. */
  readonly original: SourceRecord
  readonly places: Places
}

function placesOf(reading: Reading, columns: readonly string[]): Places {
  const entries = Object.entries(reading.columns).map(
    ([field, name]) => [field, columns.indexOf(name)] as const,
  )
  return Object.fromEntries(entries.filter(([, place]) => place !== -1))
}

function mapRecord(mapping: Mapping, located: Located): Finished {
  const { reading, keepsRaw, identify, stateOf } = mapping
  const { record, original } = located
  const time = cellOf(located, 'time')
  const title = cellOf(located, 'title')
  const writtenState = filled(cellOf(located, 'state'))
  const found: Found = {
    row: record.row,
    text: cellOf(located, 'text') ?? '',
    id: cellOf(located, 'id'),
    parentId: cellOf(located, 'parent'),
    // A file with titles and no thread ids still has threads: their titles name them.
    threadId: located.places.thread === undefined ? title : cellOf(located, 'thread'),
    threadTitle: title,
    author: cellOf(located, 'author'),
    time,
    createdAt: mapping.hasNamedTime && time !== null ? serialTime(time) : null,
    likes: cellOf(located, 'likes'),
    state: (writtenState === null ? null : stateOf(writtenState)) ?? 'visible',
    kind: kindOf(filled(cellOf(located, 'kind'))?.trim() ?? '') ?? 'comment',
    url: cellOf(located, 'url'),
    raw: keepsRaw ? (original.original ?? rowAsJson(located.names, original.values)) : '',
  }
  const { dateOrder, withoutDeleted = false } = reading
  const finished = finish(found, { identify, dateOrder, keepsRaw, withoutDeleted })
  if (finished.comment === null) return finished
  const flaws = [record.flaw, record === original ? null : 'mojibake'] as const
  const noted = flaws.flatMap((reason) =>
    reason === null ? [] : [problemOf({ row: record.row, reason, skipped: false })],
  )
  return { ...finished, problems: [...noted, ...finished.problems] }
}

/** @returns the record itself where nothing was to be mended */
function mend({ reading }: Mapping, record: SourceRecord, columns: readonly string[]): SourceRecord {
  const { mended = [] } = reading
  if (mended.length === 0) return record
  let isMended = false
  const values = record.values.map((value, place) => {
    const better = value !== undefined && mended.includes(columns[place] ?? '') ? mendDoubled(value) : null
    isMended ||= better !== null
    return better ?? value
  })
  return isMended ? { ...record, values } : record
}

function cellOf({ record, places }: Located, field: Field): string | null {
  const place = places[field]
  return place === undefined ? null : (record.values[place] ?? null)
}

const filled = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value)
