import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('facebook-graph.json')
const comment = (id: number, more: object = {}) => ({
  created_time: '2026-09-02T11:00:01+0000',
  message: `Late, says ${id}`,
  permalink_url: `https://www.facebook.com/6001/posts/7001/?comment_id=${id}`,
  ...more,
})

describe('comments of the Facebook Graph API', () => {
  test('come with their replies, parents, authors, times and likes', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'facebook-graph', read: 3 })
    expect(comments[0]).toMatchObject({
      row: 1,
      id: '7001_8001',
      parentId: null,
      threadId: '7001',
      author: 'Ödön',
      authorId: '55501',
      createdAt: '2026-09-02T11:00:01.000Z',
      text: 'Eleven months late 😡\nWhy?',
      likes: 3,
      replies: 2,
      state: 'visible',
      kind: 'comment',
      url: 'https://www.facebook.com/6001/posts/7001/?comment_id=8001',
    })
    expect(comments[0]?.raw).not.toContain('8002')
    expect(comments[1]).toMatchObject({
      id: '7001_8002',
      parentId: '7001_8001',
      threadId: '7001',
      author: null,
      text: 'شكرا لك',
      likes: null,
      state: 'held',
    })
    expect(problems).toMatchObject([{ row: 3, reason: 'no-text', skipped: true }])
  })

  test('say what the file does not hold: pages, and replies', async () => {
    const { incomplete } = await readExport({ text })
    expect(incomplete).toEqual(['3 of 5 comments are in the file.', '1 of 2 replies are in the file.'])
  })

  test('have ids also where only their address names them', async () => {
    const page = {
      data: [
        comment(8001, { comment_count: 1 }),
        comment(8001, {
          permalink_url: 'https://www.facebook.com/6001/posts/7001/?comment_id=8001&reply_comment_id=8009',
        }),
        comment(1, {
          permalink_url: 'https://www.facebook.com/permalink.php?story_fbid=7002&id=6&comment_id=8010',
        }),
      ],
    }
    const { comments, incomplete } = await readExport({ text: JSON.stringify(page) })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['8001', null, '7001'],
      ['8009', '8001', '7001'],
      ['8010', null, '7002'],
    ])
    expect(incomplete).toEqual([])
  })

  test('write the parent in an address as their own id is written', async () => {
    const link = 'https://www.facebook.com/6001/posts/7001/?comment_id=8001&reply_comment_id=8009'
    const page = { data: [comment(1, { id: '7001_8009', permalink_url: link })] }
    const { comments } = await readExport({ text: JSON.stringify(page) })
    expect(comments[0]).toMatchObject({ id: '7001_8009', parentId: '7001_8001' })
  })

  test('come as a list of pages, as pages a line, as comments a line and as a plain list', async () => {
    const next = { next: 'https://graph.example/next' }
    const pages = [
      { data: [comment(1), comment(2)], paging: next },
      { data: [comment(3)], paging: { cursors: {} } },
    ]
    const all = pages.flatMap(({ data }) => data)
    const lines = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).join('\n')
    for (const file of [JSON.stringify(pages), lines(pages), lines(all), JSON.stringify(all)]) {
      const { format, comments, incomplete } = await readExport({ text: file })
      expect(format).toBe('facebook-graph')
      expect(comments.map(({ id, row }) => [id, row])).toEqual([
        ['1', 1],
        ['2', 2],
        ['3', 3],
      ])
      expect(incomplete).toEqual([])
    }
    const { incomplete } = await readExport({ text: JSON.stringify(pages.slice(0, 1)) })
    expect(incomplete).toEqual(['The file says that another page follows the 2 comments in it.'])
  })

  test('come each under its id, where several were asked for, or their pages were', async () => {
    const comment = (id: string) => ({ id, message: 'Late', created_time: '2026-09-02T11:00:01+0000' })
    const ones = await readExport({
      text: JSON.stringify({ '7100_7201': comment('7100_7201'), '7100_7202': comment('7100_7202') }),
    })
    expect(ones.format).toBe('facebook-graph')
    expect(ones.comments.map(({ id, threadId }) => [id, threadId])).toEqual([
      ['7100_7201', '7100'],
      ['7100_7202', '7100'],
    ])
    const pages = { '55_7100': { data: [comment('7100_7201')] }, '55_7101': { data: [] } }
    const paged = await readExport({ text: JSON.stringify(pages) })
    expect(paged.comments).toMatchObject([{ id: '7100_7201', threadId: '7100', parentId: null }])
  })

  test('come under their posts, which are kept as posts', async () => {
    const answers = (post: number, ids: readonly number[]) => ({
      data: ids.map((id) => ({
        id: `${post}_${id}`,
        created_time: '2026-09-02T11:00:01+0000',
        message: 'Late',
      })),
    })
    const posts = {
      data: [
        {
          id: '6001_7001',
          message: 'The Fern ward report\nis out.',
          created_time: '2026-09-01T08:00:00+0000',
          shares: { count: 2 },
          comments: { ...answers(7001, [1, 2]), summary: { total_count: 4 } },
        },
        { id: '6001_7002', story: 'Lowgate updated its cover photo.', comments: answers(7002, [3]) },
      ],
    }
    const { comments, problems, incomplete, read } = await readExport({ text: JSON.stringify(posts) })
    expect(read).toBe(5)
    expect(comments.map(({ id, kind, threadId, threadTitle }) => [id, kind, threadId, threadTitle])).toEqual([
      ['6001_7001', 'post', '7001', 'The Fern ward report'],
      ['7001_1', 'comment', '7001', 'The Fern ward report'],
      ['7001_2', 'comment', '7001', 'The Fern ward report'],
      ['7002_3', 'comment', '7002', null],
    ])
    expect(problems).toMatchObject([{ reason: 'service', skipped: true }])
    expect(incomplete).toEqual(['3 of 4 comments are in the file.'])
    const bare = { comments: answers(7001, [1]), id: '6001_7001' }
    const alone = await readExport({ text: JSON.stringify(bare) })
    expect([alone.read, alone.comments[0]?.threadId]).toEqual([1, '7001'])
  })

  test('old ids of three parts, private comments, and an empty page', async () => {
    const page = {
      data: [
        { id: '19_1184_12', created_time: '2010-11-04T19:05:02+0000', message: 'Old' },
        comment(9, { is_private: true }),
      ],
    }
    const { comments, problems } = await readExport({ text: JSON.stringify(page) })
    expect(comments).toMatchObject([
      { id: '19_1184_12', threadId: '1184', createdAt: '2010-11-04T19:05:02.000Z' },
    ])
    expect(problems).toMatchObject([{ reason: 'private', skipped: true }])
    const empty = '{"data":[],"summary":{"order":"ranked","total_count":0,"can_comment":false}}'
    expect(await readExport({ text: empty })).toMatchObject({ format: 'facebook-graph', read: 0 })
  })

  test('odd records and files that are cut off do no harm', async () => {
    const odd = {
      data: [
        null,
        5,
        { created_time: {}, message: [] },
        comment(1, { id: {}, parent: 'x', from: [], like_count: '1e9' }),
      ],
    }
    const { comments, read } = await readExport({ text: JSON.stringify(odd) })
    expect(read).toBe(4)
    expect(comments).toMatchObject([{ id: '1', likes: null }])
    const cut = await readExport({ text: text.slice(0, text.indexOf('"7001_8003"')) })
    expect(cut.comments).toHaveLength(2)
    expect(cut.incomplete[0]).toMatch(/^The file is cut off/)
    expect(formatOf({ text: '{"data":[{"id":"1","text":"a"}]}' })).not.toBe('facebook-graph')
  })

  test('come in the answer about a page, under the name that was asked for, with their answers inside', async () => {
    const answer = comment(8002)
    const post = {
      id: '6001_7001',
      message: 'The report is out',
      created_time: '2026-09-02T10:00:01+0000',
      comments: { data: [{ ...comment(8001), comments: { data: [answer] } }], paging: { next: 'https://x' } },
    }
    for (const name of ['posts', 'feed', 'published_posts']) {
      const page = JSON.stringify({
        name: 'Lowgate',
        [name]: { data: [post], paging: { next: 'https://x' } },
        id: '6001',
      })
      const { format, comments, incomplete } = await readExport({ text: page })
      expect(format).toBe('facebook-graph')
      expect(comments.map(({ id, parentId, threadId, kind }) => [id, parentId, threadId, kind])).toEqual([
        ['6001_7001', null, '7001', 'post'],
        ['8001', null, '7001', 'comment'],
        ['8002', '8001', '7001', 'comment'],
      ])
      expect(incomplete).toHaveLength(2)
    }
  })
})
