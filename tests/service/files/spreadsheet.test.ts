import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeFile } from '../../../electron/files/decode.ts'
import { openPick } from '../../../electron/files/pick.ts'
import { isDateFormat, numberText, serialAsIso } from '../../../electron/files/sheet-text.ts'
import { createTextStore } from '../../../electron/files/text-store.ts'
import { odsOf, textRows, xlsxOf } from '../../support/workbook.ts'
import { zipOf } from '../../support/zip.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sheets-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface ReadBook {
  readonly sheets: Readonly<Record<string, string>>
  readonly passed: readonly (readonly [string, number])[]
  readonly notes: readonly string[]
}

/** The text of each sheet, without the line that tells the comma. */
async function read(bytes: Uint8Array, name = 'book.xlsx', chunkBytes = 256 * 1024): Promise<ReadBook> {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const pick = await openPick(file)
  const sheets: Record<string, string> = {}
  const notes: string[] = [...pick.notes]
  for (const { name: sheet, source } of pick.members) {
    let text = ''
    for await (const chunk of decodeFile(source, { encoding: 'utf-8', chunkBytes })) text += chunk
    expect(text.startsWith('sep=,\n')).toBe(true)
    sheets[sheet] = text.slice('sep=,\n'.length)
    notes.push(...(source.notes?.() ?? []))
  }
  await pick.close()
  return { sheets, passed: pick.passedOver.map(({ why, count }) => [why, count]), notes }
}

const sheet = async (rows: string, parts: Omit<Parameters<typeof xlsxOf>[0], 'sheets'> = {}) =>
  (await read(xlsxOf({ sheets: [{ name: 'Comments', rows }], ...parts }))).sheets.Comments

