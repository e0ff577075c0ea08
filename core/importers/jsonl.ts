/** JSON Lines: one object a line. Values inside objects are columns by their path, such as "author.name". */
import type { Problem, Reading } from '../records.ts'
import { type Batch, problemOf, type Reader, type SourceRecord, type TableFormat } from './format.ts'
import { createJsonColumns, type JsonColumns } from './parts/json-columns.ts'
import { isObject, type JsonObject, parseExactly } from './parts/json-exact.ts'

/** A line longer than this, in UTF-16 units, is not held. */
const longestLine = 16 * 1024 * 1024

export const jsonl: TableFormat = {
  id: 'jsonl',
  title: 'Table (JSON Lines)',
  detect: detectJsonLines,
  guessLayout: () => ({ delimiter: ',', headerRow: 1 }),
  open: openJsonLines,
}

function detectJsonLines(head: string): number {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const looked = whole.slice(0, 50)
  if (looked.length === 0) return 0
  const objects = looked.filter((line) => typeof parseLine(line) === 'object').length
  if (objects > 0) return objects / looked.length > 0.5 ? 1 : 0.6
  // One line that is longer than the head, or a damaged first line.
  return /^\s*\{\s*"/.test(head) ? 0.7 : 0
}

interface State {
  readonly columns: JsonColumns
  /** The beginning of a line, in the pieces it came in: joined once, when the line ends. */
  pieces: string[]
  held: number
  /** The line is too long: its pieces are let go as they come. */
  isTooLong: boolean
  /** The last chunk ended with CR: a LF at once after it belongs to it. */
  afterCr: boolean
  line: number
  charsRead: number
  records: SourceRecord[]
  problems: Problem[]
}

function openJsonLines(reading: Reading): Reader {
  const state: State = {
    columns: createJsonColumns(reading),
    pieces: [],
    held: 0,
    isTooLong: false,
    afterCr: false,
    line: 0,
    charsRead: 0,
    records: [],
    problems: [],
  }
  return {
    read(chunk) {
      startBatch(state)
      state.charsRead += chunk.length
      takeChunk(state, chunk)
      return [batchOf(state)]
    },
    end() {
      startBatch(state)
      if (state.held > 0) endLine(state, '', true)
      return [batchOf(state)]
    },
  }
}

function startBatch(state: State): void {
  state.records = []
  state.problems = []
}

function batchOf({ columns, records, problems, charsRead }: State): Batch {
  return { columns: columns.names, records, problems, charsRead }
}

function takeChunk(state: State, chunk: string): void {
  let from = state.afterCr && chunk.startsWith('\n') ? 1 : 0
  if (chunk.length > 0) state.afterCr = chunk.endsWith('\r')
  let nextCr = chunk.indexOf('\r', from)
  while (from < chunk.length) {
    const lf = chunk.indexOf('\n', from)
    if (nextCr !== -1 && nextCr < from) nextCr = chunk.indexOf('\r', from)
    const end = nextCr !== -1 && (lf === -1 || nextCr < lf) ? nextCr : lf
    if (end === -1) {
      hold(state, chunk.slice(from))
      return
    }
    endLine(state, chunk.slice(from, end), false)
    from = end === nextCr && lf === end + 1 ? end + 2 : end + 1
  }
}

function hold(state: State, piece: string): void {
  state.held += piece.length
  if (state.held > longestLine) {
    state.isTooLong = true
    state.pieces = []
  } else {
    state.pieces.push(piece)
  }
}

function endLine(state: State, last: string, isLastOfFile: boolean): void {
  const isTooLong = state.isTooLong || state.held + last.length > longestLine
  const text = isTooLong ? '' : state.pieces.join('') + last
  state.pieces = []
  state.held = 0
  state.isTooLong = false
  state.line += 1
  const row = state.line
  if (isTooLong) {
    state.problems.push(problemOf({ row, reason: 'too-long', skipped: true }))
    return
  }
  const line = text.trim()
  if (line === '') return
  const record = parseLine(line)
  if (typeof record === 'object') {
    state.records.push({ row, values: state.columns.valuesOf(record), original: line, flaw: null })
    return
  }
  const isCutOff = isLastOfFile && record === 'not-json' && line.startsWith('{')
  const reason = isCutOff ? 'truncated' : record
  state.problems.push(problemOf({ row, reason, value: line, skipped: true }))
}

function parseLine(line: string): JsonObject | 'not-json' | 'not-an-object' {
  let value: unknown
  try {
    value = parseExactly(line)
  } catch {
    return 'not-json'
  }
  return isObject(value) ? value : 'not-an-object'
}
