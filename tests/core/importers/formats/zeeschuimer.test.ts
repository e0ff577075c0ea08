import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('zeeschuimer-tiktok.ndjson')
const video = '7300111222333444555'
const id = (last: number) => `730000000000000000${last}`
const lines = text.trim().split('\n')

describe('what Zeeschuimer caught of TikTok', () => {
  test('gives comments and the replies inside them, ids exactly, and says how many were not caught', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'export.ndjson', text })
    expect({ format, read }).toEqual({ format: 'zeeschuimer-tiktok', read: 4 })
    expect(problems).toMatchObject([{ row: 3, reason: 'not-a-comment', skipped: true }])
    expect(incomplete).toEqual(['1 of 3 replies were not caught: only what was opened on the page is.'])
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      [id(1), null, video],
      [id(2), id(1), video],
      [id(3), id(2), video],
    ])
    expect(comments[0]).toMatchObject({
      author: 'maren_p',
      authorId: '4242',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months and no report 👏',
      likes: 61,
      replies: 3,
      lang: 'en',
      threadTitle: 'The report on Fern ward',
    })
    expect(comments[0]?.raw).not.toContain('شكرا')
    expect(comments[1]).toMatchObject({ text: 'شكرا', likes: 0, replies: null })
    expect(comments[2]).toMatchObject({ text: '@odon Fern ward\nwaits', lang: null })
  })

  test('is the same as 4CAT gives it on, in a list, and as a page of TikTok’s own', async () => {
    // Safe: a line of the fixture.
    const items = lines.slice(0, 2).map((line) => (JSON.parse(line) as { readonly data: object }).data)
    for (const written of [
      items
        .map((item) => JSON.stringify({ ...item, __import_meta: { source_platform: 'tiktok-comments' } }))
        .join('\n'),
      `[${lines.slice(0, 2).join(',')}]`,
      JSON.stringify({ comments: items, cursor: 20, has_more: 1 }),
    ]) {
      const { format, comments } = await readExport({ text: written })
      expect([format, comments.map(({ text: own }) => own)]).toEqual([
        'zeeschuimer-tiktok',
        ['Eleven months and no report 👏', 'شكرا', '@odon Fern ward\nwaits'],
      ])
    }
  })

  test('reads what it caught of Instagram and X', async () => {
    const envelope = (source_platform: string, data: object) =>
      JSON.stringify({ item_id: '1', source_platform, data })
    const instagram = await readExport({
      text: envelope('instagram-comments', {
        comment_id: '18000000000000001',
        post_id: '31',
        parent_comment_id: '18000000000000000',
        text: 'Late again',
        created_at: 1789238527,
        comment_like_count: 3,
        user: { id: '9', unique_id: 'maren_p' },
      }),
    })
    expect(instagram).toMatchObject({
      format: 'zeeschuimer-instagram',
      comments: [
        {
          id: '18000000000000001',
          parentId: '18000000000000000',
          threadId: '31',
          likes: 3,
          author: 'maren_p',
        },
      ],
    })
    const tweet = (legacy: object) =>
      envelope('twitter.com', {
        rest_id: '401',
        legacy: {
          id_str: '401',
          conversation_id_str: '400',
          created_at: 'Sat Sep 12 18:42:07 +0000 2026',
          ...legacy,
        },
        core: { user_results: { result: { rest_id: '42', legacy: { screen_name: 'maren_p' } } } },
      })
    const x = await readExport({
      text: [
        tweet({ full_text: 'Late &amp; later', in_reply_to_status_id_str: '400', favorite_count: 2 }),
        tweet({ full_text: 'RT @odon: no', retweeted_status_result: {} }),
      ].join('\n'),
    })
    expect(x).toMatchObject({
      format: 'zeeschuimer-x',
      read: 2,
      problems: [{ reason: 'share', skipped: true }],
      comments: [
        { id: '401', parentId: '400', threadId: '400', text: 'Late & later', author: 'maren_p', likes: 2 },
      ],
    })
  })

  test('reads what it caught of X until 2023', async () => {
    const item = {
      source_platform: 'twitter.com',
      data: {
        type: 'adaptive',
        id: '1900000000000000002',
        legacy: {
          id_str: '1900000000000000002',
          created_at: 'Wed Sep 02 11:00:01 +0000 2026',
          full_text: '@maren late &amp; later',
          user_id_str: '55',
          in_reply_to_status_id_str: '1900000000000000001',
          conversation_id_str: '1900000000000000001',
        },
        user: { id_str: '55', screen_name: 'tom' },
      },
    }
    const { comments } = await readExport({ text: `${JSON.stringify(item)}\n` })
    expect(comments).toMatchObject([
      { author: 'tom', authorId: '55', parentId: '1900000000000000001', text: '@maren late & later' },
    ])
  })

  test('takes no harm from wrong types', async () => {
    const bad = [
      '{"source_platform":"tiktok-comments","data":{"cid":{},"aweme_id":[]}}',
      '[]',
      'null',
      'no json',
    ]
    const { comments, read } = await readExport({ text: [lines[0], ...bad].join('\n') })
    expect([comments.length, read]).toEqual([2, 7])
    expect(formatOf({ text: '{"source_platform":"douyin.com","data":{"id":1}}' })).toBe('jsonl')
  })
})
