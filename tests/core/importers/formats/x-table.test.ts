import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

describe('a table of tweets', () => {
  test('of an archive before 2019 gives answers their parents, and leaves out what somebody else wrote', async () => {
    const { format, comments, problems } = await readExport({ text: fixture('x-tweets.csv') })
    expect(format).toBe('x-table')
    expect(problems).toMatchObject([{ reason: 'share', skipped: true }])
    expect(comments).toMatchObject([
      {
        id: '441000000000000001',
        parentId: null,
        threadId: '441000000000000001',
        author: null,
        createdAt: '2014-03-01T12:00:00.000Z',
        text: 'Fern & Lowgate:\nthe report is late',
      },
      {
        id: '441000000000000002',
        parentId: '441000000000000001',
        threadId: '441000000000000001',
        createdAt: '2014-03-01T12:05:00.000Z',
      },
    ])
  })

  test('of twarc names authors and conversations; an id that a spreadsheet has rounded is none', async () => {
    const { format, comments, problems } = await readExport({
      text: `id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,author_id,created_at,text,lang,public_metrics.like_count,public_metrics.reply_count,author.name,author.username
1900000000000000002,1900000000000000001,1900000000000000001.0,,55,2026-09-02T11:00:01.000Z,شكرا &amp; when,ar,3,1,Ödön P,odon
1.9E+18,1900000000000000001,,,55,2026-09-02T11:00:02.000Z,Late,und,0,0,Ödön P,odon
1900000000000000004,1900000000000000004,,1900000000000000001,55,2026-09-02T11:01:01.000Z,RT @maren_p: late,en,0,0,Ödön P,odon
`,
    })
    expect(format).toBe('x-table')
    expect(problems).toMatchObject([{ row: 4, reason: 'share' }])
    expect(comments).toMatchObject([
      {
        id: '1900000000000000002',
        parentId: '1900000000000000001',
        threadId: '1900000000000000001',
        author: 'odon',
        authorId: '55',
        createdAt: '2026-09-02T11:00:01.000Z',
        text: 'شكرا & when',
        lang: 'ar',
        likes: 3,
        replies: 1,
        url: 'https://x.com/odon/status/1900000000000000002',
      },
      { id: null, text: 'Late', lang: null },
    ])
  })

  test('is not any table with a text and a time', () => {
    expect(formatOf({ text: 'tweet_id,timestamp,text\n1,2026-09-02,Late\n' })).toBe('csv')
  })
})
