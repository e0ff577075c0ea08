import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('instagram-graph.json')

describe('comments of the Instagram Graph API', () => {
  test('come with their replies, which are nested once', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, problems, incomplete, read }).toEqual({
      format: 'instagram-graph',
      problems: [],
      incomplete: [],
      read: 3,
    })
    expect(comments[0]).toMatchObject({
      id: '17800000000000001',
      parentId: null,
      threadId: '17900000000000007',
      author: 'maren.plover',
      createdAt: '2026-09-02T11:00:01.000Z',
      text: '@fern.ward where is the report? 🏥',
      likes: 4,
      state: 'visible',
    })
    expect(comments[1]).toMatchObject({
      id: '17800000000000002',
      parentId: '17800000000000001',
      threadId: '17900000000000007',
      author: 'odon_l',
      text: 'קראתי',
      likes: null,
    })
    expect(comments[2]).toMatchObject({
      parentId: '17800000000000001',
      author: 'plain_t',
      authorId: '41',
      state: 'held',
      text: 'Shame\non you',
    })
  })

  test('keep ids that are written as numbers whole', async () => {
    const { comments } = await readExport({
      text: text.replace('"17800000000000003"', '17800000000000003999'),
    })
    expect(comments[2]?.id).toBe('17800000000000003999')
  })

  test('come under their posts, and as it was until 2020', async () => {
    const media = {
      data: [
        {
          id: '900',
          caption: 'Fern ward, today',
          media_type: 'IMAGE',
          timestamp: '2026-09-01T08:00:00+0000',
          comments_count: 3,
          comments: { data: [{ id: '1', text: 'Late', timestamp: '2026-09-02T11:00:01+0000' }] },
        },
      ],
    }
    const { comments, incomplete } = await readExport({ text: JSON.stringify(media) })
    expect(comments.map(({ id, kind, threadId, parentId }) => [id, kind, threadId, parentId])).toEqual([
      ['900', 'post', '900', null],
      ['1', 'comment', '900', null],
    ])
    expect(incomplete).toEqual(['1 of 3 comments are in the file.'])
    const old = {
      data: [{ created_time: '1280780324', text: 'Late', from: { username: 'maren', id: '3' }, id: '42' }],
    }
    expect((await readExport({ text: JSON.stringify(old) })).comments).toMatchObject([
      { id: '42', author: 'maren', authorId: '3', createdAt: '2010-08-02T20:18:44.000Z' },
    ])
  })

  test('say that another page follows, and survive odd records', async () => {
    const page = {
      data: [
        [],
        { text: 'a', timestamp: 5, id: null, replies: { data: 'x' } },
        { text: 'Late', timestamp: '2026-09-02T11:00:01+0000', id: 'constructor', username: { x: 1 } },
      ],
      paging: { next: 'https://graph.example' },
    }
    const { comments, read, incomplete } = await readExport({ text: JSON.stringify(page) })
    expect([read, comments.length]).toEqual([3, 2])
    expect(incomplete).toEqual(['The file says that another page follows the 2 comments in it.'])
  })
})
