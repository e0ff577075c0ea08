/** What the exports that are tables have in common: names in some row, then a comment a row. */
import { delimiters as allDelimiters, type Delimiter, type ProblemReason } from '../../records.ts'
import { AppError } from '../../result.ts'
import { openRaggedCsv } from '../csv.ts'
import { rowsOf, separatorLine } from '../csv-layout.ts'
import { withoutCutRow } from '../cut-row.ts'
import type { ExportFormat, Found, Sink, Source } from '../export-format.ts'
import type { Batch } from '../format.ts'
import type { Head } from '../head.ts'
import { plainName } from '../names.ts'
import { peek } from './peek.ts'
import { rowAsJson } from './row-json.ts'

export interface TableRow {
  /** The cell under a column, as it is; null where it is blank or there is no such column. Names as `plainName` has them. */
  readonly get: (name: string) => string | null
  readonly cells: readonly string[]
  readonly row: number
  /** The row as JSON. */
  readonly raw: string
}

export interface TableFacts {
  readonly source: Source
  readonly sink: Sink
  /** The rows above the names. */
  readonly preamble: readonly (readonly string[])[]
  readonly names: readonly string[]
}

export interface TableExportOptions
  extends Pick<ExportFormat, 'id' | 'title' | 'platform' | 'idsWithin' | 'companions'> {
  /** Names that one row has all of, in any order; written as `plainName` writes them. Several lists for several vintages. */
  readonly names: readonly (readonly string[])[]
  /** How sure the names make; 0.95 where not said. */
  readonly sureness?: number
  readonly delimiters?: readonly Delimiter[]
  readonly escapesByBackslash?: boolean
  /**
   * Makes the reader of one file, told what stands above its first record.
   *
   * @returns why a row is left out; null for one that holds no record of its own, or whose records the sink has already
   */
  readonly open: (table: TableFacts) => (row: TableRow) => Found | ProblemReason | null
}

const namesWithin = 40
/** Further rows without the names are let go: none of them is a comment. */
const longestPreamble = 100

/** A format whose rows are read one by one. */
export function tableExport(options: TableExportOptions): ExportFormat {
  const { id, title, platform, idsWithin, companions = [], sureness = 0.95 } = options
  return {
    id,
    title,
    platform,
    idsWithin,
    companions,
    detect: (head) => (delimiterOf(options, head) === null ? 0 : sureness),
    async parse(source, sink) {
      const delimiter = delimiterOf(options, await peek(source))
      await parse(delimiter === null ? options : { ...options, delimiters: [delimiter] }, source, sink)
    },
  }
}

/** What stands above the names misleads whoever guesses by the first rows: the one by which the names are found. */
function delimiterOf(options: TableExportOptions, head: Head): Delimiter | null {
  const tried = options.delimiters ?? [head.delimiter, ...allDelimiters]
  const found = tried.find((delimiter) => rowsBy(head, delimiter).some((row) => holdsNames(options, row)))
  return found ?? null
}

type NameRow = ReadonlySet<string>

/** Every format that is a table looks at the same head, and to make names comparable is most of the work. */
const rowsOfHeads = new WeakMap<Head, Map<Delimiter, readonly NameRow[]>>()

function rowsBy(head: Head, delimiter: Delimiter): readonly NameRow[] {
  const known = rowsOfHeads.get(head) ?? new Map<Delimiter, readonly NameRow[]>()
  rowsOfHeads.set(head, known)
  const rows =
    known.get(delimiter) ??
    rowsOf(head.text.slice(separatorLine(head.text)?.length ?? 0), delimiter)
      .slice(0, namesWithin)
      .map(nameRow)
  known.set(delimiter, rows)
  return rows
}

async function parse(options: TableExportOptions, source: Source, sink: Sink): Promise<void> {
  const preamble: (readonly string[])[] = []
  let take: ((row: TableRow) => Found | ProblemReason | null) | null = null
  let header: readonly string[] = []
  let names: readonly string[] = []
  let quotedNames: readonly string[] = []
  await readRows(source, sink, {
    ...options,
    onRow(cells, row, flaw) {
      if (take === null) {
        if (!hasNames(options, cells)) {
          if (preamble.length < longestPreamble) preamble.push(cells)
          return
        }
        header = cells
        names = cells.map(plainName)
        quotedNames = cells.map((name) => JSON.stringify(name.trim()))
        take = options.open({ source, sink, preamble, names })
        return
      }
      // Tables that were put together have their names again in their midst.
      if (cells[0] === header[0] && cells.length === header.length && hasNames(options, cells)) return
      const get = (name: string): string | null => {
        const value = cells[names.indexOf(name)]
        return value === undefined || value.trim() === '' ? null : value
      }
      const found = take({ get, cells, row, raw: rowAsJson(quotedNames, cells) })
      if (found === null) return
      if (typeof found === 'string') {
        sink.leaveOut(row, found)
        return
      }
      if (flaw !== null) sink.repaired(row, flaw)
      sink.comment(found)
    },
  })
  if (take === null && preamble.length > 0) {
    throw new AppError(
      'file-not-comments',
      `“${source.name}” has no row with the names that a file of this kind has: ${options.title}. Is it another kind?`,
    )
  }
}

const nameRow = (cells: readonly string[]): NameRow => new Set(cells.map(plainName))

const holdsNames = ({ names }: TableExportOptions, row: NameRow): boolean =>
  names.some((wanted) => wanted.every((name) => row.has(name)))

const hasNames = (options: TableExportOptions, cells: readonly string[]): boolean =>
  holdsNames(options, nameRow(cells))

export interface RowOptions {
  /** Where the export is always written with one of these; else what was guessed for the file. */
  readonly delimiters?: readonly Delimiter[] | undefined
  readonly escapesByBackslash?: boolean | undefined
  readonly onRow: (cells: readonly string[], row: number, flaw: ProblemReason | null) => void
}

/** All rows of a table of any shape that are not blank. Rows that cannot be read are left out and counted. */
export async function readRows(source: Source, sink: Sink, options: RowOptions): Promise<void> {
  const { delimiters = [], escapesByBackslash = false, onRow } = options
  const [only] = delimiters
  const delimiter = only !== undefined && delimiters.length === 1 ? only : source.reading.delimiter
  const reader = openRaggedCsv({ ...source.reading, delimiter }, escapesByBackslash)
  const pass = (batches: Iterable<Batch>): void => {
    for (const { records, problems } of batches) {
      for (const { row, reason, value } of problems) sink.leaveOut(row, reason, value ?? undefined)
      for (const { row, values, flaw } of records)
        onRow(
          values.map((value) => value ?? ''),
          row,
          flaw,
        )
    }
  }
  let last = ''
  for await (const chunk of source.text()) {
    if (chunk !== '') last = chunk
    pass(reader.read(chunk))
  }
  pass(source.isCutOff?.() ? withoutCutRow(reader.end(), last) : reader.end())
}
