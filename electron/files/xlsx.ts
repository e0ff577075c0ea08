/** Reads Excel workbooks (XLSX, XLSM). @source ECMA-376 part 1, SpreadsheetML */
import type { Archive } from './archive.ts'
import type { ByteSource } from './open-bytes.ts'
import { type RowStream, type SheetDoubts, type SheetRow, sheetSource } from './sheet-source.ts'
import {
  columnIndex,
  type DateSystem,
  isBuiltInDate,
  isDateFormat,
  mostColumns,
  numberText,
  serialAsIso,
} from './sheet-text.ts'
import type { Book } from './spreadsheet.ts'
import { createTextStore, type TextStore } from './text-store.ts'
import { damaged } from './unpack.ts'
import { attribute, readXmlWhole, walkXml } from './xml-stream.ts'

/** @throws AppError 'file-unreadable' when a part that it names is not there */
export async function openXlsx(archive: Archive, name: string): Promise<Book> {
  const part = partsOf(archive, name)
  const top = await relationsOf(part.find('_rels/.rels'), '')
  const workbookPath = top.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbook = await readWorkbook(part.need(workbookPath))
  const relations = await relationsOf(part.find(relationsPath(workbookPath)), folderOf(workbookPath))
  const targetOf = (type: string) => relations.find((one) => one.type === type)?.target ?? null
  let strings: Promise<TextStore> | null = null
  let isDate: Promise<readonly boolean[]> | null = null
  const contextOf = async (): Promise<Context> => {
    strings ??= readStrings(part.find(targetOf('sharedStrings')))
    isDate ??= readDateStyles(part.find(targetOf('styles')))
    return { strings: await strings, isDate: await isDate, system: workbook.system }
  }
  return {
    sheets: workbook.sheets.flatMap((sheet) => {
      const relation = relations.find(({ id }) => id === sheet.relation)
      // Charts and old macros are sheets too, without cells.
      if (relation === undefined || relation.type !== 'worksheet') return []
      return [
        {
          name: sheet.name,
          isHidden: sheet.isHidden,
          source: (shown: string) => {
            const cells = part.need(relation.target)
            return sheetSource({
              name: shown,
              size: cells.size,
              read: async (doubts) => readRows(cells, await contextOf(), doubts),
            })
          },
        },
      ]
    }),
    close: () => void strings?.then((store) => store.close()).catch(() => undefined),
  }
}

function partsOf(archive: Archive, name: string) {
  const find = (path: string | null): ByteSource | null =>
    path === null ? null : (archive.find(path)?.source(name) ?? null)
  return {
    find,
    need(path: string): ByteSource {
      const found = find(path)
      if (found === null) throw damaged(name, 'XLSX', null)
      return found
    },
  }
}

interface Relation {
  readonly id: string
  /** The last step of the type's address. */
  readonly type: string
  readonly target: string
}

async function relationsOf(source: ByteSource | null, folder: string): Promise<readonly Relation[]> {
  const found: Relation[] = []
  if (source === null) return found
  await readXmlWhole(source, {
    onOpen(name, attributes) {
      const target = attribute(attributes, 'Target')
      if (name !== 'Relationship' || target === null) return
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
        target: resolved(folder, target),
      })
    },
  })
  return found
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const relationsPath = (path: string): string =>
  `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

interface Workbook {
  readonly system: DateSystem
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly relation: string }[]
}

async function readWorkbook(source: ByteSource): Promise<Workbook> {
  let system: DateSystem = 1900
  const sheets: Workbook['sheets'][number][] = []
  await readXmlWhole(source, {
    onOpen(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) system = 1904
      if (name !== 'sheet') return
      sheets.push({
        name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`,
        isHidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        relation: attribute(attributes, 'id') ?? '',
      })
    },
  })
  return { system, sheets }
}

/** For each cell style, by its number, whether it shows a date. */
async function readDateStyles(source: ByteSource | null): Promise<readonly boolean[]> {
  const custom = new Map<number, string>()
  const formats: number[] = []
  let isInCells = false
  if (source === null) return []
  await readXmlWhole(source, {
    onOpen(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId'))
      if (name === 'numFmt') custom.set(id, attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) formats.push(id)
    },
    onClose(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return formats.map((id) => {
    const code = custom.get(id)
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code)
  })
}

async function readStrings(source: ByteSource | null): Promise<TextStore> {
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

interface Context {
  readonly strings: TextStore
  readonly isDate: readonly boolean[]
  readonly system: DateSystem
}

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | null
  hasFormula: boolean
}

async function readRows(source: ByteSource, context: Context, doubts: SheetDoubts): Promise<RowStream> {
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
  { strings, isDate, system }: Context,
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
