import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('4cat.csv')
const video = '7300111222333444555'

describe('a table of 4CAT', () => {
  test('goes by the time since 1970, and puts comments on comments where they belong', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, problems, incomplete, read }).toEqual({
      format: '4cat',
      problems: [],
      incomplete: [],
      read: 2,
    })
    expect(comments).toMatchObject([
      {
        row: 2,
        id: '7300000000000000001',
        parentId: null,
        threadId: video,
        author: '3f9c0b1e7a',
        createdAt: '2026-09-12T18:42:07.000Z',
        text: 'Eleven months,\nno report 👏',
        likes: 61,
        replies: 1,
        lang: 'en',
        kind: 'comment',
      },
      {
        id: '7300000000000000002',
        parentId: '7300000000000000001',
        threadId: video,
        text: 'شكرا "Fern"',
        likes: 0,
        replies: null,
        createdAt: '2026-09-12T18:43:20.000Z',
      },
    ])
  })

  test('reads boards and forums: the opening post, answers, authors that are hidden', async () => {
    const board = await readExport({
      text: 'id,thread_id,subject,body,author,timestamp,unix_timestamp,parent_id\n10,10,Fern ward,Late again,,2026-09-12 20:42:07,1789238527,\n11,10,,And?,b2f1,2026-09-12 20:42:08,,10\n12,10,,,b2f1,2026-09-12 20:42:08,1789238529,10\n',
    })
    expect(board).toMatchObject({
      format: '4cat',
      read: 3,
      problems: [{ row: 4, reason: 'no-text', skipped: true }],
    })
    expect(board.comments).toMatchObject([
      { id: '10', threadId: '10', parentId: null, kind: 'post', threadTitle: 'Fern ward', author: null },
      { id: '11', threadId: '10', parentId: '10', kind: 'comment', createdAt: '2026-09-12T20:42:08.000Z' },
    ])
  })

  test('of Reddit names parents with their kind, and keeps the places of what is gone', async () => {
    const { format, comments, problems } = await readExport({
      text: `thread_id,id,timestamp,body,subject,author,author_flair,post_flair,domain,url,image_file,image_md5,subreddit,parent,score,unix_timestamp
abc1,abc1,2026-09-12 20:42:07,Eleven months,Fern ward,maren,,,self.lowgate,https://lowgate.example/1,,,lowgate,,61,1789238527
abc1,c1,2026-09-12 20:43:07,And no report,,tove,,,,,,,lowgate,t3_abc1,4,1789238587
abc1,c2,2026-09-12 20:44:07,Shameful,,ida,,,,,,,lowgate,t1_c1,1,1789238647
abc1,c3,2026-09-12 20:45:07,[removed],,[deleted],,,,,,,lowgate,t1_c2,1,1789238707
`,
    })
    expect({ format, problems }).toEqual({ format: '4cat', problems: [] })
    expect(comments).toMatchObject([
      { id: 'abc1', kind: 'post', parentId: null, likes: 61 },
      { id: 'c1', parentId: null, threadId: 'abc1', text: 'And no report' },
      { id: 'c2', parentId: 'c1' },
      { id: 'c3', parentId: 'c2', text: '', state: 'removed-by-moderator', author: null },
    ])
  })

  test('of X leaves retweets out, and has three characters escaped', async () => {
    const { comments, problems } = await readExport({
      text: `id,thread_id,timestamp,unix_timestamp,body,author,author_fullname,author_id,language_guess,like_count,reply_count,is_retweet,is_reply,replied_user
1900000000000000001,1900000000000000001,2026-09-12 20:42:07,1789238527,Fern &amp; Lowgate,maren,Maren,55,en,3,1,no,no,
1900000000000000002,1900000000000000001,2026-09-12 20:43:07,1789238587,RT @maren: Fern,ida,Ida,56,en,0,0,yes,no,
1900000000000000003,1900000000000000001,2026-09-12 20:44:07,1789238647,@maren when?,ida,Ida,56,en,0,0,no,yes,maren
`,
    })
    expect(problems).toMatchObject([{ row: 3, reason: 'share', skipped: true }])
    expect(comments).toMatchObject([
      { id: '1900000000000000001', text: 'Fern & Lowgate', author: 'maren', authorId: '55', likes: 3 },
      { id: '1900000000000000003', parentId: null, threadId: '1900000000000000001' },
    ])
  })

  test('of Telegram has numbers for authors, and what somebody else wrote is left out', async () => {
    const { comments, problems } = await readExport({
      text: `id,thread_id,chat,author,author_username,author_name,body,reply_to,views,timestamp,unix_timestamp,timestamp_edited,unix_timestamp_edited,author_forwarded_from_name,author_forwarded_from_username
10,lowgate,lowgate,777,,Maren F,Where is it?,,12,2026-09-12 20:42:07,1789238527,2026-09-12 20:43:07,1789238587,,
11,lowgate,lowgate,778,ida,Ida,Nobody knows,10,12,2026-09-12 20:44:07,1789238647,,,,
12,lowgate,lowgate,778,ida,Ida,The report is late,,12,2026-09-12 20:45:07,1789238707,,,The Fern Post,fernpost
`,
    })
    expect(problems).toMatchObject([{ row: 4, reason: 'share', skipped: true }])
    expect(comments).toMatchObject([
      { id: '10', author: 'Maren F', authorId: '777', editedAt: '2026-09-12T18:43:07.000Z' },
      { id: '11', author: 'ida', authorId: '778', parentId: '10', threadId: 'lowgate' },
    ])
  })
})
