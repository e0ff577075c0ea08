import { describe, expect, test } from 'vitest'
import type { Found, Sink, Source } from '../../../../core/importers/export-format.ts'
import { headOf } from '../../../../core/importers/head.ts'
import { readRows, tableExport } from '../../../../core/importers/parts/table-export.ts'
import { csvReading, inPieces } from '../reading.ts'

const table = tableExport({
  id: 'test',
  title: 'Test export',
  platform: 'test',
  idsWithin: 'platform',
  names: [
    ['comment id', 'text'],
    ['kommentar id', 'text'],
  ],
  open:
    ({ preamble, names }) =>
    ({ get, row, raw }) => {
      if (get('text') === 'ad') return 'not-a-comment'
      return {
        row,
        id: get('comment id') ?? get('kommentar id'),
        text: get('text') ?? '',
        threadTitle: preamble[0]?.[1],
        lang: names.join('|'),
        raw,
      }
    },
})

const headFor = (text: string) => headOf({ name: 'a.csv', folder: '', text, isWhole: true })

const sourceOf = (text: string, size?: number): Source => ({
  name: 'a.csv',
  folder: '',
  reading: { ...csvReading, delimiter: headFor(text).delimiter },
  text: () => inPieces(text, size),
  beside: () => null,
})

async function read(text: string, size?: number) {
  const found: Found[] = []
  const problems: (readonly [number, string])[] = []
  const sink: Sink = {
    comment: (one) => found.push(one),
    leaveOut: (row, reason) => problems.push([row, reason]),
    repaired: (row, reason) => problems.push([row, `repaired ${reason}`]),
    incomplete: () => {},
  }
  await table.parse(sourceOf(text, size), sink)
  return { found, problems }
}

describe('an export that is a table', () => {
  const text =
    'Source:,Fern ward\r\n\r\nText,Comment-ID,__proto__\r\n"One,\r\n""two""",1,x\r\nad,2,\r\n شكرا 👏 ,3,y\r\n'

  test('has its names in some row, in any order, and what is above them', async () => {
    const expected = await read(text)
    expect(expected.found).toEqual([
      {
        row: 4,
        id: '1',
        text: 'One,\r\n"two"',
        threadTitle: 'Fern ward',
        lang: 'text|comment id|proto',
        raw: '{"Text":"One,\\r\\n\\"two\\"","Comment-ID":"1","__proto__":"x"}',
      },
      {
        row: 6,
        id: '3',
        text: ' شكرا 👏 ',
        threadTitle: 'Fern ward',
        lang: 'text|comment id|proto',
        raw: '{"Text":" شكرا 👏 ","Comment-ID":"3","__proto__":"y"}',
      },
    ])
    expect(expected.problems).toEqual([[5, 'not-a-comment']])
    for (let size = 1; size < 70; size += 1)
      expect(await read(text, size), `pieces of ${size}`).toEqual(expected)
  })

  test('is known by its names, whatever is between cells, in any of its vintages', async () => {
    for (const names of ['comment_id,TEXT', 'commentId;text', 'text\tcomment id\tmore', 'kommentar-id|text'])
      expect(table.detect(headFor(`${names}\n1,2\n`)), names).toBe(0.95)
    expect(table.detect(headFor('id,text\n1,2\n'))).toBe(0)
    expect((await read('Kommentar ID;Text\n1;a\n2;b\n')).found.map(({ id, text: own }) => [id, own])).toEqual(
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    )
  })

  test('put together of two has its names again, and they are no comment', async () => {
    const { found, problems } = await read('comment id,text\n1,a\ncomment id,text\n2,b\n')
    expect([found.map(({ id }) => id), problems]).toEqual([['1', '2'], []])
  })

  test('without its names is not passed over in silence', async () => {
    await expect(read('id,text\n1,a\n')).rejects.toMatchObject({ code: 'file-not-comments' })
    expect(await read('')).toEqual({ found: [], problems: [] })
  })

  test('with an open quote loses one row and says which', async () => {
    const { found, problems } = await read('comment id,text\n1,a\n2,"b\n3,c\n4,d\n')
    expect(found.map(({ id }) => id)).toContain('1')
    expect(found.map(({ id }) => id)).toContain('4')
    expect(problems.map(([, reason]) => reason)).toContain('unclosed-quote')
  })

  test('may write a quote after a backslash', async () => {
    const rows: (readonly string[])[] = []
    const sink: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }
    const backslashed = 'a,b\n"x \\" y, z",""\n'
    await readRows(sourceOf(backslashed), sink, {
      escapesByBackslash: true,
      onRow: (cells) => rows.push(cells),
    })
    expect(rows).toEqual([
      ['a', 'b'],
      ['x " y, z', ''],
    ])
  })
})
