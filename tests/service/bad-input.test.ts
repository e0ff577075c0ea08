import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runReader } from '../support/reader.ts'
import { zipOf } from '../support/zip.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bad-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file of many pieces, never held whole. */
function fileOf(name: string, pieces: Iterable<string | Uint8Array>): string {
  const file = path.join(folder, name)
  const fd = openSync(file, 'w')
  for (const piece of pieces) writeSync(fd, Buffer.from(piece))
  closeSync(fd)
  return file
}

const inspected = (file: string) =>
  // Much less memory than the files are large.
  runReader(
    {
      task: 'inspect',
      path: file,
      member: null,
      name: path.basename(file),
      reading: null,
      remembered: [],
      asksKnown: false,
    },
    128,
  )

function* repeated(piece: string, times: number): Generator<string> {
  for (let n = 0; n < times; n++) yield piece
}

/** Longer than any reader holds; 200 million bytes behave alike and take five times as long. */
describe('a line of forty million bytes', () => {
  const words = 'so many words, and never an end to them; '.repeat(25_000)
  const long = Math.ceil(40_000_000 / words.length)

  test('in a CSV is left out, and what comes after it is read', async () => {
    const file = fileOf('line.csv', ['id,text\n1,first\n2,"', ...repeated(words, long), '"\n3,last\n'])
    const { result, failure } = await inspected(file)
    expect(failure).toBeNull()
    expect(result?.preview.map((one) => one.text)).toEqual(['first', 'last'])
    // So long a cell is taken for a quote that nobody closed.
    expect(result?.ledger.skipped).toEqual([{ reason: 'unclosed-quote', count: 1 }])
  })

  test('in JSON Lines and in a JSON document too', async () => {
    const record = ['{"id":2,"text":"', ...repeated(words, long), '"}']
    const lines = ['{"id":1,"text":"first"}\n', ...record, '\n{"id":3,"text":"last"}\n']
    const list = ['[{"id":1,"text":"first"},', ...record, ',{"id":3,"text":"last"}]']
    for (const [name, pieces] of [
      ['line.jsonl', lines],
      ['line.json', list],
    ] as const) {
      const { result, failure } = await inspected(fileOf(name, pieces))
      expect(failure).toBeNull()
      expect(result?.preview.map((one) => one.text)).toEqual(['first', 'last'])
      expect(result?.ledger.skipped).toEqual([{ reason: 'too-long', count: 1 }])
    }
  })
})

test('brackets two hundred thousand deep are refused with a sentence, or read past', async () => {
  const deep = fileOf('deep.json', ['[', ...repeated('['.repeat(1000), 200)])
  expect((await inspected(deep)).failure).toMatchObject({
    code: 'file-not-comments',
    message: expect.stringContaining('“deep.json”'),
  })
  const inside = fileOf('inside.json', [
    '[{"id":1,"text":"a","x":',
    ...repeated('[', 200_000),
    ...repeated(']', 200_000),
    '},{"id":2,"text":"b"}]',
  ])
  expect((await inspected(inside)).result?.ledger).toMatchObject({ read: 2, added: 2 })
})

test('thousands of small files in an archive are surveyed', async () => {
  const entries = Array.from({ length: 3000 }, (_, n) => ({
    name: `t/${n}.csv`,
    data: `id,text\n${n},words here\n`,
    method: 0,
  }))
  const file = path.join(folder, 'crowd.zip')
  writeFileSync(file, zipOf(entries))
  const { result, failure } = await runReader({ task: 'survey', path: file, name: 'crowd.zip' }, 256)
  expect(failure).toBeNull()
  expect(result?.members).toHaveLength(3000)
}, 120_000)

test.each([
  ['empty.csv', '', 'file-empty', /“empty.csv” is empty/],
  ['names.csv', 'id,text\n', 'file-empty', /“names.csv” has column names but no comments under them/],
  ['names.json', '{\n "a": []\n}', 'file-not-comments', /“names.json” seems to be JSON, but holds no list/],
  ['none.jsonl', '\n\n', 'file-empty', /“none.jsonl” is empty/],
  [
    'cut.zip',
    zipOf([{ name: 'a.csv', data: 'id,text\n1,a\n' }]).subarray(0, 40),
    'file-unreadable',
    /“cut.zip” is packed \(ZIP\), and damaged/,
  ],
  ['book.csv', '\x89PNG\r\n', 'file-not-comments', /“book.csv” seems to be a picture/],
])('%s fails with a sentence that names it', async (name, text, code, sentence) => {
  const file = path.join(folder, name)
  writeFileSync(file, typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
  expect((await inspected(file)).failure).toMatchObject({ code, message: expect.stringMatching(sentence) })
})

test('a wrong ending does not matter', async () => {
  for (const [name, bytes] of [
    ['table.csv', zipOf([{ name: 'a.txt', data: 'id,text\n1,words here\n' }])],
    ['table.zip', Buffer.from('id,text\n1,words here\n')],
    ['table.xlsx', Buffer.from('[{"id":1,"text":"words here"}]')],
  ] as const) {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    expect((await inspected(file)).result?.preview.map((one) => one.text)).toEqual(['words here'])
  }
})
