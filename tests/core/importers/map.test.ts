import { describe, expect, test } from 'vitest'
import { stateOf } from '../../../core/importers/states.ts'
import type { Reading } from '../../../core/records.ts'
import { hash53, hashOfParts } from '../../../core/text/hash.ts'
import { csvReading, jsonlReading, readComments, seeded } from './reading.ts'

const all: Reading = {
  ...csvReading,
  columns: {
    text: 'text',
    id: 'id',
    parent: 'parent',
    thread: 'thread',
    title: 'title',
    author: 'author',
    time: 'time',
    likes: 'likes',
    state: 'status',
    url: 'url',
  },
}
const header = 'id,parent,thread,title,author,time,likes,status,url,text'
const rowOf = async (row: string, reading = all) =>
  (await readComments(`${header}\n${row}\n`, reading)).comments[0]

describe('a comment', () => {
  test('has what its columns say, and null for what the file does not', async () => {
    expect(
      await rowOf('7,3,t1,A title,Ann,03/04/2026 10:00,"1,204",hidden,https://a.example/7, hello '),
    ).toMatchObject({
      row: 2,
      id: '7',
      parentId: '3',
      threadId: 't1',
      threadTitle: 'A title',
      author: 'Ann',
      createdAt: '2026-04-03T10:00:00.000Z',
      createdOriginal: '03/04/2026 10:00',
      text: ' hello ',
      likes: 1204,
      state: 'held',
      kind: 'comment',
      url: 'https://a.example/7',
    })
    expect(await rowOf('7,,,,,,,,,hello')).toMatchObject({
      parentId: null,
      threadId: null,
      threadTitle: null,
      author: null,
      createdAt: null,
      createdOriginal: null,
      likes: null,
      state: 'visible',
      url: null,
    })
  })

  test('is kept when its time or number cannot be read, with a problem for each', async () => {
    const { comments, problems } = await readComments(`${header}\n7,,,,,yesterday,26.5K,,,hello\n`, all)
    expect(comments[0]).toMatchObject({ createdAt: null, createdOriginal: 'yesterday', likes: 26500 })
    expect(problems).toEqual([
      { row: 2, field: 'time', value: 'yesterday', reason: 'bad-time', skipped: false },
      { row: 2, field: 'likes', value: '26.5K', reason: 'rounded-number', skipped: false },
    ])
  })

  test('is no answer to nothing, nor to itself', async () => {
    for (const parent of ['', '0', '-1', 'root', 'null', 'None', '7', ' ']) {
      expect((await rowOf(`7,${parent},,,,,,,,x`))?.parentId).toBeNull()
    }
  })

  test('is in the thread its title names when there are no thread ids', async () => {
    const { thread: _, ...columns } = all.columns
    expect(await rowOf('7,,,A title,,,,,,x', { ...all, columns })).toMatchObject({ threadId: 'A title' })
  })

  test('shows where bytes were no text', async () => {
    const { comments, problems } = await readComments('{"text":"half \\ud83d a pair"}', jsonlReading)
    expect(comments[0]?.text).toBe('half \uFFFD a pair')
    expect(problems.map(({ reason, skipped }) => [reason, skipped])).toEqual([['bad-bytes', false]])
  })

  test('keeps its row as JSON under the names of the columns', async () => {
    const raw = (await rowOf('7,,,,,,,,,"a ""b"" 🙄\n"'))?.raw ?? ''
    expect(JSON.parse(raw)).toMatchObject({ id: '7', text: 'a "b" 🙄\n' })
  })
})

test.each([
  ['approved', 'status', 'visible'],
  ['Published', 'status', 'visible'],
  ['pending', 'status', 'held'],
  ['hidden', 'status', 'held'],
  ['SPAM', 'status', 'spam'],
  ['trash', 'status', 'deleted-by-author'],
  ['rejected', 'status', 'removed-by-moderator'],
  ['removed by moderator', 'status', 'removed-by-moderator'],
  ['deleted by user', 'status', 'deleted-by-author'],
  ['1', 'moderated', 'visible'],
  ['0', 'moderated', 'held'],
  ['-1', 'moderated', 'removed-by-moderator'],
  ['true', 'isDeleted', 'deleted-by-author'],
  ['false', 'isDeleted', 'visible'],
  ['yes', 'hidden', 'held'],
  ['1', 'is_spam', 'spam'],
  ['purple', 'status', null],
])('%s in a column called %s is read as %s', (value, column, expected) => {
  expect(stateOf(value, column)).toBe(expected)
})

describe('the key of a comment', () => {
  const keysOf = async (text: string, columns: Reading['columns']) =>
    (await readComments(text, { ...csvReading, columns })).comments.map((comment) => comment.key)

  test('stays when the text was edited, if there is an id and more', async () => {
    const columns = { text: 'text', id: 'id', author: 'who' }
    expect(await keysOf('id,who,text\n1,Ann,old\n', columns)).toEqual(
      await keysOf('id,text,who\n1,new,Ann\n', columns),
    )
  })

  test('holds the text when the id is all there is', async () => {
    const columns = { text: 'text', id: 'id' }
    expect(await keysOf('id,text\n1,a\n', columns)).not.toEqual(await keysOf('id,text\n1,b\n', columns))
  })

  test('tells two people apart who wrote the same, the same way every time', async () => {
    const text = 'text\nShame\nOther\nShame\n'
    const keys = await keysOf(text, { text: 'text' })
    expect(new Set(keys).size).toBe(3)
    expect(await keysOf(text, { text: 'text' })).toEqual(keys)
  })

  test('does not depend on the order of the rows when there are ids', async () => {
    const random = seeded(3)
    const rows = Array.from({ length: 200 }, (_, index) => `${index},who ${index % 7},text ${index % 5}`)
    const shuffled = rows.map((row) => ({ row, at: random() })).sort((one, two) => one.at - two.at)
    const columns = { text: 'text', id: 'id', author: 'who' }
    const before = await keysOf(['id,who,text', ...rows].join('\n'), columns)
    const after = await keysOf(['id,who,text', ...shuffled.map(({ row }) => row)].join('\n'), columns)
    expect(new Set(before).size).toBe(200)
    expect(after.toSorted()).toEqual(before.toSorted())
  })

  test('is short, and differs for different parts', () => {
    const parts = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['ab', 'c', ''],
      ['ab', 'c', null],
      ['', 'abc'],
      [null, 'abc'],
    ]
    const keys = parts.map((one) => hashOfParts(one))
    expect(new Set(keys).size).toBe(parts.length)
    for (const key of keys) expect(key).toMatch(/^[0-9a-z]{12,22}$/)
  })

  test('comes from hashes that do not meet among three hundred thousand near alike', () => {
    const hashes = new Set(Array.from({ length: 300_000 }, (_, index) => hash53(`comment ${index}`)))
    expect(hashes.size).toBe(300_000)
    for (const hash of [...hashes].slice(0, 1000)) expect(Number.isSafeInteger(hash)).toBe(true)
  })
})
