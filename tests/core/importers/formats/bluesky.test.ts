import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('bluesky-thread.json')
const post = (who: string, key: string) => `at://did:plc:${who}/app.bsky.feed.post/${key}`

describe('a Bluesky thread', () => {
  test('gives what a post answers first, then it, then the answers', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'bluesky', read: 5 })
    expect(comments.map(({ row, id, parentId }) => [row, id, parentId])).toEqual([
      [1, post('fern', '3k1'), null],
      [2, post('maren', '3k2'), post('fern', '3k1')],
      [3, post('odon', '3k3'), post('maren', '3k2')],
      [4, post('gone', '3k4'), post('odon', '3k3')],
    ])
    expect(comments.every(({ threadId }) => threadId === post('fern', '3k1'))).toBe(true)
    expect(comments[0]).toMatchObject({ author: 'did:plc:fern', authorId: 'did:plc:fern', lang: null })
    expect(comments[1]).toMatchObject({
      author: 'maren.example',
      authorId: 'did:plc:maren',
      createdAt: '2026-09-12T18:42:07.123Z',
      text: 'Eleven months late.\nWhy?',
      lang: 'en',
      likes: 3,
      replies: 4,
      url: 'https://bsky.app/profile/did:plc:maren/post/3k2',
    })
    expect(comments[2]).toMatchObject({ text: 'شكرا 👏', likes: 0 })
    expect(comments[3]).toMatchObject({ state: 'deleted-by-author', text: '' })
    expect(problems).toMatchObject([{ row: 5, reason: 'no-text', skipped: true }])
    expect(incomplete).toEqual([
      'Posts that were gone when the file was made: 1.',
      'Posts that were hidden from whoever made the file: 1.',
      'Answers that posts count and the file does not hold: 2.',
    ])
    expect(JSON.parse(comments[1]?.raw ?? '')).not.toHaveProperty('replies')
  })

  test('may be a list of its posts, as newer services give it', async () => {
    const { thread } = JSON.parse(text) as { thread: { post: unknown } }
    const item = (value: unknown, uri: string) => ({ uri, depth: 0, value })
    const list = [
      item({ $type: 'app.bsky.unspecced.defs#threadItemPost', post: thread.post }, post('maren', '3k2')),
      item({ $type: 'app.bsky.unspecced.defs#threadItemNotFound' }, post('gone', '3k4')),
      item({ $type: 'app.bsky.unspecced.defs#threadItemBlocked', author: {} }, post('shut', '3k5')),
    ]
    const { format, comments, read } = await readExport({ text: JSON.stringify({ thread: list }) })
    expect({ format, read }).toEqual({ format: 'bluesky', read: 3 })
    expect(comments.map(({ id, state }) => [id, state])).toEqual([
      [post('maren', '3k2'), 'visible'],
      [post('gone', '3k4'), 'deleted-by-author'],
    ])
  })
})

describe('Bluesky posts', () => {
  const record = {
    $type: 'app.bsky.feed.post',
    text: 'Late 🙃',
    createdAt: '2026-09-12T18:00:00Z',
    reply: { root: { uri: post('fern', '3k1') }, parent: { uri: post('odon', '3k3') } },
  }
  const found = {
    id: post('maren', '3k9'),
    parentId: post('odon', '3k3'),
    threadId: post('fern', '3k1'),
    authorId: 'did:plc:maren',
    text: 'Late 🙃',
  }

  test('may come as a feed, a search, a list of records, or lines of the stream', async () => {
    const view = { uri: post('maren', '3k9'), author: { did: 'did:plc:maren', handle: 'm.example' }, record }
    const commit = { operation: 'create', collection: 'app.bsky.feed.post', rkey: '3k9', record }
    const wrappings = [
      JSON.stringify({ feed: [{ post: view }] }),
      JSON.stringify({ posts: [view], hitsTotal: 1 }, null, 2),
      JSON.stringify({ records: [{ uri: post('maren', '3k9'), cid: 'b', value: record }] }),
      `${JSON.stringify({ did: 'did:plc:maren', time_us: 1, kind: 'commit', commit })}\n`,
      `${JSON.stringify(view)}\n${JSON.stringify(view)}\n`,
      JSON.stringify([view]),
    ]
    for (const wrapped of wrappings) {
      const { format, comments } = await readExport({ text: wrapped })
      expect(format, wrapped).toBe('bluesky')
      expect(comments[0], wrapped).toMatchObject(found)
    }
  })

  test('leave out what is passed on, and likes; say that more pages follow', async () => {
    const view = { uri: post('maren', '3k9'), author: { did: 'did:plc:maren' }, record }
    const feed = {
      feed: [{ post: view, reason: { $type: 'app.bsky.feed.defs#reasonRepost' } }, { post: view }],
      cursor: '2026-09-12T18:00:00Z',
    }
    const { comments, problems, incomplete } = await readExport({ text: JSON.stringify(feed) })
    expect(comments).toHaveLength(1)
    expect(problems).toMatchObject([{ row: 1, reason: 'share' }])
    expect(incomplete).toEqual(['The file is one page of several: it names a next one.'])
    const like = { $type: 'app.bsky.feed.like', createdAt: '2026-09-12T18:00:00Z', text: 'x' }
    const lines = [record, like, null, 7].map((one) => JSON.stringify(one)).join('\n')
    const read = await readExport({ text: lines })
    expect(read.problems.map(({ reason }) => reason)).toEqual([
      'not-a-comment',
      'not-an-object',
      'not-an-object',
    ])
  })

  test('may have the names that a library for Python, and 4CAT, give', async () => {
    const post = {
      py_type: 'app.bsky.feed.defs#postView',
      uri: 'at://did:plc:tom/app.bsky.feed.post/3k2',
      author: { did: 'did:plc:tom', handle: 'tom.example', display_name: 'Tom' },
      record: {
        py_type: 'app.bsky.feed.post',
        created_at: '2026-09-02T11:00:01Z',
        text: 'Late',
        langs: ['en'],
        reply: {
          parent: { uri: 'at://did:plc:maren/app.bsky.feed.post/3k1' },
          root: { uri: 'at://did:plc:maren/app.bsky.feed.post/3k1' },
        },
      },
      like_count: 2,
      reply_count: 1,
    }
    const { format, comments } = await readExport({ text: `${JSON.stringify(post)}\n` })
    expect(format).toBe('bluesky')
    expect(comments).toMatchObject([
      {
        id: 'at://did:plc:tom/app.bsky.feed.post/3k2',
        parentId: 'at://did:plc:maren/app.bsky.feed.post/3k1',
        threadId: 'at://did:plc:maren/app.bsky.feed.post/3k1',
        author: 'tom.example',
        createdAt: '2026-09-02T11:00:01.000Z',
        text: 'Late',
        likes: 2,
        replies: 1,
      },
    ])
  })

  test('are not taken for such by an address alone', () => {
    expect(formatOf({ text: '{"thread":{"title":"app.bsky.feed"},"posts":[1]}' })).not.toBe('bluesky')
  })
})
