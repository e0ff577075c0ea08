/** Reads OpenDocument spreadsheets (ODS). @source OASIS OpenDocument 1.3, part 3: schema, chapters 6 and 9 */
import { AppError } from '../../core/result.ts'
import type { Archive } from './archive.ts'
import { type Book, protectedOrOld } from './book.ts'
import type { ByteSource } from './byte-source.ts'
import { type RowStream, type SheetDoubts, type SheetRow, sheetSource } from './sheet-source.ts'
import { mostColumns, numberText } from './sheet-text.ts'
import { damaged } from './unpack.ts'
import { attribute, readXmlWhole, walkXml } from './xml-stream.ts'

/** @throws AppError 'file-not-comments' for another kind of document, or one with a password */
export async function openOds(archive: Archive, name: string): Promise<Book> {
  const content = archive.find('content.xml')?.source(name)
  if (content === undefined) throw damaged(name, 'ODS', null)
  const manifest = archive.find('META-INF/manifest.xml')?.source(name)
  if (manifest !== undefined && (await isProtected(manifest))) throw protectedOrOld(name, true)
  const sheets = await listSheets(content)
  if (sheets === null) {
    throw new AppError(
      'file-not-comments',
      `“${name}” is an OpenDocument file, but no spreadsheet. Ask for the comments as a table.`,
    )
  }
  return {
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      source: (shown: string) =>
        sheetSource({
          name: shown,
          size: content.size,
          read: (doubts) => readRows(content, index, doubts),
        }),
    })),
    close: () => undefined,
  }
}

async function isProtected(manifest: ByteSource): Promise<boolean> {
  let found = false
  await readXmlWhole(manifest, {
    onOpen(name) {
      if (name === 'encryption-data') found = true
    },
  })
  return found
}

