import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('mastodon-context.json')

describe('what Mastodon’s API gives', () => {
  test('around a post has what came before it and the answers, in one thread', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'mastodon-api', read: 3 })
    expect(incomplete).toEqual(['The file holds what is around one post, and not that post itself.'])
    expect(comments[0]).toMatchObject({
      id: '110000000000000001',
      parentId: null,
      threadId: '110000000000000001',
      author: 'maren',
      authorId: '41',
      createdAt: '2026-09-12T18:42:07.000Z',
      editedAt: '2026-09-12T18:50:00.000Z',
      text: '[CW: hospitals]\n\nThe report is late.\n\nWhy?',
      lang: 'en',
      likes: 5,
      replies: 2,
    })
    expect(comments[1]).toMatchObject({
      parentId: '110000000000000002',
      author: 'odon@other.example',
      text: '@maren شكرا 👏',
      likes: 0,
      editedAt: null,
    })
    expect(problems).toMatchObject([{ row: 3, reason: 'private', skipped: true }])
  })

  test('around a post without any is empty, which is said and no failure', async () => {
    for (const empty of [
      '{"ancestors":[],"descendants":[]}',
      '{ "ancestors" : [ ] ,\n "descendants" : [] }\n',
    ]) {
      const { format, comments, incomplete, read } = await readExport({ text: empty })
      expect({ format, comments, read }).toEqual({ format: 'mastodon-api', comments: [], read: 0 })
      expect(incomplete).toEqual([
        'The file holds nothing: the post it was asked for had nothing before it and no answers.',
      ])
    }
  })

  test('may be a list, newest first, lines, or one post; a share has no words of its own', async () => {
    const { descendants, ancestors } = JSON.parse(text) as Record<string, Record<string, unknown>[]>
    const middle = { ...ancestors?.[0], id: '110000000000000002', in_reply_to_id: '110000000000000001' }
    const share = { ...ancestors?.[0], id: '110000000000000009', content: '', reblog: ancestors?.[0] }
    const all = [share, descendants?.[0], middle, ancestors?.[0]]
    const wrappings = [
      JSON.stringify(all),
      all.map((status) => JSON.stringify(status)).join('\n'),
      JSON.stringify({ accounts: [], statuses: all, hashtags: [] }),
    ]
    for (const wrapped of wrappings) {
      const { format, comments, problems, incomplete } = await readExport({ text: wrapped })
      expect({ format, incomplete }).toEqual({ format: 'mastodon-api', incomplete: [] })
      expect(comments.map(({ id, threadId }) => [id, threadId])).toEqual([
        ['110000000000000003', '110000000000000001'],
        ['110000000000000002', '110000000000000001'],
        ['110000000000000001', '110000000000000001'],
      ])
      expect(problems).toMatchObject([{ row: 1, reason: 'share' }])
    }
    const one = await readExport({ text: JSON.stringify(ancestors?.[0], null, 2) })
    expect(one).toMatchObject({ format: 'mastodon-api', read: 1 })
  })

  test('does no harm with circles, and ids that are numbers too long for one', async () => {
    const status = (id: string, parent: string) =>
      `{"id":${id},"in_reply_to_id":${parent},"content":"x","account":{"acct":"m"},"created_at":1,"favourites_count":{}}`
    const list = `[${status('110000000000000001', '110000000000000002')},${status('110000000000000002', '110000000000000001')},${status('"a"', '"a"')},${status('"__proto__"', '"constructor"')},${status('3', '110000000000000001')},null,5]`
    const { comments, read } = await readExport({ text: list })
    expect(read).toBe(7)
    expect(comments.map(({ id }) => id)).toEqual([
      '110000000000000001',
      '110000000000000002',
      'a',
      '__proto__',
      '3',
    ])
    expect(formatOf({ text: '{"ancestors":1,"descendants":2}' })).not.toBe('mastodon-api')
  })
})
