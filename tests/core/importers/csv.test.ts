import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../core/records.ts'
import { csvReading, hardTexts, readComments, readRecords, seeded } from './reading.ts'

const small = 'id,text,who\r\n1,"one, ""quoted""",Ann\r\n2,"two\r\nlines",\r\n\r\n3,three,Bo\r\n'
const valuesOf = async (text: string, reading: Reading = csvReading, size?: number) =>
  (await readRecords(text, reading, size)).records.map((record) => record.values)

describe('rows and cells', () => {
  test('are the same wherever the chunks end', async () => {
    const expected = await readRecords(small, csvReading)
    expect(expected.records.map((record) => [record.row, ...record.values])).toEqual([
      [2, '1', 'one, "quoted"', 'Ann'],
      [3, '2', 'two\r\nlines', ''],
      [5, '3', 'three', 'Bo'],
    ])
    for (let size = 1; size <= small.length; size++) {
      expect(await readRecords(small, csvReading, size), `pieces of ${size}`).toEqual(expected)
    }
  })

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('end with %s, with or without one after the last', async (_, lineEnd) => {
    for (const size of [1, 2, 3, 7, 1000]) {
      for (const last of ['', lineEnd]) {
        const text = ['id,text', '1,a', '2,"b"', '3,c'].join(lineEnd) + last
        expect(await valuesOf(text, csvReading, size)).toEqual([
          ['1', 'a'],
          ['2', 'b'],
          ['3', 'c'],
        ])
      }
    }
  })

  test('may end in two ways in one file', async () => {
    expect(await valuesOf('id,text\r\n1,a\n2,"b"\r\n3,c\n')).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ])
  })

  test('keep a CR that ends no row', async () => {
    for (const size of [1, 2, 3, 100]) {
      expect(await valuesOf('id,text\n1,a\rb\n2,c\n', csvReading, size)).toEqual([
        ['1', 'a\rb'],
        ['2', 'c'],
      ])
    }
  })

  test('begin after a byte order mark and a line that names the delimiter', async () => {
    const reading: Reading = { ...csvReading, delimiter: ';' }
    for (const size of [1, 4, 6, 100]) {
      const { columns, records } = await readRecords('\uFEFFsep=;\r\nid;text\r\n1;a,b\r\n', reading, size)
      expect(columns).toEqual(['id', 'text'])
      expect(records.map((record) => [record.row, ...record.values])).toEqual([[2, '1', 'a,b']])
    }
  })

  test('keep quotes that close nothing, and drop blanks after those that do', async () => {
    expect(await valuesOf('id,text\n1,"He said "no" to me"\n2,say "x"\n3,"y" \n')).toEqual([
      ['1', 'He said "no" to me'],
      ['2', 'say "x"'],
      ['3', 'y'],
    ])
  })

  test('agree with an independent reader on well-formed tables of hard texts', async () => {
    const random = seeded(7)
    const pick = () => hardTexts[Math.floor(random() * hardTexts.length)] ?? ''
    for (let round = 0; round < 30; round++) {
      const rows = Array.from({ length: 12 }, () => [pick(), pick(), pick()])
      const text = papaparse.unparse([['id', 'text', 'who'], ...rows], { quotes: random() < 0.5 })
      const size = 1 + Math.floor(random() * 300)
      expect(await valuesOf(text, csvReading, size)).toEqual(rows)
    }
  })

  test('are read quickly however many stray quotes and blanks there are', async () => {
    const hostile = `id,text\n1,"${'" '.repeat(200_000)}x"\n2,"${'a'.repeat(1_000_000)}\n`
    const { records, problems } = await readRecords(hostile, csvReading, 4096)
    expect(records).toHaveLength(1)
    expect(problems.map((problem) => [problem.row, problem.reason])).toEqual([[3, 'unclosed-quote']])
  })
})

