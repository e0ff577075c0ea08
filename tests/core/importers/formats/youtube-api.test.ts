import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('youtube-threads.json')
// Safe: the fixture is such a page.
const page = JSON.parse(text) as { readonly items: readonly Record<string, unknown>[] }

const thread = (id: string, of: { readonly replies?: number; readonly video?: string } = {}) => ({
  kind: 'youtube#commentThread',
  id,
  snippet: {
    totalReplyCount: of.replies ?? 0,
    topLevelComment: {
      kind: 'youtube#comment',
      id,
      snippet: {
        videoId: of.video ?? 'LowgateFern',
        authorDisplayName: 'Maren',
        textOriginal: `Where is it? ${id}`,
        publishedAt: '2026-09-12T18:42:07Z',
        updatedAt: '2026-09-12T18:42:07Z',
      },
    },
  },
})
const pageOf = (items: readonly unknown[], nextPageToken?: string) => ({
  kind: 'youtube#commentThreadListResponse',
  nextPageToken,
  items,
})
const cutShort = (comments: number) =>
  `YouTube had a further page of comments that is not in the file: ${comments} comments are.`

describe('a page of YouTube’s API', () => {
  test('may have a list in a list in a list where a word should be', async () => {
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`
    const of = (state: string, kind: string) =>
      `{"kind":${kind},"items":[{"kind":"youtube#comment","id":"UgxLowgate01AaABAg","snippet":{"textOriginal":"Where is it?","moderationStatus":${state}}}]}`
    const { comments } = await readExport({
      name: 'page.json',
      text: of(deep, '"youtube#commentListResponse"'),
    })
    expect(comments.map(({ state }) => state)).toEqual(['visible'])
    expect(formatOf({ name: 'page.json', text: of('null', deep) })).toBe('youtube-api')
  })

  test('gives threads and replies with parents, authors, times, texts, likes and states', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'page.txt', text })
    expect({ format, incomplete, read }).toEqual({ format: 'youtube-api', incomplete: [], read: 5 })
    expect(problems).toMatchObject([{ row: 5, reason: 'no-text', skipped: true }])
    expect(comments.map(({ id, parentId, threadId, state }) => [id, parentId, threadId, state])).toEqual([
      ['UgxLowgate01AaABAg', null, 'LowgateFern', 'visible'],
      ['UgxLowgate01AaABAg.9xFernWard1', 'UgxLowgate01AaABAg', 'LowgateFern', 'visible'],
      ['UgxLowgate01AaABAg.9xFernWard2', 'UgxLowgate01AaABAg', 'LowgateFern', 'spam'],
      ['UgxLowgate02AaABAg', null, 'LowgateFern', 'held'],
    ])
    expect(comments[0]).toMatchObject({
      author: '@marenplover',
      authorId: 'UCmarenploverlowgate0001',
      createdAt: '2026-09-12T18:42:07.000Z',
      createdOriginal: '2026-09-12T18:42:07Z',
      editedAt: '2026-09-12T19:00:00.000Z',
      text: 'Eleven months.\nWhere is the report & why?',
      likes: 61,
      replies: 2,
      url: 'https://www.youtube.com/watch?v=LowgateFern&lc=UgxLowgate01AaABAg',
    })
    expect(comments[0]?.raw).not.toContain('شكرا')
    expect(comments[1]).toMatchObject({
      author: 'Ödön',
      editedAt: null,
      likes: 0,
      text: '@marenplover شكرا لك 👏\nSee https://lowgate.example/minutes <3',
    })
    expect(comments[1]?.raw).toContain('شكرا')
  })

  test('keeps the lines of a shown text that is plain; likes it does not name are unknown', async () => {
    const { comments } = await readExport({ text })
    expect(comments[3]).toMatchObject({
      text: 'I <3 Fern ward\nand its nurses',
      author: null,
      likes: null,
      authorId: null,
    })
  })

  test('says which replies and which pages are missing', async () => {
    const { incomplete } = await readExport({
      text: JSON.stringify(pageOf([thread('Ug1', { replies: 7 }), thread('Ug2', { replies: 2 })], 'next')),
    })
    expect(incomplete).toEqual([
      '9 of 9 replies to 2 comments are not in the file: a page of threads holds five for each at most.',
      cutShort(2),
    ])
  })

  test('is one of several, one after another, in a list, or a line each', async () => {
    const pages = [pageOf([thread('Ug1'), thread('Ug2')], 'next'), pageOf([thread('Ug3')])]
    const ids = ['Ug1', 'Ug2', 'Ug3']
    for (const [shape, written] of Object.entries({
      after: pages.map((one) => JSON.stringify(one, null, 2)).join('\n'),
      lines: pages.map((one) => JSON.stringify(one)).join('\r\n'),
      list: JSON.stringify(pages),
      items: JSON.stringify([thread('Ug1'), thread('Ug2'), thread('Ug3')]),
      itemLines: ids.map((id) => JSON.stringify(thread(id))).join('\n'),
    })) {
      const { format, comments, incomplete } = await readExport({ text: written })
      expect([shape, format, comments.map(({ id }) => id), incomplete]).toEqual([
        shape,
        'youtube-api',
        ids,
        [],
      ])
    }
  })

  test('of one video that is followed by another video’s was cut short all the same', async () => {
    const pages = [pageOf([thread('Ug1')], 'next'), pageOf([thread('Ug2', { video: 'LowgateHall' })])]
    expect((await readExport({ text: JSON.stringify(pages) })).incomplete).toEqual([cutShort(2)])
  })

  test('finds the video of replies that were asked for by their parent, and counts them', async () => {
    const reply = (id: string) => ({
      kind: 'youtube#comment',
      id,
      snippet: {
        channelId: 'UClowgate',
        parentId: 'Ug1',
        authorDisplayName: 'O',
        textDisplay: 'It&#39;s late',
        publishedAt: '2026-09-12T18:42:07Z',
      },
    })
    const replies = { kind: 'youtube#commentListResponse', items: [reply('Ug1.a'), reply('Ug1.b')] }
    const { comments, incomplete } = await readExport({
      text: JSON.stringify([pageOf([thread('Ug1', { replies: 2 })]), replies]),
    })
    expect(incomplete).toEqual([])
    expect(comments.slice(1)).toMatchObject([
      { id: 'Ug1.a', parentId: 'Ug1', threadId: 'LowgateFern', text: "It's late", editedAt: null },
      { id: 'Ug1.b', parentId: 'Ug1', threadId: 'LowgateFern' },
    ])
    const alone = await readExport({ text: JSON.stringify(replies) })
    expect(alone.format).toBe('youtube-api')
    expect(alone.comments.map(({ parentId, threadId }) => [parentId, threadId])).toEqual([
      ['Ug1', null],
      ['Ug1', null],
    ])
  })

  test('that is cut off keeps what is whole', async () => {
    const { comments, incomplete } = await readExport({
      text: text.slice(0, text.indexOf('"UgxLowgate02')),
    })
    expect(comments).toHaveLength(3)
    expect(incomplete).toEqual(['The file is cut off after record 2: what came before it was read.'])
  })

  test('takes no harm from wrong types and names that objects inherit', async () => {
    const hostile = [
      { ...thread('Ug1'), replies: { comments: [null, 3, { id: ['x'], snippet: 'no' }] } },
      { kind: 'youtube#commentThread', snippet: { topLevelComment: { snippet: { textOriginal: 7 } } } },
      {
        kind: 'youtube#comment',
        id: '__proto__',
        snippet: { parentId: '__proto__', textOriginal: 'in a circle' },
      },
      'text',
      null,
    ]
    const { comments, read } = await readExport({ text: JSON.stringify(pageOf(hostile)) })
    expect(read).toBe(8)
    expect(comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['Ug1', null],
      [null, null],
      ['__proto__', null],
    ])
  })

  test('is not taken for one where other pages have items', () => {
    expect(formatOf({ text: '{"items":[{"id":1,"text":"no"}]}' })).not.toBe('youtube-api')
    expect(page.items).toHaveLength(3)
  })
})
