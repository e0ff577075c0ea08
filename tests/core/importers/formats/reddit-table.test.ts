import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

describe('a table of Reddit comments', () => {
  test('has parents and threads without what Reddit writes before their ids', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('reddit-table.csv') })
    expect({ format, problems, read }).toEqual({ format: 'reddit-table', problems: [], read: 4 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['e1', null, 'p1'],
      ['e2', 'e1', 'p1'],
      ['e3', 'e2', 'p1'],
      ['e4', null, 'p2'],
    ])
    expect(comments).toMatchObject([
      {
        row: 2,
        author: 'maren',
        text: 'Late & later, > all',
        createdAt: '2026-09-12T18:42:07.000Z',
        editedAt: null,
        likes: 12,
        state: 'visible',
        url: 'https://www.reddit.com/r/lowgate/comments/p1/x/e1/',
      },
      {
        author: null,
        text: '',
        state: 'removed-by-moderator',
        likes: null,
        editedAt: '2026-09-12T18:45:00.000Z',
      },
      { author: 'Ödön', text: 'Two\nlines 👏 شكرا', createdAt: '2026-09-12T18:50:00.000Z', likes: -4 },
      { text: 'None', likes: null },
    ])
  })

  test('ties with what the dumps have of the same comments', async () => {
    const line = {
      id: 'e1',
      body: 'Late',
      link_id: 't3_p1',
      parent_id: 't3_p1',
      created_utc: 1789238527,
      subreddit: 'lowgate',
    }
    const [table, dump] = [
      await readExport({ text: fixture('reddit-table.csv') }),
      await readExport({ text: `${JSON.stringify(line)}\n` }),
    ]
    expect(dump.format).toBe('reddit-dump')
    expect(table.comments[0]?.key).toBe(dump.comments[0]?.key)
  })

  test('may hold posts', async () => {
    const text =
      'id;title;selftext;created_utc;num_comments;score\np1;"The &amp; report";[deleted];1789238527;3;7\np2;None;Why?;1789238527;nan;nan\n'
    const { format, comments } = await readExport({ text })
    expect(format).toBe('reddit-table')
    expect(comments).toMatchObject([
      { id: 't3_p1', kind: 'post', threadId: 'p1', text: 'The & report', replies: 3, likes: 7 },
      { id: 't3_p2', threadTitle: 'None', text: 'None\n\nWhy?', replies: null, likes: null },
    ])
  })

  test('may hold a post above its comments', async () => {
    const text =
      'id,parent_id,link_id,author,title,body,created_utc\np1,,,maren,The report,Late?,1789238527\ne1,t3_p1,t3_p1,tom,,Yes,1789238600\n'
    const { comments } = await readExport({ text })
    expect(comments).toMatchObject([
      { id: 't3_p1', kind: 'post', threadId: 'p1', text: 'The report\n\nLate?' },
      { id: 'e1', kind: 'comment', threadId: 'p1', parentId: null, text: 'Yes' },
    ])
  })
})
