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
})
