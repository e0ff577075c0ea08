/** Reads Excel workbooks (XLSX, XLSM). @source ECMA-376 part 1, SpreadsheetML */
import type { Archive } from './archive.ts'
import type { Book } from './book.ts'
import type { ByteSource } from './byte-source.ts'
import { sheetSource } from './sheet-source.ts'
import type { TextStore } from './text-store.ts'
import { damaged } from './unpack.ts'
import { folderOf, readDateStyles, readWorkbook, relationsOf, relationsPath } from './xlsx-parts.ts'
import { type BookContext, readRows, readStrings } from './xlsx-rows.ts'

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
  const contextOf = async (): Promise<BookContext> => {
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
