/** Reads a whole file and says what was understood, so that a person can put it right before importing. */
import type { Guess, InspectReport } from '../contract/import-answers.ts'
import { type Encoding, fields, type ImportedComment, type Problem, type Reading } from '../records.ts'
import { AppError } from '../result.ts'
import type { ExportFormat, Source } from './export-format.ts'
import type { Batch } from './format.ts'
import { explain, type GuessedColumns, guessReading } from './guess.ts'
import { whyParent } from './guess-why.ts'
import type { Head } from './head.ts'
import { exportFormatOf, guessLayout } from './index.ts'
import {
  countPointing,
  enterBatch,
  enterKnown,
  hasOnly,
  type LedgerBook,
  ledgerOf,
  type NewKeys,
  openLedger,
} from './ledger.ts'
import { peek } from './parts/peek.ts'
import { previewOf, previewSize } from './preview.ts'
import { parseRecords, readComments } from './read.ts'
import { refuseOtherText } from './refuse.ts'
import { columnsKey, type RememberedReading } from './remembered.ts'
import { createSketches, type Sketches, sketchBatch } from './sketch.ts'
import { suggestName } from './suggest-name.ts'

/** The file is read two or three times. */
export interface InspectSource extends Omit<Source, 'reading'> {
  /** As the person knows it: "Takeout.zip › comments.csv". */
  readonly shown: string
  /** As the person knows what was picked: "Takeout.zip". */
  readonly picked: string
  readonly bytes: number
  readonly encoding: Encoding
  /** How tables with the same columns were read before; the newest last. */
  readonly remembered: readonly RememberedReading[]
  /** What a person corrected; null to guess everything. Columns that the file does not have are guessed anew. */
  readonly given: Reading | null
  /** Which of these keys, all different, the project has already; null when there is no project. */
  readonly areKnown: ((keys: readonly string[]) => Promise<readonly boolean[]>) | null
  /** Given the keys of what would be added, once, before the report. */
  readonly onNewKeys?: (keys: NewKeys) => void
  /** Called after every batch with the comments found so far; the place to rest, and to throw 'cancelled'. */
  readonly onBatch: (comments: number) => Promise<void>
}

const mostProblems = 200

/** Obstacles: what stands in the way of an import, and what to do. */
const chooseText = 'Choose the column that holds the comment.'
const allDamaged = 'No record in it is whole: it is damaged, or was cut off. Get it again, or leave it out.'
const allEmpty = 'The column chosen for the comment is empty in every row. Choose another.'

/**
 * Memory stays below some 100 MB for a million comments: columns are sketched, ids and keys kept as hashes.
 *
 * @throws AppError 'file-empty', 'file-not-comments'
 */
export async function inspect(source: InspectSource): Promise<InspectReport> {
  const head = await peek(source)
  const layout = source.given ?? {
    ...guessLayout(head),
    encoding: source.encoding,
    dateOrder: 'dmy',
    columns: {},
  }
  const format = exportFormatOf(layout)
  return format === null ? inspectTable(source, layout, head) : inspectExport(source, layout, format)
}

async function inspectExport(
  source: InspectSource,
  layout: Reading,
  format: ExportFormat,
): Promise<InspectReport> {
  const reading = { ...layout, columns: {} }
  const found = await fold(source, reading)
  return {
    ...understoodOf(source, reading, found),
    title: format.title,
    isRemembered: false,
    columns: [],
    guesses: [],
    unused: [],
    obstacle: null,
  }
}

async function inspectTable(source: InspectSource, layout: Reading, head: Head): Promise<InspectReport> {
  refuseOtherText(head.text, source.shown)
  const { sketches, known, guessed, reading, found } = await readTable(source, layout, head)
  refuseEmpty(found.book, source.shown, reading)
  const used = new Set(Object.values(reading.columns))
  return {
    ...understoodOf(source, reading, found),
    title: null,
    isRemembered: known !== null && source.given === null,
    columns: sketches.columns.map(({ name, filled, examples }) => ({ name, filled, examples })),
    guesses: explain(reading, guessed, sketches).map((guess) => withParents(guess, guessed, found.book)),
    unused: sketches.columns.map((column) => column.name).filter((name) => !used.has(name)),
    obstacle: sketches.columns.length === 0 ? allDamaged : obstacleOf(reading, found.book),
  }
}

/**
 * What the whole file says of its columns, and its comments by that. Its beginning mostly says the same, and then one
 * reading of the file does for both.
 */
async function readTable(source: InspectSource, layout: Reading, head: Head) {
  const early = understand(source, layout, await sketchHead(head, layout))
  const sketches = createSketches()
  const foundEarly = await fold(source, early.reading, (batch) => sketchBatch(sketches, batch))
  const late = understand(source, layout, sketches)
  const isAsExpected = isSameReading(early.reading, late.reading)
  return { ...late, sketches, found: isAsExpected ? foundEarly : await fold(source, late.reading) }
}

