import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

describe('a Reddit data request', () => {
  test('gives one’s own comments, with what they answer', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('reddit-comments.csv') })
    expect({ format, problems, read }).toEqual({ format: 'reddit-request', problems: [], read: 3 })
    expect(comments[0]).toMatchObject({
      row: 2,
      id: 'e001',
      parentId: null,
      threadId: '1lowg8',
      author: null,
      createdAt: '2014-05-19T18:11:40.000Z',
      createdOriginal: '2014-05-19 18:11:40 UTC',
      text: 'The "Fern ward" report,\na year late.\n\nشكرا 👏',
      likes: null,
    })
    expect(comments[1]).toMatchObject({
      parentId: 'e001',
      text: '> late & later',
      url: 'https://www.reddit.com/r/lowgate/comments/1lowg8/the_report/e002/',
    })
    expect(comments[2]).toMatchObject({ parentId: null, state: 'removed-by-moderator', text: '' })
  })

  test('keeps the address one wrote from in the untouched row only', async () => {
    const { comments } = await readExport({ text: fixture('reddit-comments.csv') })
    const [{ raw, ...rest } = { raw: '' }] = comments
    expect(raw).toContain('192.0.2.7')
    expect(JSON.stringify(rest)).not.toContain('192.0.2.7')
  })

  test('gives one’s own posts', async () => {
    const { comments } = await readExport({ text: fixture('reddit-posts.csv') })
    expect(comments.map(({ id, threadId, kind, text }) => [id, threadId, kind, text])).toEqual([
      ['t3_1lowg8', '1lowg8', 'post', 'The report'],
      ['t3_1lowg9', '1lowg9', 'post', 'Mine\n\nTwo\nlines'],
    ])
  })

  test('leaves out letters and chats, and counts them', async () => {
    const letters =
      'id,permalink,thread_id,date,ip,from,to,subject,body\nm1,,m0,2014-05-19 18:00:00 UTC,,maren,otter,Hello,Secret\n'
    const chats =
      'message_id,created_at,updated_at,username,message,channel_url\nx1,2024-01-01 00:00:00 UTC,,maren,Secret,y\n'
    for (const text of [letters, chats]) {
      const { comments, problems, read } = await readExport({ text })
      expect({ comments, read }).toEqual({ comments: [], read: 1 })
      expect(problems).toMatchObject([{ reason: 'private', skipped: true }])
    }
  })
})
