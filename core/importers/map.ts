/** Makes comments of records, by the reading a person confirmed. */
import type { Field, ImportedComment, Problem, Reading } from '../records.ts'
import { parseTime } from '../time.ts'
import { type Batch, problemOf, type SourceRecord } from './format.ts'
import { createIdentify } from './identify.ts'
import { kindOf } from './kinds.ts'
import { createStateOf } from './states.ts'

export interface MappedBatch {
  readonly comments: readonly ImportedComment[]
  /** Those of the batch and those of its records. */
  readonly problems: readonly Problem[]
  /** Rows of the file in this batch: each is a comment or a skipped problem. */
  readonly rows: number
}

/** What exports write where there is no parent. */
const noParent = /^(|0|-1|-|null|none|nil|nan|n\/a|undefined|false)$/i

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
    identify: createIdentify(reading),
    stateOf: createStateOf(reading.columns.state ?? ''),
  }
  return (batch) => {
    const comments: ImportedComment[] = []
    const problems = [...batch.problems]
    const places = placesOf(reading, batch.columns)
    const names = batch.columns.map((name) => JSON.stringify(name))
    for (const record of batch.records) {
      const mapped = mapRecord(mapping, { names, record, places })
      if (mapped.comment !== null) comments.push(mapped.comment)
      problems.push(...mapped.problems)
    }
    return { comments, problems, rows: batch.records.length + batch.problems.length }
  }
}

interface Mapping {
  readonly reading: Reading
  readonly keepsRaw: boolean
  readonly identify: ReturnType<typeof createIdentify>
  readonly stateOf: ReturnType<typeof createStateOf>
}
type Places = Readonly<Partial<Record<Field, number>>>
interface Located {
  /** The columns' names as JSON. */
  readonly names: readonly string[]
  readonly record: SourceRecord
  readonly places: Places
}

function placesOf(reading: Reading, columns: readonly string[]): Places {
  const entries = Object.entries(reading.columns).map(
    ([field, name]) => [field, columns.indexOf(name)] as const,
  )
  return Object.fromEntries(entries.filter(([, place]) => place !== -1))
}

function mapRecord(
  { reading, keepsRaw, identify, stateOf }: Mapping,
  located: Located,
): { readonly comment: ImportedComment | null; readonly problems: readonly Problem[] } {
  const { record } = located
  const { row, flaw } = record
  const given = cellOf(located, 'text')
  if (given === null || given.trim() === '') {
    return { comment: null, problems: [problemOf({ row, reason: 'no-text', field: 'text', skipped: true })] }
  }
  const problems: Problem[] = flaw === null ? [] : [problemOf({ row, reason: flaw, skipped: false })]
  // Half a surrogate pair cannot be written to any file; it and bytes that were none become U+FFFD.
  const text = given.toWellFormed()
  if (text.includes('\uFFFD')) {
    problems.push(problemOf({ row, reason: 'bad-bytes', field: 'text', value: text, skipped: false }))
  }
  const createdOriginal = filled(cellOf(located, 'time'))
  const createdAt = createdOriginal === null ? null : parseTime(createdOriginal, reading.dateOrder)
  if (createdOriginal !== null && createdAt === null) {
    problems.push(
      problemOf({ row, reason: 'bad-time', field: 'time', value: createdOriginal, skipped: false }),
    )
  }
  const writtenLikes = filled(cellOf(located, 'likes'))
  const likes = writtenLikes === null ? null : wholeNumber(writtenLikes)
  if (writtenLikes !== null && likes === null) {
    problems.push(
      problemOf({ row, reason: 'bad-number', field: 'likes', value: writtenLikes, skipped: false }),
    )
  }
  const writtenState = filled(cellOf(located, 'state'))
  const who = namesIn(located)
  const comment: ImportedComment = {
    row,
    ...who,
    createdAt,
    createdOriginal,
    text,
    likes,
    state: (writtenState === null ? null : stateOf(writtenState)) ?? 'visible',
    kind: kindOf(trimmed(located, 'kind') ?? '') ?? 'comment',
    url: trimmed(located, 'url'),
    raw: keepsRaw ? (record.original ?? tableRowAsJson(located)) : '',
    key: identify({ ...who, createdOriginal, text }),
  }
  return { comment, problems }
}

function namesIn(located: Located) {
  const id = trimmed(located, 'id')
  const parent = trimmed(located, 'parent')
  const threadTitle = trimmed(located, 'title')
  return {
    id,
    parentId: parent === null || parent === id || noParent.test(parent) ? null : parent,
    // A file with titles and no thread ids still has threads: their titles name them.
    threadId: located.places.thread === undefined ? threadTitle : trimmed(located, 'thread'),
    threadTitle,
    author: trimmed(located, 'author'),
  }
}

function cellOf({ record, places }: Located, field: Field): string | null {
  const place = places[field]
  return place === undefined ? null : (record.values[place] ?? null)
}

const filled = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value)

function trimmed(located: Located, field: Field): string | null {
  return filled(cellOf(located, field))?.trim().toWellFormed() ?? null
}

/** "61", "1,204" and the "61.0" of statistics programs; null for "26.5K", which is not a number but about one. */
function wholeNumber(value: string): number | null {
  const text = value.trim()
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text)) return null
  const number = Number(text.replaceAll(',', ''))
  return Number.isSafeInteger(number) ? number : null
}

/** Written by hand because an object would put columns called "1" first and lose one called "__proto__". */
function tableRowAsJson({ names, record }: Located): string {
  let json = '{'
  for (let place = 0; place < record.values.length; place++) {
    json += `${place === 0 ? '' : ','}${names[place] ?? '""'}:${quoted(record.values[place] ?? '')}`
  }
  return `${json}}`
}

/** As `JSON.stringify` writes a text. Most cells are short and plain, and then looking is quicker than calling. */
function quoted(value: string): string {
  return value.length > 40 || needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`
}

const needsEscape = /["\\\p{Cc}\p{Cs}]/u
