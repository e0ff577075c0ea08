/** CSV and its kin: comma, semicolon, tab or bar between cells, with or without column names in some row. */
import { isOurHeader, unguarded } from '../exporters/columns.ts'
import type { Problem, ProblemReason, Reading } from '../records.ts'
import { AppError } from '../result.ts'
import { guessCsvLayout, separatorLine } from './csv-layout.ts'
import { nextLine, type ScannedRow, scanRow } from './csv-scan.ts'
import { plainLine, strayRow } from './csv-stray.ts'
import { type Batch, cut, problemOf, type Reader, type SourceRecord, type TableFormat } from './format.ts'

/** A row longer than this, in UTF-16 units, is not held. */
const longestRow = 16 * 1024 * 1024
/** A row that goes on and on is looked at again only when there is twice as much of it, so that none is slow. */
const smallRow = 1024
/** Each unclosed quote costs another look at what follows it, each stray one at what it took in. */
const mostRecoveries = 20
const mostLookedAtAgain = 4 * longestRow
const mostColumns = 1000
const largestBatch = 4000
const longestName = 200

/** Any text can be a table of one column: never quite sure, never out of the question. */
export const csv: TableFormat = {
  id: 'csv',
  title: 'Table (CSV)',
  detect: () => 0.5,
  guessLayout: guessCsvLayout,
  open: (reading) => openCsv(reading, { escapesByBackslash: reading.escapesByBackslash === true }),
}

interface State {
  readonly reading: Reading
  /** The beginning of a row whose end has not come yet. */
  rest: string
  /** `rest` is looked at again when it is this long. */
  enough: number
  started: boolean
  crEndsRow: boolean | null
  row: number
  columns: readonly string[]
  /** Cells a row should have; 0 before the first. */
  width: number
  isOurs: boolean
  /** After a row was lost: pass over what comes, to the line end, to a row of the right width, or to the end. */
  passing: 'nothing' | 'line' | 'misfits' | 'all'
  recoveries: number
  /** An open quote found nothing to close it up to the end of the file: what quotes are left mean nothing. */
  isPlain: boolean
  /** Rows may be of any width, and none holds names: for exports that say other things above their table. */
  readonly isRagged: boolean
  /** A quote after a backslash is a quote, and nothing ends there. */
  readonly escapesByBackslash: boolean
  /** UTF-16 units read twice because of stray quotes. */
  lookedAtAgain: number
  charsRead: number
  records: SourceRecord[]
  problems: Problem[]
}

/** As `csv.open`, for those who know the table: every row comes as it is, the names among them. */
export function openRaggedCsv(reading: Reading, escapesByBackslash = false): Reader {
  return openCsv(reading, { isRagged: true, escapesByBackslash })
}

function openCsv(
  reading: Reading,
  {
    isRagged = false,
    escapesByBackslash = false,
  }: Partial<Pick<State, 'isRagged' | 'escapesByBackslash'>> = {},
): Reader {
  const state: State = {
    reading,
    isRagged,
    escapesByBackslash,
    rest: '',
    enough: 0,
    started: false,
    crEndsRow: null,
    row: 0,
    columns: [],
    width: 0,
    isOurs: false,
    passing: 'nothing',
    recoveries: 0,
    isPlain: false,
    lookedAtAgain: 0,
    charsRead: 0,
    records: [],
    problems: [],
  }
  return {
    read(chunk) {
      state.charsRead += chunk.length
      return advance(state, chunk, false)
    },
    end: () => advance(state, '', true),
  }
}

function* advance(state: State, chunk: string, ended: boolean): Generator<Batch> {
  const text = state.rest + chunk
  state.rest = text
  if (ended || text.length >= state.enough) yield* consume(state, text, ended)
  yield takeBatch(state)
}

function takeBatch(state: State): Batch {
  const { columns, records, problems, charsRead } = state
  state.records = []
  state.problems = []
  return { columns, records, problems, charsRead }
}

/** Takes all whole rows off the front of the text and keeps what is left in `rest`. */
function* consume(state: State, text: string, ended: boolean): Generator<Batch> {
  let at = begin(state, text, ended)
  while (at !== null && at < text.length) {
    const next = step(state, text, { at, ended })
    if (next === null) break
    at = next
    if (state.records.length + state.problems.length >= largestBatch) yield takeBatch(state)
  }
  if (at === null) return
  state.rest = text.slice(at)
  state.enough = state.rest.length > smallRow ? state.rest.length * 2 : 0
}

interface Place {
  readonly at: number
  readonly ended: boolean
}

/** Reads, or passes over, one row. @returns where to go on; null when the row goes beyond the text */
function step(state: State, text: string, { at, ended }: Place): number | null {
  if (state.passing === 'all') return text.length
  if (state.passing === 'line') {
    const next = nextLine(text, at)
    if (next < text.length || endsLine(text)) state.passing = 'nothing'
    return next
  }
  const dialect = dialectOf(state, ended)
  const found = state.isPlain ? plainLine(text, at, dialect) : scanRow(text, at, dialect)
  if (typeof found === 'object') return takeFound(state, text, { at, found })
  return found === 'more' && text.length - at <= longestRow ? null : giveUpRow(state, text, { at, ended })
}

