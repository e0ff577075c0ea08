import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import {
  type ExportRow,
  exportColumnNames,
  exportColumns,
  guarded,
  isOurHeader,
  unguarded,
} from '../../../core/exporters/columns.ts'
import { exporterFor } from '../../../core/exporters/index.ts'
import { guessReading } from '../../../core/importers/guess.ts'
import { parseRecords } from '../../../core/importers/read.ts'
import { createSketches, sketchBatch } from '../../../core/importers/sketch.ts'
import { csvReading, hardTexts, inPieces, jsonlReading, readComments, seeded } from '../importers/reading.ts'

const labels = ['troll', 'critic', 'neither']
const columnNames = exportColumnNames(labels)
const csv = exporterFor('csv', labels)

const plainRow: ExportRow = {
  id: 'c1',
  sourceId: '7',
  thread: 't1',
  threadTitle: 'A title',
  parent: null,
  author: 'Ann',
  time: '2026-09-12T18:42:00.000Z',
  text: 'hello',
  label: 'critic',
  status: 'final',
  proposedLabel: null,
  agreedBy: null,
  isOneSitting: false,
  decidedBy: 'Priya',
  decidedAt: '2026-10-01T09:00:00.000Z',
  note: null,
  suggestion: 'unsure',
  shares: { troll: 0.12345678, critic: 0.5, neither: 0 },
  suggestionShown: false,
  modelVersion: 'starter-1',
  file: 'a.csv',
  row: 2,
  draw: 'random',
  mode: 'code',
  reason: null,
  rule: null,
  decidedText: null,
  passageStart: null,
  passageEnd: null,
}

/** Rows with hard texts everywhere, and every now and then nothing. */
function hardRows(count: number, seed: number): readonly ExportRow[] {
  const random = seeded(seed)
  const pick = () => hardTexts[Math.floor(random() * hardTexts.length)] ?? ''
  return Array.from({ length: count }, (_, index) => ({
    ...plainRow,
    id: `c${index}`,
    thread: `=thread ${Math.floor(random() * 5)}`,
    parent: index > 0 && random() < 0.5 ? `c${Math.floor(random() * index)}` : null,
    author: random() < 0.2 ? null : `@${index}`,
    text: pick(),
    note: random() < 0.5 ? null : pick(),
  }))
}

describe.each([
  ['csv', csvReading],
  ['jsonl', jsonlReading],
] as const)('what is written as %s', (format, base) => {
  const exporter = exporterFor(format, labels)
  const write = (rows: readonly ExportRow[], bom = false) => exporter.head({ bom }) + exporter.rows(rows)

  test('comes back with the same texts, threads, parents, authors and times', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const rows = hardRows(80, seed)
      const text = write(rows, seed % 2 === 0)
      const sketches = createSketches()
      for await (const batch of parseRecords(inPieces(text, 500 * seed), base)) sketchBatch(sketches, batch)
      const reading = { ...base, ...guessReading(sketches) }
      const { comments, problems } = await readComments(text, reading, 100 * seed)
      expect(problems).toEqual([])
      expect(
        comments.map((one) => [one.id, one.text, one.threadId, one.parentId, one.author, one.createdAt]),
      ).toEqual(rows.map((row) => [row.id, row.text, row.thread, row.parent, row.author, row.time]))
    }
  })

  test('may be written a few rows at a time', () => {
    const rows = hardRows(9, 5)
    expect(write(rows.slice(0, 4)) + exporter.rows(rows.slice(4))).toBe(write(rows))
  })
})

describe('CSV', () => {
  test('has CRLF between rows, a mark where wanted, and nothing for unknown', () => {
    const { head, rows } = csv
    expect(head({ bom: false })).toBe(`${columnNames.join(',')}\r\n`)
    expect(head({ bom: true })).toBe(`\uFEFF${columnNames.join(',')}\r\n`)
    expect(rows([plainRow])).toBe(
      'c1,Ann,2026-09-12T18:42:00.000Z,hello,critic,Priya,2026-10-01T09:00:00.000Z,unsure,' +
        '0.123457,0.5,0,false,starter-1,,t1,A title,,7,a.csv,2,random,code,,,,,final,,,false,,\r\n',
    )
  })

  test('is read alike by an independent reader, guards and all', () => {
    const rows = hardRows(60, 11)
    const text = csv.head({ bom: false }) + csv.rows(rows)
    const { data, errors } = papaparse.parse<string[]>(text, {
      newline: '\r\n',
      delimiter: ',',
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    expect(data.slice(1)).toEqual(rows.map((row) => [...csv.cells(row)]))
  })

  test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '\n=x', '＝1', "'=1", "''-1"])(
    'does not let a spreadsheet run %j, and gives it back exactly',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`)
      expect(unguarded(guarded(cell))).toBe(cell)
    },
  )

  test.each(["it's", "'quoted'", '1-2', "'", ''])('leaves %j alone', (cell) => {
    expect(guarded(cell)).toBe(cell)
    expect(unguarded(cell)).toBe(cell)
  })

  test('an export from before a column was added is still known as ours', () => {
    expect(isOurHeader(columnNames)).toBe(true)
    expect(isOurHeader(columnNames.filter((name) => name !== 'draw'))).toBe(true)
    expect(isOurHeader(columnNames.filter((name) => name !== 'note'))).toBe(false)
  })

  test('so is one of a project with labels of its own', () => {
    const names = exportColumnNames(['شكوى', 'شكر', 'سؤال', 'p-4'])
    expect(names.slice(7, 12)).toEqual(['suggestion', 'p_شكوى', 'p_شكر', 'p_سؤال', 'p_p-4'])
    expect(isOurHeader(names)).toBe(true)
    expect(isOurHeader(names.filter((name) => !name.startsWith('p_')))).toBe(false)
  })

  test('guards are undone in our own tables only', async () => {
    const { comments } = await readComments("id,text\n1,'=x\n", csvReading)
    expect(comments[0]?.text).toBe("'=x")
  })
})

test('JSON Lines have null for unknown and texts as they are', () => {
  const [line = ''] = exporterFor('jsonl', labels)
    .rows([{ ...plainRow, text: '=1\n"x" 🙄', shares: { critic: 0.5, neither: 0 } }])
    .split('\n')
  const object: unknown = JSON.parse(line)
  expect(object).toMatchObject({
    text: '=1\n"x" 🙄',
    p_troll: null,
    p_critic: 0.5,
    note: null,
    suggestion_shown: false,
  })
  expect(Object.keys(object ?? {})).toEqual(columnNames)
})

test('every column says what it means', () => {
  for (const column of exportColumns(labels)) expect(column.means).not.toBe('')
  expect(new Set(columnNames).size).toBe(exportColumns(labels).length)
})
