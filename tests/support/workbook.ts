/** Writes small spreadsheets for tests: the parts of an XLSX or ODS that matter, from XML written by hand. */
import { zipOf } from './zip.ts'

export interface XlsxSheet {
  readonly name: string
  readonly state?: string
  /** `row` elements. */
  readonly rows: string
}

export interface XlsxParts {
  readonly sheets: readonly XlsxSheet[]
  /** `si` elements. */
  readonly strings?: string
  /** Custom number formats by their ids, and the format of each cell style. */
  readonly formats?: Readonly<Record<number, string>>
  readonly styles?: readonly number[]
  readonly is1904?: boolean
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export function xlsxOf({
  sheets,
  strings = '',
  formats = {},
  styles = [0],
  is1904 = false,
}: XlsxParts): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${related}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rId98', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['rId99', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${Object.entries(formats)
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
  }
  for (const [index, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
  return zipOf(Object.entries(parts).map(([name, data]) => ({ name, data })))
}

/** A sheet of texts alone. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('')
}

/** @param tables `table:table` elements, in the `table` and `text` prefixes */
export function odsOf(tables: string, styles = ''): Buffer {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return zipOf([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    { name: 'content.xml', data: content },
  ])
}