/** @returns null where it is no spreadsheet */
async function listSheets(content: ByteSource) {
  const sheets: { readonly name: string; readonly isHidden: boolean }[] = []
  const hidden = new Set<string>()
  let style = ''
  let isSpreadsheet = false
  let depth = 0
  await readXmlWhole(content, {
    onOpen(name, attributes) {
      if (name === 'spreadsheet') isSpreadsheet = true
      else if (name === 'style') style = attribute(attributes, 'name') ?? ''
      else if (name === 'table-properties' && attribute(attributes, 'display') === 'false') hidden.add(style)
      else if (name === 'table') {
        depth += 1
        if (depth > 1) return
        sheets.push({
          name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`,
          isHidden: hidden.has(attribute(attributes, 'style-name') ?? ''),
        })
      }
    },
    onClose(name) {
      if (name === 'table') depth -= 1
    },
  })
  return isSpreadsheet ? sheets : null
}

interface Cell {
  readonly value: string | null
  readonly type: string
  readonly repeated: number
}

/** A text repeated over many cells is a trap when it is long. */
const mostRepeatedUnits = 1024 * 1024
/** Blank rows at the end of a sheet are a million; as many rows with words in them are none. */
const mostRepeatedRows = 1_048_576

async function readRows(content: ByteSource, wanted: number, doubts: SheetDoubts): Promise<RowStream> {
  const rows = createRowGatherer(doubts)
  let sheet = -1
  let depth = 0
  let isDone = false
  const isHere = () => sheet === wanted && depth === 1
  const { rounds, position } = await walkXml(content, {
    onOpen(name, attributes) {
      if (name === 'table') {
        depth += 1
        if (depth === 1) sheet += 1
      } else if (isHere()) rows.open(name, attributes)
    },
    onText(text) {
      if (isHere()) rows.text(text)
    },
    onClose(name) {
      if (name === 'table') {
        isDone ||= isHere()
        depth -= 1
      } else if (isHere()) rows.close(name)
    },
  })
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    for await (const _ of rounds) {
      const ready = rows.take()
      if (ready.length > 0) yield ready
      if (isDone) return
    }
  }
  return { batches: batches(), position }
}

type Attributes = Readonly<Record<string, string>>

/** Makes rows of the elements of one sheet. */
function createRowGatherer(doubts: SheetDoubts) {
  let ready: SheetRow[] = []
  let row = 0
  let rowTimes = 1
  let cells: string[] = []
  let column = 0
  let cell: Cell | null = null
  const words = createTextGatherer()

  function takeCell({ value, type, repeated }: Cell): void {
    const text = textOf({ value, type, text: words.take() }, { doubts, row: row + 1 })
    const times = text === '' || text.length * repeated > mostRepeatedUnits ? 1 : repeated
    for (let copy = 0; text !== '' && copy < times && column + copy < mostColumns; copy++) {
      while (cells.length < column + copy) cells.push('')
      cells[column + copy] = text
    }
    column = Math.min(column + repeated, mostColumns)
  }

  return {
    open(name: string, attributes: Attributes): void {
      if (name === 'table-row') {
        rowTimes = timesOf(attributes, 'number-rows-repeated')
        cells = []
        column = 0
      } else if (isCell(name)) {
        const type = attribute(attributes, 'value-type') ?? 'string'
        const value = attribute(attributes, valueNames[type] ?? 'value')
        cell = { value, type, repeated: timesOf(attributes, 'number-columns-repeated') }
        words.start()
      } else words.open(name, attributes)
    },
    text: words.text,
    close(name: string): void {
      words.close(name)
      if (isCell(name) && cell !== null) {
        takeCell(cell)
        cell = null
      } else if (name === 'table-row') {
        if (cells.length > 0) ready.push({ row: row + 1, cells, times: Math.min(rowTimes, mostRepeatedRows) })
        row += rowTimes
      }
    },
    take(): readonly SheetRow[] {
      const full = ready
      ready = []
      return full
    },
  }
}

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell'

/** The paragraphs of a cell, without those of a note on it. */
function createTextGatherer() {
  let paragraphs: string[] = []
  let parts: string[] | null = null
  let notes = 0
  return {
    start(): void {
      paragraphs = []
    },
    open(name: string, attributes: Attributes): void {
      if (name === 'annotation') notes += 1
      if (notes > 0) return
      if (name === 'p') parts = []
      else if (name === 's') parts?.push('\u0000'.repeat(Math.min(timesOf(attributes, 'c'), 1000)))
      else if (name === 'tab') parts?.push('\u0001')
      else if (name === 'line-break') parts?.push('\u0002')
    },
    text(text: string): void {
      if (notes === 0) parts?.push(text)
    },
    close(name: string): void {
      if (name === 'annotation') notes -= 1
      if (name !== 'p' || notes > 0 || parts === null) return
      paragraphs.push(paragraphText(parts.join('')))
      parts = null
    },
    take: (): string => paragraphs.join('\n'),
  }
}

const valueNames: Readonly<Record<string, string>> = {
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
}

function timesOf(attributes: Readonly<Record<string, string>>, name: string): number {
  const times = Number(attribute(attributes, name) ?? 1)
  return Number.isSafeInteger(times) && times > 0 ? times : 1
}

/** Blanks of the file are one blank, those that are meant are elements of their own. */
function paragraphText(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll('\u0000', ' ')
    .replaceAll('\u0001', '\t')
    .replaceAll('\u0002', '\n')
}

function textOf(
  { value, type, text }: { readonly value: string | null; readonly type: string; readonly text: string },
  { doubts, row }: { readonly doubts: SheetDoubts; readonly row: number },
): string {
  if (type === 'string') return text === '' ? (value ?? '') : text
  if (value === null) return text
  if (type === 'boolean') return value === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'date') return value.replace(/\.0+$/, '')
  if (type === 'time') return clockOf(value)
  const number = numberText(value)
  if (number.isRounded) {
    doubts.rounded += 1
    if (doubts.firstRounded === '') doubts.firstRounded = `row ${row}`
  }
  return number.text
}

/** "PT10H05M00S" is 10:05:00. */
function clockOf(duration: string): string {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration)
  if (match === null) return duration
  return match
    .slice(1)
    .map((part) => part.padStart(2, '0'))
    .join(':')
}
