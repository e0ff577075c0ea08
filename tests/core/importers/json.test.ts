import { describe, expect, test } from 'vitest'
import { headOf } from '../../../core/importers/head.ts'
import { detectFormat } from '../../../core/importers/index.ts'
import { listPlace } from '../../../core/importers/json.ts'
import type { Reading } from '../../../core/records.ts'
import { csvReading, readComments, readRecords } from './reading.ts'

const reading: Reading = { ...csvReading, format: 'json' }
const formatOf = (text: string) =>
  detectFormat(headOf({ name: 'c.json', folder: '', text, isWhole: true })).id
const comments = [
  { id: 1, text: 'مرحبا, “Shame”\nand a line 🙄', author: { name: 'Ann' } },
  { id: 12345678901234567890n, text: 'two', tags: ['a', 'b'] },
]
const written = (value: unknown, indent?: number) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `#${one}#` : one), indent).replace(
    /"#|#"/g,
    '',
  )

describe('a JSON document', () => {
  test.each([
    ['a list', comments, '*'],
    ['an object with a list', { data: comments }, 'data.*'],
    ['a list three levels down', { page: 1, a: { b: { comments } } }, 'a.b.comments.*'],
    ['the list of comments among others', { users: [{ name: 'A' }, { name: 'B' }], comments }, 'comments.*'],
    ['a list under a name with a dot', { 'x.y': comments }, '*.*'],
  ])('is read as a table: %s, on one line or many', async (_, value, place) => {
    for (const text of [written(value), written(value, 2), `\n ${written(value, 1)}\n`]) {
      expect(formatOf(text)).toBe('json')
      expect(listPlace(text)).toBe(place)
      for (const size of [1, 7, 1000]) {
        const { columns, records, problems } = await readRecords(text, reading, size)
        expect(columns).toEqual(['id', 'text', 'author.name', 'tags'])
        expect(records.map(({ row, values }) => [row, ...values])).toEqual([
          [1, '1', comments[0]?.text, 'Ann'],
          [2, '12345678901234567890', 'two', undefined, '["a","b"]'],
        ])
        expect(problems).toEqual([])
      }
    }
  })

  test('keeps each record as it is written', async () => {
    const { comments: found } = await readComments('[ {"text" : "a",  "id":1.50} ]', reading)
    expect(found[0]).toMatchObject({ raw: '{"text" : "a",  "id":1.50}', id: '1.5', row: 1 })
  })

  test.each([
    ['{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n', 'jsonl'],
    ['{"text":"a","replies":[{"text":"b"}]}\n{"text":"c","replies":[{"text":"d"}]}', 'jsonl'],
    ['{"text":"a","media":[{"url":"b"}]}', 'jsonl'],
    ['{"comments":[{"text":"a"}]}', 'json'],
    ['[1,2,3]', 'csv'],
    ['just words', 'csv'],
  ])('is not taken for lines, nor lines for one: %s', (text, format) => {
    expect(formatOf(text)).toBe(format)
  })

  test('that is cut off or damaged is read as far as it goes, and says so', async () => {
    const cut = await readRecords('[{"text":"a"},{"text":"b"},{"te', reading)
    expect(cut.records).toHaveLength(2)
    expect(cut.problems).toMatchObject([{ row: 3, reason: 'truncated', skipped: true }])
    const damaged = await readRecords('[{"text":"a"} {"text":"b"}]', reading)
    expect(damaged.records).toHaveLength(1)
    expect(damaged.problems).toMatchObject([{ row: 2, reason: 'not-json' }])
    const odd = await readRecords('[{"text":"a"},5,{"text":nan},{"text":"b"}]', reading)
    expect(odd.records.map(({ row }) => row)).toEqual([1, 4])
    expect(odd.problems).toMatchObject([
      { row: 2, reason: 'not-an-object' },
      { row: 3, reason: 'not-json' },
    ])
  })

  test('is found where it goes on long after the beginning', async () => {
    const many = {
      meta: 'x'.repeat(60_000),
      comments: Array.from({ length: 3000 }, (_, id) => ({ id, text: `text ${id}` })),
    }
    const { records } = await readRecords(JSON.stringify(many), reading, 5000)
    expect(records).toHaveLength(3000)
    expect(records.at(-1)).toMatchObject({ row: 3000, values: ['2999', 'text 2999'] })
  })

  test('of two hundred thousand brackets does no harm', async () => {
    const deep = '{"a":'.repeat(200_000)
    expect(listPlace(deep)).toBeNull()
    const inside = `[{"text":"a","deep":${'['.repeat(200_000)}${']'.repeat(200_000)}},{"text":"b"}]`
    const { records } = await readRecords(inside, reading, 10_000)
    expect(records).toHaveLength(2)
  })

  test('may have keys that objects inherit', async () => {
    const { comments: found } = await readComments(
      '[{"__proto__":{"text":"no"},"constructor":"c","text":"yes"}]',
      reading,
    )
    expect(found[0]?.text).toBe('yes')
    expect(Object.hasOwn(Object.prototype, 'text')).toBe(false)
  })
})
