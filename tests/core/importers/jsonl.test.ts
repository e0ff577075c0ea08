import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../core/records.ts'
import { hardTexts, jsonlReading, readComments, readRecords } from './reading.ts'

const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')

describe('lines', () => {
  test('are the same wherever the chunks end and however lines end', async () => {
    const objects = hardTexts.slice(0, 14).map((text, index) => ({ id: String(index), text }))
    const text = lines(...objects)
    const expected = await readComments(text, jsonlReading)
    expect(expected.comments.map((comment) => comment.text)).toEqual(hardTexts.slice(0, 14))
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      for (const size of [1, 2, 3, 17, 64, 1000]) {
        expect(await readComments(text.replaceAll('\n', lineEnd), jsonlReading, size)).toEqual(expected)
      }
    }
  })

  test('that are blank count as lines and as nothing else', async () => {
    const { comments, problems } = await readComments('\n{"text":"a"}\n \n{"text":"b"}\n\n', jsonlReading)
    expect(comments.map((comment) => comment.row)).toEqual([2, 4])
    expect(problems).toEqual([])
  })

  test('that are no JSON or no object are problems with their number', async () => {
    const text = '{"text":"a"}\nhello\n[1]\n"x"\nnull\n{"text":"b"}\n{"text":"cut o'
    const { comments, problems } = await readComments(text, jsonlReading)
    expect(comments.map((comment) => comment.text)).toEqual(['a', 'b'])
    expect(problems.map(({ row, reason, value, skipped }) => [row, reason, value, skipped])).toEqual([
      [2, 'not-json', 'hello', true],
      [3, 'not-an-object', '[1]', true],
      [4, 'not-an-object', '"x"', true],
      [5, 'not-an-object', 'null', true],
      [7, 'truncated', '{"text":"cut o', true],
    ])
  })

  test('over sixteen million characters are problems, and those after are read', async () => {
    const text = `{"text":"a"}\n{"text":"${'x'.repeat(17 * 1024 * 1024)}"}\n{"text":"b"}`
    const { comments, problems } = await readComments(text, jsonlReading, 1024 * 1024)
    expect(comments.map((comment) => comment.text)).toEqual(['a', 'b'])
    expect(problems).toEqual([{ row: 2, field: null, value: null, reason: 'too-long', skipped: true }])
  })

  test('nested two hundred thousand deep do no harm', async () => {
    const deep = `{"text":"a","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const deepObject = `{"text":"b","x":${'{"y":'.repeat(100_000)}1${'}'.repeat(100_000)}}`
    const deepDigits = `{"text":"c","x":${'['.repeat(200_000)}1234567890123456789${']'.repeat(200_000)}}`
    const { comments, problems } = await readComments(
      `${[deep, deepObject, deepDigits].join('\n')}\n`,
      jsonlReading,
    )
    expect(comments.map((comment) => comment.text)).toEqual(['a', 'b', 'c'])
    expect(problems).toEqual([])
  })
})

describe('values', () => {
  test('inside objects are columns by their path', async () => {
    const reading: Reading = { ...jsonlReading, columns: { text: 'body.text', author: 'author.name' } }
    const { comments } = await readComments(lines({ author: { name: 'Ann' }, body: { text: 'a' } }), reading)
    expect(comments[0]).toMatchObject({ text: 'a', author: 'Ann' })
  })

  test('of every kind become text, and lists their JSON', async () => {
    const { columns, records } = await readRecords(
      lines({ a: 1.5, b: true, c: null, d: ['x', 2], e: [{ f: 1 }], g: {} }, { c: 'late' }),
      jsonlReading,
    )
    expect(columns).toEqual(['a', 'b', 'd', 'e', 'c'])
    expect(records.map((record) => [...record.values])).toEqual([
      ['1.5', 'true', '["x",2]', '[1]'],
      [undefined, undefined, undefined, undefined, 'late'],
    ])
  })

  test('keep every digit of long ids', async () => {
    const { comments } = await readComments('{"id":1234567890123456789,"text":"a","n":[1,2]}', jsonlReading)
    expect(comments[0]?.id).toBe('1234567890123456789')
  })

  test('called __proto__ or constructor are values like others', async () => {
    const reading: Reading = { ...jsonlReading, columns: { text: '__proto__', id: 'constructor.prototype' } }
    const text = '{"__proto__":"a","constructor":{"prototype":"7"}}'
    const { comments } = await readComments(text, reading)
    expect(comments[0]).toMatchObject({ text: 'a', id: '7', raw: text })
    expect({}).not.toHaveProperty('prototype')
  })

  test('under ever new keys do not fill the memory, and the mapped ones are still found', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ [`key ${index}`]: 'x' }))
    const { columns } = await readRecords(lines(...many, { id: '1', text: 'late' }), jsonlReading)
    expect(columns.length).toBeLessThan(500)
    expect(columns).toContain('text')
  })

  test('keep the line as it was', async () => {
    const line = '{ "id": 1.0, "text": "caf\\u00e9" }'
    const { comments } = await readComments(`  ${line}\r\n`, jsonlReading)
    expect(comments[0]).toMatchObject({ text: 'café', id: '1', raw: line })
  })
})
