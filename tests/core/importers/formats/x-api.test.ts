import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const first = fixture('x-api-v1.jsonl')
const second = fixture('x-api-v2.json')
// Safe: the fixture is such a page.
const page = JSON.parse(second) as {
  readonly data: readonly Record<string, unknown>[]
  readonly includes: { readonly users: readonly Record<string, unknown>[] }
  readonly meta: Record<string, unknown>
}
const id = (last: string) => `1999888777666555${last}`
const ids = (comments: readonly { id: string | null; parentId: string | null; threadId: string | null }[]) =>
  comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])

describe('tweets of API v1.1', () => {
  test('are read a line each, ids of 19 digits exactly, shares and notices left out', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text: first })
    expect({ format, incomplete, read }).toEqual({ format: 'x-api-v1', incomplete: [], read: 5 })
    expect(problems).toMatchObject([
      { row: 3, reason: 'share', skipped: true },
      { row: 4, reason: 'truncated', skipped: false },
      { row: 5, reason: 'not-a-comment', skipped: true },
    ])
    expect(ids(comments)).toEqual([
      [id('401'), null, id('401')],
      [id('402'), id('401'), id('401')],
      [id('404'), id('402'), id('401')],
    ])
    expect(comments[0]).toMatchObject({
      author: 'maren_p',
      authorId: '4242',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months & no report 👏',
      likes: 61,
      replies: 2,
      lang: 'en',
      url: `https://x.com/maren_p/status/${id('401')}`,
    })
    expect(comments[1]).toMatchObject({
      text: 'شكرا it is cut\nno more <3',
      lang: null,
      likes: 0,
      replies: null,
    })
  })

  test('are read from a list and from a page of a search', async () => {
    const list = `[${first.trim().split('\n').join(',')}]`
    for (const text of [list, `{"statuses":${list},"search_metadata":{"count":5}}`]) {
      const { format, comments, read } = await readExport({ text })
      expect([format, comments.length, read]).toEqual(['x-api-v1', 3, 5])
    }
  })
})

test('half a surrogate pair in an id does no harm', async () => {
  const { comments } = await readExport({ text: first.replaceAll(`${id('404')}`, '\ud800404') })
  expect(comments[2]).toMatchObject({ id: '\ufffd404', url: 'https://x.com/odon/status/%EF%BF%BD404' })
})

describe('tweets of API v2', () => {
  test('are joined with the users that stand behind them; a page that is missing is said', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text: second })
    expect({ format, read }).toEqual({ format: 'x-api-v2', read: 3 })
    expect(incomplete).toEqual(['X had a further page that is not in the file: 3 tweets are.'])
    expect(problems).toMatchObject([{ row: 3, reason: 'share', skipped: true }])
    expect(ids(comments)).toEqual([
      [id('401'), null, id('401')],
      [id('402'), id('401'), id('401')],
    ])
    expect(comments[0]).toMatchObject({
      author: 'maren_p',
      authorId: '4242',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months & no report',
      likes: 61,
      replies: 2,
      lang: 'en',
    })
    expect(comments[1]).toMatchObject({ author: 'odon', text: '@maren_p شكرا 👏\nand more', likes: null })
  })

  test('come in several pages, a line each or in a list; the last says whether there were more', async () => {
    const last = { ...page, data: page.data.slice(0, 1), meta: { result_count: 1, newest_id: id('401') } }
    for (const text of [
      [page, last].map((one) => JSON.stringify(one)).join('\n'),
      JSON.stringify([page, last]),
    ]) {
      const { format, comments, read, incomplete } = await readExport({ text })
      expect([format, comments.length, read, incomplete]).toEqual(['x-api-v2', 3, 4, []])
      expect(comments.map(({ author }) => author)).toEqual(['maren_p', 'odon', 'maren_p'])
    }
  })

  test('come one by one from a stream, and flattened as by twarc', async () => {
    const [one, other] = page.includes.users
    const streamed = page.data.slice(0, 2).map((data) => JSON.stringify({ data, includes: page.includes }))
    const flat = page.data
      .slice(0, 2)
      .map((data, place) =>
        JSON.stringify({ ...data, author: place === 0 ? one : other, __twarc: { version: '2' } }),
      )
    for (const lines of [streamed, flat]) {
      const { format, comments } = await readExport({ text: `${lines.join('\n')}\n` })
      expect(format).toBe('x-api-v2')
      expect(comments.map(({ id: own, author, parentId }) => [own, author, parentId])).toEqual([
        [id('401'), 'maren_p', null],
        [id('402'), 'odon', id('401')],
      ])
    }
  })

  test('come from 4CAT with their author under another name', async () => {
    const tweet = {
      id: '1900000000000000002',
      text: 'Late',
      author_id: '55',
      author_user: { id: '55', username: 'tom' },
      conversation_id: '1900000000000000001',
      created_at: '2026-09-02T11:00:01.000Z',
    }
    const { format, comments } = await readExport({ text: `${JSON.stringify(tweet)}\n` })
    expect(format).toBe('x-api-v2')
    expect(comments).toMatchObject([{ author: 'tom', authorId: '55', threadId: '1900000000000000001' }])
  })

  test('take no harm from wrong types', async () => {
    const data = [
      page.data[0],
      null,
      { id: '8', text: 7, referenced_tweets: 'no', conversation_id: ['x'], public_metrics: null },
      { id: '__proto__', text: 'kept', author_id: '__proto__', created_at: 'yesterday' },
    ]
    const { comments, read } = await readExport({
      text: JSON.stringify({ data, includes: { users: [3, null] } }),
    })
    expect(read).toBe(4)
    expect(comments.map(({ text }) => text)).toEqual(['Eleven months & no report', '7', 'kept'])
    expect(comments[2]).toMatchObject({ author: null, createdAt: null })
  })

  test('are not what other services call data', () => {
    for (const text of [
      '{"data":[{"id":"1_2","message":"no","created_time":"2021-08-10T18:45:03+0000"}]}',
      '{"data":[{"id":"17","text":"no","timestamp":"2021-08-10T18:45:03+0000","username":"u"}]}',
      '{"id":"1","text":"plain","author_id":"2"}\n{"id":"2","text":"plain"}',
    ])
      expect(formatOf({ text })).not.toMatch(/^x-/)
  })
})