describe('columns', () => {
  test('have names of their own, also where the file gives none or one twice', async () => {
    const { columns } = await readRecords('text,text,,text (2), id \n1,2,3,4,5\n', csvReading)
    expect(columns).toEqual(['text', 'text (2)', 'Column 3', 'text (2) (2)', 'id'])
  })

  test('are numbered when there is no header', async () => {
    const { columns, records } = await readRecords('1,a\n2,b\n', { ...csvReading, headerRow: 0 })
    expect(columns).toEqual(['Column 1', 'Column 2'])
    expect(records.map((record) => record.row)).toEqual([1, 2])
  })

  test('may be called __proto__ and constructor', async () => {
    const reading: Reading = { ...csvReading, columns: { text: '__proto__', id: 'constructor' } }
    const { comments } = await readComments('__proto__,constructor\nhello,7\n', reading)
    expect(comments[0]).toMatchObject({
      text: 'hello',
      id: '7',
      raw: '{"__proto__":"hello","constructor":"7"}',
    })
    expect(Object.hasOwn(Object.prototype, 'hello')).toBe(false)
  })

  test('are refused in their thousands', async () => {
    const text = `${'x,'.repeat(5000)}\n`
    await expect(readRecords(text, csvReading)).rejects.toMatchObject({ code: 'file-not-comments' })
  })
})

describe('rows that do not fit', () => {
  test('are left out when they have too many cells and kept when they have too few', async () => {
    const { comments, problems } = await readComments(
      'id,text,who\n1,a,b,c\n2,kept\n3,d,e,,\n4,f,g\n',
      csvReading,
    )
    expect(comments.map((comment) => comment.text)).toEqual(['kept', 'd', 'f'])
    expect(problems).toEqual([
      { row: 2, field: null, value: '1,a,b,c', reason: 'too-many-cells', skipped: true },
      { row: 3, field: null, value: null, reason: 'too-few-cells', skipped: false },
    ])
  })

  test('have one problem only when they are left out', async () => {
    const { problems } = await readComments('id,who,text\n1,a\n', csvReading)
    expect(problems).toEqual([{ row: 2, field: 'text', value: null, reason: 'no-text', skipped: true }])
  })

  test('keep those before and after when a quote is never closed', async () => {
    const text = 'id,text\n1,before\n2,"never closed\n3,after\n4,and after\n'
    for (const size of [1, 5, 1000]) {
      const { comments, problems } = await readComments(text, csvReading, size)
      expect(comments.map((comment) => comment.text)).toEqual(['before', 'after', 'and after'])
      expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
        [3, 'unclosed-quote', true],
      ])
    }
  })

  test('are all kept but the first when every one begins with a quote that nothing closes', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},"so" they said`)
    const { comments, problems } = await readComments(['id,text', ...rows].join('\n'), csvReading, 300)
    expect(comments).toHaveLength(499)
    expect(comments.every((comment) => comment.text === '"so" they said')).toBe(true)
    expect(problems).toHaveLength(500)
    expect(problems.filter((problem) => problem.skipped).map((problem) => problem.row)).toEqual([2])
  })

  test('do not take in those after them when a quote that was only a quote is closed by another', async () => {
    const text = 'id,text\n1,"Great" idea\n2,after\n3,"and, after"\n4,so "not" so\n5,last\n'
    for (const size of [1, 5, 1000]) {
      const { comments, problems } = await readComments(text, csvReading, size)
      expect(comments.map((comment) => comment.text)).toEqual([
        '"Great" idea',
        'after',
        'and, after',
        'so "not" so',
        'last',
      ])
      expect(problems[0]).toMatchObject({ row: 2, reason: 'unclosed-quote', skipped: false })
    }
  })

  test('may have lines in them that begin with a quote nobody doubled', async () => {
    const text = 'id,text\n1,"he wrote\n"no answer" twice\nand left"\n2,b\n'
    const { comments, problems } = await readComments(text, csvReading)
    expect(comments.map((comment) => comment.text)).toEqual(['he wrote\n"no answer" twice\nand left', 'b'])
    expect(problems).toEqual([])
  })

  test('do not become comments when a file is cut off in the midst of a long one', async () => {
    const { comments, problems } = await readComments(
      'id,text,who\n1,a,b\n2,"a long\none that\nwas cut o',
      csvReading,
    )
    expect(comments.map((comment) => comment.text)).toEqual(['a'])
    expect(problems.map((problem) => problem.reason)).toEqual(['unclosed-quote'])
  })

  test('are passed over when they are longer than anyone writes, and the rest is read', async () => {
    const text = `id,text\n1,a\n2,${'x'.repeat(17 * 1024 * 1024)}\n3,b\n`
    const { comments, problems } = await readComments(text, csvReading, 1024 * 1024)
    expect(comments.map((comment) => [comment.row, comment.text.length])).toEqual([
      [2, 1],
      [4, 1],
    ])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([[3, 'too-long']])
  })
})