describe('an Excel sheet', () => {
  test('is its cells: shared and inline texts, rich text without its reading, blanks that count', async () => {
    const text = await sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>two, with "quotes"</t></is></c></row>
       <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>`,
      {
        strings: `<si><t>سلمى 🙄 &amp; co</t></si><si><r><rPr><b/></rPr><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウキョウ</t></rPh></si>
          <si><t xml:space="preserve">  line one_x000D_
line two _x005F_x0041_ </t></si>`,
      },
    )
    expect(text).toBe('سلمى 🙄 & co,"two, with ""quotes"""\n東京,"  line one\nline two _x0041_ "\n')
  })

  test('keeps its row numbers, and its columns where cells are left out', async () => {
    expect(
      await sheet(
        `<row r="2"><c r="A2" t="str"><v>id</v></c><c r="C2" t="str"><v>text</v></c></row>
         <row r="5"><c r="C5" t="str"><v>five</v></c></row><row><c><v>6</v></c></row>`,
      ),
    ).toBe('\nid,,text\n\n\n,,five\n6,,\n')
  })

  test('has dates as ISO 8601, by built-in formats and those of its own, in both systems', async () => {
    const rows =
      '<row><c s="0"><v>46277.5</v></c><c s="1"><v>46277.5</v></c><c s="2"><v>46277</v></c><c s="3"><v>0.4375</v></c><c s="4"><v>46277.5</v></c><c t="d"><v>2026-09-12T10:00:00</v></c></row>'
    const formats = { 164: 'dd/mm/yyyy\\ hh:mm', 165: '[Red]0.00 &quot;days&quot;', 166: '[h]:mm' }
    const styles = [0, 22, 164, 166, 165]
    expect(await sheet(rows, { formats, styles })).toBe(
      '46277.5,2026-09-12T12:00:00,2026-09-12,10:30:00,46277.5,2026-09-12T10:00:00\n',
    )
    const mac = await sheet('<row><c s="1"><v>44815</v></c></row>', { styles, is1904: true })
    expect(mac).toBe('2026-09-12\n')
    expect(serialAsIso(59, 1900)).toBe('1900-02-28')
    expect(serialAsIso(61, 1900)).toBe('1900-03-01')
    expect(serialAsIso(-1, 1900)).toBeNull()
  })

  test('has booleans, results of formulas, no errors, and the value of merged cells once', async () => {
    const { sheets, notes } = await read(
      xlsxOf({
        sheets: [
          {
            name: 'Comments',
            rows: '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>made</v></c><c><f>B1</f></c><c><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><sheetData>',
          },
        ],
      }),
    )
    expect(sheets.Comments).toBe('TRUE,FALSE,,made,,2\n')
    expect(notes).toEqual([expect.stringMatching(/“book.xlsx › Comments” holds a formula without a saved/)])
  })

  test('says which numbers a spreadsheet has rounded', async () => {
    const { sheets, notes } = await read(
      xlsxOf({
        sheets: [
          {
            name: 'Comments',
            rows: '<row><c><v>1.2345678901234499E+18</v></c><c><v>1834567890123456789</v></c></row><row><c><v>1834567890123450000</v></c><c><v>123456789012345</v></c></row>',
          },
        ],
      }),
    )
    expect(sheets.Comments).toBe(
      '1234567890123449900,1834567890123456789\n1834567890123450000,123456789012345\n',
    )
    expect(notes).toEqual([expect.stringContaining('2 numbers of 16 or more digits, the first in row 1')])
  })

  test.each([
    ['1E-7', '0.0000001'],
    ['0.30000000000000004', '0.3'],
    ['-12.50', '-12.5'],
    ['1.5E+3', '1500'],
    ['007', '7'],
    ['0', '0'],
    ['-0.0', '0'],
    ['99999999999999.999', '100000000000000'],
    ['not a number', 'not a number'],
  ])('writes the number %s as %s', (written, expected) => {
    expect(numberText(written).text).toBe(expected)
  })

  test.each([
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00 "Std"', false],
    ['[$-409]d-mmm-yy', true],
    ['yyyy"年"m"月"', true],
    ['@', false],
    ['mm:ss.0', true],
  ])('takes the format %s for that of a date: %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected)
  })

  test('that is hidden is passed over and counted; the others are members', async () => {
    const { sheets, passed } = await read(
      xlsxOf({
        sheets: [
          { name: 'One', rows: textRows([['a']]) },
          { name: 'Secret', state: 'hidden', rows: textRows([['b']]) },
          { name: 'Deep', state: 'veryHidden', rows: textRows([['c']]) },
          { name: 'Два &amp; zwei', rows: textRows([['d']]) },
        ],
      }),
    )
    expect(sheets).toEqual({ One: 'a\n', 'Два & zwei': 'd\n' })
    expect(passed).toEqual([['hidden-sheet', 2]])
  })

  test('is the same in pieces of any size', async () => {
    const rows = textRows(
      Array.from({ length: 2000 }, (_, n) => [`id ${n}`, `“${n}” 🙄 текст`.repeat(n % 7)]),
    )
    const book = xlsxOf({ sheets: [{ name: 'Comments', rows }] })
    const whole = await read(book)
    expect(await read(book, 'book.xlsx', 100)).toEqual(whole)
    expect(whole.sheets.Comments?.split('\n')).toHaveLength(2001)
  })

  test('may lie in a namespace with a prefix, as some programs write it', async () => {
    const prefixed = '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>word</x:t></x:is></x:c></x:row>'
    expect(await sheet(prefixed)).toBe('word\n')
  })
})

describe('an OpenDocument sheet', () => {
  const cell = (text: string, attributes = 'office:value-type="string"') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`

  test('is its cells, with repeats, blanks, line breaks and no notes', async () => {
    const { sheets } = await read(
      odsOf(
        `<table:table table:name="Comments"><table:table-row>${cell('id')}<table:table-cell table:number-columns-repeated="2"/>${cell('x')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><office:annotation><text:p>a note</text:p></office:annotation><text:p>one <text:s text:c="2"/>two<text:line-break/>سلمى</text:p><text:p>three</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      ),
      'book.ods',
    )
    const both = '"one   two\nسلمى\nthree","one   two\nسلمى\nthree",,'
    expect(sheets.Comments).toBe(`id,,,x\n\n\n${both}\n${both}\n`)
  })

  test('has values as they are, not as they look', async () => {
    const { sheets, notes } = await read(
      odsOf(
        `<table:table table:name="Comments"><table:table-row>${cell('12.09.26', 'office:value-type="date" office:date-value="2026-09-12T10:00:00.000000000"')}${cell('1,5', 'office:value-type="float" office:value="1.5"')}${cell('WAHR', 'office:value-type="boolean" office:boolean-value="true"')}${cell('10:05', 'office:value-type="time" office:time-value="PT10H05M00S"')}${cell('1,8E18', 'office:value-type="float" office:value="1.8345678901234568E+018"')}</table:table-row></table:table>`,
      ),
      'book.ods',
    )
    expect(sheets.Comments).toBe('2026-09-12T10:00:00,1.5,TRUE,10:05:00,1834567890123456800\n')
    expect(notes).toEqual([expect.stringContaining('a number of 16 or more digits')])
  })

  test('that is hidden is passed over', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const { sheets, passed } = await read(
      odsOf(
        `<table:table table:name="One"><table:table-row>${cell('a')}</table:table-row></table:table><table:table table:name="Two" table:style-name="ta2"><table:table-row>${cell('b')}</table:table-row></table:table>`,
        styles,
      ),
      'book.ods',
    )
    expect(sheets).toEqual({ One: 'a\n' })
    expect(passed).toEqual([['hidden-sheet', 1]])
  })
})

describe('what cannot be read', () => {
  const encrypted = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(1000),
  ])
  test.each([
    ['protected.xlsx', encrypted, /“protected.xlsx” is protected by a password. .*take the password off/],
    [
      'old.xls',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'),
      /old Excel or Word file.*save it as XLSX/,
    ],
    ['words.docx', zipOf([{ name: 'word/document.xml', data: '<a/>' }]), /“words.docx” is a Word document/],
    ['book.xlsb', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), /save it as XLSX or CSV/],
    ['book.numbers', zipOf([{ name: 'Index/Document.iwa', data: 'x' }]), /Export the table/],
    [
      'locked.ods',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: 'x' },
        { name: 'META-INF/manifest.xml', data: '<m:manifest><m:encryption-data/></m:manifest>' },
      ]),
      /“locked.ods” is protected by a password/,
    ],
    [
      'cut.xlsx',
      xlsxOf({ sheets: [{ name: 'A', rows: textRows([['a']]) }] }).subarray(0, 900),
      /damaged or cut off/,
    ],
    [
      'hidden.xlsx',
      xlsxOf({ sheets: [{ name: 'A', state: 'hidden', rows: '' }] }),
      /no comments we can read: 1 hidden sheet/,
    ],
  ])('%s fails with a sentence', async (name, bytes, sentence) => {
    await expect(read(bytes, name)).rejects.toThrow(sentence)
  })
})

test('a list of texts is the same in memory and on the disk', () => {
  const texts = Array.from({ length: 5000 }, (_, n) => `${n} ${'ü🙄'.repeat((n * 7) % 400)}`)
  for (const heldInMemory of [100, 50_000, 10_000_000]) {
    const store = createTextStore({ heldInMemory })
    for (const text of texts) store.add(text)
    for (const n of [0, 4999, 17, 2500, 2501, 1, 4998]) expect(store.get(n)).toBe(texts[n])
    expect(texts.every((text, n) => store.get(n) === text)).toBe(true)
    expect([store.get(5000), store.get(-1), store.get(Number.NaN)]).toEqual(['', '', ''])
    store.close()
  }
})
