/** The rows of a worksheet, and the texts that its cells share. @source ECMA-376 part 1, SpreadsheetML */
import type { ByteSource } from './byte-source.ts'
import type { RowStream, SheetDoubts, SheetRow } from './sheet-source.ts'
import { columnIndex, type DateSystem, mostColumns, numberText, serialAsIso } from './sheet-text.ts'
import { createTextStore, type TextStore } from './text-store.ts'
import { readXmlWhole, walkXml } from './xml-stream.ts'

/** What the cells of every sheet of a workbook are read by. */
export interface BookContext {
  readonly strings: TextStore
  readonly isDate: readonly boolean[]
  readonly system: DateSystem
}

/** The texts that cells name by number. */
export async function readStrings(source: ByteSource | null): Promise<TextStore> {
  const store = createTextStore()
  if (source === null) return store
  const text = createTextGatherer()
  try {
    await readXmlWhole(source, {
      onOpen(name) {
        if (name === 'si') text.start()
        text.onOpen(name)
      },
      onText: text.onText,
      onClose(name) {
        text.onClose(name)
        if (name === 'si') store.add(text.take())
      },
    })
  } catch (error) {
    store.close()
    throw error
  }
  return store
}

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | null
  hasFormula: boolean
}

export async function readRows(
  source: ByteSource,
  context: BookContext,
  doubts: SheetDoubts,
): Promise<RowStream> {
  let ready: SheetRow[] = []
  let row = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let column = -1
  let isInValue = false
  const text = createTextGatherer()
  const { rounds, position } = await walkXml(source, {
    onOpen(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? Number.NaN) || row + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        const told = columnIndex(attributes.r ?? '')
        column = told === -1 ? column + 1 : told
        const style = Number(attributes.s ?? 0)
        cell = { column, type: attributes.t ?? 'n', style, value: null, hasFormula: false }
        text.start()
      } else if (name === 'v') {
        isInValue = true
      } else if (name === 'f' && cell !== null) cell.hasFormula = true
      else text.onOpen(name)
    },
    onText(piece) {
      if (isInValue && cell !== null) cell.value = (cell.value ?? '') + piece
      else text.onText(piece)
    },
    onClose(name) {
      text.onClose(name)
      if (name === 'v') isInValue = false
      else if (name === 'c' && cell !== null) {
        if (cell.type === 'inlineStr') cell.value = text.take()
        const value = textOfCell(cell, context, { doubts, row })
        if (value !== '' && cell.column < mostColumns) setCell(cells, cell.column, value)
        cell = null
      } else if (name === 'row') {
        ready.push({ row, cells, times: 1 })
        cells = []
      }
    },
  })
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    for await (const _ of rounds) {
      const full = ready
      ready = []
      if (full.length > 0) yield full
    }
  }
  return { batches: batches(), position }
}

function setCell(cells: string[], column: number, value: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = value
}

function textOfCell(
  cell: Cell,
  { strings, isDate, system }: BookContext,
  { doubts, row }: { readonly doubts: SheetDoubts; readonly row: number },
): string {
  const { type, value, style } = cell
  if (value === null) {
    if (cell.hasFormula) doubts.withoutValue += 1
    return ''
  }
  if (type === 's') return strings.get(Number(value))
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return ''
  if (type === 'str') return unescaped(value)
  if (type !== 'n') return value
  const date = isDate[style] === true && value.trim() !== '' ? serialAsIso(Number(value), system) : null
  if (date !== null) return date
  const { text, isRounded } = numberText(value)
  if (isRounded) {
    doubts.rounded += 1
    if (doubts.firstRounded === '') doubts.firstRounded = `row ${row}`
  }
  return text
}

/** Longer texts than any cell can hold are not gathered. */
const longestCell = 16 * 1024 * 1024

/** The text of `t` elements; runs of rich text make one, how it is read aloud (`rPh`) is none of it. */
function createTextGatherer() {
  let parts: string[] = []
  let length = 0
  let isInText = false
  let isAside = false
  return {
    start(): void {
      parts = []
      length = 0
    },
    onOpen(name: string): void {
      if (name === 't') isInText = !isAside
      else if (name === 'rPh') isAside = true
    },
    onText(text: string): void {
      if (!isInText || length > longestCell) return
      parts.push(text)
      length += text.length
    },
    onClose(name: string): void {
      if (name === 't') isInText = false
      else if (name === 'rPh') isAside = false
    },
    take: (): string => unescaped(parts.join('')),
  }
}

/** `_x000D_` is a character that XML cannot hold; `_x005F_` an underscore before what only looks like one. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n/g, '\n')
}
