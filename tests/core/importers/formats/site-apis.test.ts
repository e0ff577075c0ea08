import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

describe('comments of WordPress’s API', () => {
  const text = fixture('wordpress-api.json')

  test('have post, parent, author, UTC time, plain text and state', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'wordpress-api', read: 3 })
    expect(comments).toMatchObject([
      {
        row: 1,
        id: '11',
        parentId: null,
        threadId: '7',
        author: 'Maren & Plover',
        authorId: null,
        createdAt: '2026-09-12T18:42:07.000Z',
        text: 'Eleven months late.\nWhy?\n\n“Soon” < never',
        state: 'visible',
        likes: null,
        url: 'https://lowgate.example/report/#comment-11',
        site: 'lowgate.example',
      },
      { id: '12', parentId: '11', author: 'Ödön', authorId: '5', text: 'شكرا 👏', state: 'held' },
    ])
    expect(problems).toMatchObject([{ row: 3, reason: 'pingback', skipped: true }])
  })

  test('are those of the export of the same site', async () => {
    const wxr = (id: number) =>
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_id>7</wp:post_id><wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_date_gmt>2026-09-12 18:42:07</wp:comment_date_gmt><wp:comment_content>x</wp:comment_content></wp:comment></item></channel></rss>`
    const [{ key } = { key: '' }] = (await readExport({ text })).comments
    expect((await readExport({ text: wxr(11) })).comments[0]?.key).toBe(key)
    expect((await readExport({ text: wxr(12) })).comments[0]?.key).not.toBe(key)
  })

  test('come one a line, or with a site’s own time only, which is kept as it is', async () => {
    const [first] = JSON.parse(text)
    const { date_gmt: _, ...local } = first
    const lines = `${JSON.stringify(first)}\n${JSON.stringify(local)}\n7\n{"id":1}\n`
    const { format, comments, problems } = await readExport({ text: lines })
    expect(format).toBe('wordpress-api')
    expect(comments.map(({ createdAt, createdOriginal }) => [createdAt, createdOriginal])).toEqual([
      ['2026-09-12T18:42:07.000Z', '2026-09-12 18:42:07'],
      ['2026-09-12T19:42:07.000Z', '2026-09-12 19:42:07'],
    ])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'not-an-object'],
      [4, 'not-a-comment'],
    ])
  })
})

describe('posts of Disqus’s API', () => {
  const text = fixture('disqus-api.json')

  test('have thread, parent, author, time, plain text, likes, reports and state', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, problems, read }).toEqual({ format: 'disqus-api', problems: [], read: 4 })
    expect(comments).toMatchObject([
      {
        row: 1,
        id: '901',
        parentId: null,
        threadId: '71',
        author: 'Maren Plover',
        authorId: 'maren_p',
        createdAt: '2026-09-12T18:42:07.000Z',
        text: 'Eleven months late & more.\n\nWhy?',
        likes: 3,
        reports: 0,
        state: 'visible',
      },
      { id: '902', parentId: '901', author: 'Ödön', authorId: null, state: 'deleted-by-author', likes: 0 },
      { id: '903', threadId: '72', threadTitle: 'Parking', state: 'held', reports: 2 },
      { id: '904', parentId: '903', state: 'spam' },
    ])
    expect(comments[2]?.url).toBe('https://lowgate.example/parking#comment-903')
    expect(incomplete).toEqual(['Further pages of the list are not in the file.'])
  })

  test('are those of the export, and may be a list without a page around it', async () => {
    const { response } = JSON.parse(text)
    const list = await readExport({ text: JSON.stringify([...response, 7, { id: 1 }]) })
    expect(list.format).toBe('disqus-api')
    expect(list.incomplete).toEqual([])
    expect(list.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [5, 'not-an-object'],
      [6, 'not-a-comment'],
    ])
    const xml = await readExport({ text: fixture('disqus.xml') })
    expect(list.comments[0]?.key).toBe(xml.comments[0]?.key)
    expect(formatOf({ text: '{"response":[{"message":"x","thread":1}]}' })).toBe('json')
  })
})
