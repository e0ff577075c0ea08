/** The parts of an Excel workbook: what refers to what, its sheets by name, its cell styles. @source ECMA-376 part 1 */
import type { ByteSource } from './byte-source.ts'
import { type DateSystem, isBuiltInDate, isDateFormat } from './sheet-text.ts'
import { attribute, readXmlWhole } from './xml-stream.ts'

export interface Relation {
  readonly id: string
  /** The last step of the type's address. */
  readonly type: string
  readonly target: string
}

export async function relationsOf(source: ByteSource | null, folder: string): Promise<readonly Relation[]> {
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

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
export const relationsPath = (path: string): string =>
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

export async function readWorkbook(source: ByteSource): Promise<Workbook> {
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
export async function readDateStyles(source: ByteSource | null): Promise<readonly boolean[]> {
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