/** Passes over the line `sep=;`; null when it cannot be told yet whether there is one. */
function begin(state: State, text: string, ended: boolean): number | null {
  if (state.started) return 0
  if (!ended && text.length < 'sep=;\r\n'.length) return null
  state.started = true
  return separatorLine(text)?.length ?? 0
}

function dialectOf(state: State, ended: boolean) {
  const { reading, crEndsRow, escapesByBackslash } = state
  const { delimiter, quote } = reading
  return { delimiter, quote, crEndsRow: crEndsRow ?? true, escapesByBackslash, ended }
}

/** Takes a row in, or the first line of it when a stray quote made it too long. @returns where to go on */
function takeFound(
  state: State,
  text: string,
  { at, found }: { readonly at: number; readonly found: ScannedRow },
): number {
  const length = found.next - at
  if (length > longestRow) {
    reportLost(state, 'too-long', text.slice(at, at + 400))
    return found.next
  }
  const mayLookAgain = found.isDoubtful && state.lookedAtAgain + length <= mostLookedAtAgain
  const stray = mayLookAgain
    ? strayRow(text, at, { dialect: dialectOf(state, true), width: state.width })
    : null
  if (stray === null) {
    const isOpen = state.isPlain && found.cells.some((cell) => cell.startsWith(state.reading.quote ?? '"'))
    takeRow(state, found, text, isOpen ? 'unclosed-quote' : null)
    return found.next
  }
  state.lookedAtAgain += length
  takeRow(state, stray, text, 'unclosed-quote')
  return stray.next
}

function takeRow(
  state: State,
  { cells, next }: ScannedRow,
  text: string,
  flaw: ProblemReason | null = null,
): void {
  // The end of the first row tells whether a CR alone ends rows in this file.
  state.crEndsRow ??= text.charCodeAt(next - 1) === 13
  if (state.passing === 'misfits') {
    if (cells.length !== state.width) return
    state.passing = 'nothing'
  }
  state.row += 1
  if (cells.length === 1 && cells[0]?.trim() === '') return
  if (state.isRagged) {
    state.width = cells.length
    state.records.push({ row: state.row, values: cells, original: null, flaw })
    return
  }
  if (state.width === 0) {
    // Titles and the like, above the names.
    if (state.row < state.reading.headerRow) return
    takeNames(state, cells)
    if (state.reading.headerRow > 0) return
  }
  takeCells(state, cells, flaw)
}

function takeNames(state: State, cells: readonly string[]): void {
  if (cells.length > mostColumns) {
    throw new AppError(
      'file-not-comments',
      `Row ${state.row} of the file has ${cells.length} cells, and a table may have ${mostColumns} columns. Is this a table of comments?`,
    )
  }
  const hasNames = state.reading.headerRow > 0
  state.width = cells.length
  state.columns = hasNames ? columnNames(cells) : columnNames(cells.map(() => ''))
  state.isOurs = hasNames && isOurHeader(state.columns)
}

function takeCells(state: State, cells: string[], flaw: ProblemReason | null): void {
  const { row, width } = state
  // Empty cells at the end are a spreadsheet's habit; filled ones mean that no cell can be trusted.
  if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) {
    const value = cells.join(state.reading.delimiter)
    state.problems.push(problemOf({ row, reason: 'too-many-cells', value, skipped: true }))
    return
  }
  const kept = cells.length > width ? cells.slice(0, width) : cells
  const values = state.isOurs ? kept.map(unguarded) : kept
  state.records.push({ row, values, original: null, flaw: cells.length < width ? 'too-few-cells' : flaw })
}

/** Reports a row that never ends, and says where to go on. */
function giveUpRow(state: State, text: string, { at, ended }: Place): number {
  const whole = scanRow(text, at, dialectOf(state, true))
  const reason: ProblemReason = whole === 'unclosed' ? 'unclosed-quote' : 'too-long'
  if (state.passing !== 'misfits') reportLost(state, reason, text.slice(at, at + 400))
  if (reason === 'too-long') {
    state.passing = 'line'
    return at
  }
  state.recoveries += 1
  state.isPlain = ended
  // With one column every line would fit, and a long comment cut off in its midst would become many.
  const isHopeless = state.width < 2 || state.recoveries > mostRecoveries
  state.passing = isHopeless ? 'all' : 'misfits'
  return isHopeless ? text.length : nextLine(text, at)
}

function reportLost(state: State, reason: ProblemReason, value: string): void {
  state.row += 1
  state.problems.push(problemOf({ row: state.row, reason, value, skipped: true }))
}

const endsLine = (text: string): boolean => text.endsWith('\n') || text.endsWith('\r')

/** Every column by a name of its own: "text", "text (2)"; "Column 3" where there is none. */
function columnNames(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const name = cut(cell.trim(), longestName) || `Column ${index + 1}`
    let unique = name
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`
    taken.add(unique)
    return unique
  })
}