function understand(source: InspectSource, layout: Reading, sketches: Sketches) {
  const plain = guessReading(sketches)
  const known = rememberedFor(source, sketches, plain)
  const guessed = known ?? plain
  return { known, guessed, reading: settle({ layout, guessed, sketches, isGiven: source.given !== null }) }
}

async function sketchHead({ text }: Head, reading: Reading): Promise<Sketches> {
  async function* only() {
    yield text
  }
  const sketches = createSketches()
  for await (const batch of parseRecords(only(), reading)) sketchBatch(sketches, batch)
  return sketches
}

function isSameReading(one: Reading, other: Reading): boolean {
  return (
    one.dateOrder === other.dateOrder &&
    (one.mended ?? []).join('\n') === (other.mended ?? []).join('\n') &&
    fields.every((field) => one.columns[field] === other.columns[field])
  )
}

/** A table whose columns have the very names that somebody matched before is read as they said. */
function rememberedFor(
  { remembered }: InspectSource,
  { columns }: Sketches,
  { mended }: GuessedColumns,
): GuessedColumns | null {
  const key = columnsKey(columns.map(({ name }) => name))
  const found = remembered.findLast((one) => one.columns === key)
  if (found === undefined) return null
  const used = fields.flatMap((field) => {
    const name = found.fields[field]
    return name === undefined ? [] : [[field, name] as const]
  })
  return { columns: Object.fromEntries(used), dateOrder: found.dateOrder, mended }
}

/** What is said of tables and exports alike. */
function understoodOf(
  source: InspectSource,
  reading: Reading,
  { book, preview, problems, incomplete }: Found,
) {
  source.onNewKeys?.(book.fresh)
  const { comments, alreadyHere } = book.withdrawn
  return {
    name: source.shown,
    bytes: source.bytes,
    reading,
    preview: previewOf(preview),
    ledger: ledgerOf(book),
    withdrawn: { added: comments - alreadyHere, alreadyHere },
    threads: book.threads.size,
    problems,
    incomplete,
    suggestedName: suggestName(source.picked),
  }
}

interface Settling {
  readonly layout: Reading
  readonly guessed: GuessedColumns
  readonly sketches: Sketches
  readonly isGiven: boolean
}

/** The reading to use: a person's word stands as far as the file has the columns it names. */
function settle({ layout, guessed, sketches, isGiven }: Settling): Reading {
  const names = new Set(sketches.columns.map((column) => column.name))
  const known = fields.flatMap((field) => {
    const name = layout.columns[field]
    return name !== undefined && names.has(name) ? [[field, name] as const] : []
  })
  // With another delimiter or header no name is left: then the guess is better than nothing.
  const given = isGiven && known.length > 0
  const mended = (given ? (layout.mended ?? []) : guessed.mended).filter((name) => names.has(name))
  const { mended: _, ...rest } = layout
  return {
    ...rest,
    columns: given ? Object.fromEntries(known) : guessed.columns,
    dateOrder: isGiven ? layout.dateOrder : guessed.dateOrder,
    ...(mended.length > 0 ? { mended } : {}),
  }
}

interface Found {
  readonly book: LedgerBook
  readonly preview: readonly ImportedComment[]
  readonly problems: readonly Problem[]
  readonly incomplete: readonly string[]
}

async function fold(
  source: InspectSource,
  reading: Reading,
  onRecords: (batch: Batch) => void = () => undefined,
): Promise<Found> {
  const book = openLedger()
  const preview: ImportedComment[] = []
  const problems: Problem[] = []
  const incomplete = await readComments(
    { ...source, reading },
    {
      keepsRaw: false,
      onRecords,
      async deliver(batch) {
        const fresh = enterBatch(book, batch)
        const asks = source.areKnown !== null && fresh.length > 0
        enterKnown(book, fresh, asks ? await source.areKnown(fresh.map(({ key }) => key)) : [])
        preview.push(...batch.comments.slice(0, previewSize - preview.length))
        problems.push(...batch.problems.slice(0, mostProblems - problems.length))
        await source.onBatch(book.comments)
      },
    },
  )
  return { book, preview, problems, incomplete }
}

function refuseEmpty(book: LedgerBook, name: string, reading: Reading): void {
  if (book.rows > 0) return
  const what =
    reading.format === 'csv' && reading.headerRow > 0
      ? 'has column names but no comments under them'
      : 'has no comments'
  throw new AppError('file-empty', `“${name}” ${what}. Export it again, or choose another file.`)
}

function withParents(guess: Guess, guessed: GuessedColumns, book: LedgerBook): Guess {
  const isOwn = guess.field === 'parent' && guess.column !== null && guess.column === guessed.columns.parent
  if (!isOwn || book.replies === 0) return guess
  return { ...guess, because: whyParent(countPointing(book), book.replies) }
}

function obstacleOf(reading: Reading, book: LedgerBook): string | null {
  if (reading.columns.text === undefined) return chooseText
  return hasOnly(book, 'no-text') ? allEmpty : null
}
