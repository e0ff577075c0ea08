/** A JSON document that is, or holds, a list of objects: each is a record, its values columns by their path. */
import type { Reading } from '../records.ts'
import { type Batch, problemOf, type Reader, type SourceRecord, type TableFormat } from './format.ts'
import { headLength } from './head.ts'
import { nameFit } from './names.ts'
import { createJsonColumns } from './parts/json-columns.ts'
import { isObject, type JsonObject, parseExactly } from './parts/json-exact.ts'
import { createJsonPieces, type JsonPieces, type Piece } from './parts/json-pieces.ts'
import { parseJsonPrefix } from './parts/json-prefix.ts'

/** A record longer than this, in UTF-16 units, is not held. */
const longestRecord = 16 * 1024 * 1024
/** Lists are looked for inside so many objects. */
const deepest = 3

export const json: TableFormat = {
  id: 'json',
  title: 'Table (JSON)',
  detect: (head) => (listPlace(head) === null ? 0 : 1),
  guessLayout: () => ({ delimiter: ',', headerRow: 1 }),
  open: openJson,
}

/**
 * Where the records are, told from the beginning of the text.
 *
 * @returns a place as json-pieces knows it, such as "data.comments.*"; null where there is no list of objects
 */
export function listPlace(text: string): string | null {
  const head = text.slice(0, headLength)
  // Lines that are objects are JSON Lines, whatever is in them.
  if (!/^\s*[[{]/.test(head) || hasObjectLines(head)) return null
  const found = listsIn(parseJsonPrefix(head), [])
  const best = found.reduce<FoundList | null>(
    (one, other) => (one === null || other.rank > one.rank ? other : one),
    null,
  )
  return best === null ? null : [...best.path.map(step), '*'].join('.')
}

/** What cannot be said in a place stands for any key. */
const step = (key: string): string => (/[.*]/.test(key) || key === '' ? '*' : key)

interface FoundList {
  readonly path: readonly string[]
  readonly rank: number
}

function listsIn(value: unknown, path: readonly string[]): readonly FoundList[] {
  if (Array.isArray(value)) {
    const objects = value.filter(isObject).length
    return objects > 0 && objects * 2 >= value.length ? [{ path, rank: rankOf(value, path) }] : []
  }
  if (!isObject(value) || path.length >= deepest || isComment(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, [...path, key]))
}

/** Lists of what looks like comments first, then those with likely names, then the longer ones. */
function rankOf(list: readonly unknown[], path: readonly string[]): number {
  const like = list.slice(0, 20).some((one) => isObject(one) && isComment(one)) ? 1000 : 0
  const named = likely.test(path.at(-1) ?? '') ? 500 : 0
  return like + named + Math.min(list.length, 400) - 10 * path.length
}

const likely =
  /^(comments?|replies|responses?|reviews?|posts|messages|entries|items|records|results|rows|data|list)$/i

/** An object with a text of its own is a record, and lists in it are its own. */
function isComment(object: JsonObject): boolean {
  return Object.entries(object).some(
    ([key, value]) => typeof value === 'string' && value.trim() !== '' && nameFit(key, 'text') > 0.5,
  )
}

/** Whether the first line is an object, and another begins after it. */
function hasObjectLines(head: string): boolean {
  const start = head.trimStart()
  const end = start.search(/[\r\n]/)
  if (!start.startsWith('{') || end === -1 || !start.slice(end).trimStart().startsWith('{')) return false
  try {
    return isObject(JSON.parse(start.slice(0, end)))
  } catch {
    return false
  }
}

function openJson(reading: Reading): Reader {
  const columns = createJsonColumns(reading)
  let pieces: JsonPieces | null = null
  let start = ''
  let row = 0
  let charsRead = 0

  function batchOf(found: readonly Piece[]): Batch {
    const records: SourceRecord[] = []
    const problems: Batch['problems'][number][] = []
    for (const { text } of found) {
      row += 1
      const value = text === '' ? 'too-long' : parsed(text)
      if (typeof value === 'object')
        records.push({ row, values: columns.valuesOf(value), original: text, flaw: null })
      else problems.push(problemOf({ row, reason: value, value: text, skipped: true }))
    }
    return { columns: columns.names, records, problems, charsRead }
  }

  /** Begins when there is enough to tell where the records are. */
  function begin(): readonly Piece[] {
    pieces = createJsonPieces({ places: [listPlace(start) ?? '*'], longest: longestRecord })
    const found = pieces.read(start)
    start = ''
    return found
  }

  return {
    *read(chunk) {
      charsRead += chunk.length
      if (pieces !== null) yield batchOf(pieces.read(chunk))
      else {
        start += chunk
        if (start.length >= headLength) yield batchOf(begin())
      }
    },
    *end() {
      if (pieces === null) yield batchOf(begin())
      const last = pieces?.end() ?? { pieces: [], ended: 'whole' }
      yield batchOf(last.pieces)
      if (last.ended === 'whole') return
      row += 1
      const reason = last.ended === 'cut-off' ? 'truncated' : 'not-json'
      yield {
        columns: columns.names,
        records: [],
        problems: [problemOf({ row, reason, skipped: true })],
        charsRead,
      }
    },
  }
}

function parsed(text: string): JsonObject | 'not-json' | 'not-an-object' {
  try {
    const value = parseExactly(text)
    return isObject(value) ? value : 'not-an-object'
  } catch {
    return 'not-json'
  }
}
