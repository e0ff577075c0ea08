import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('exportcomments-facebook.csv')
const url = 'https://lowgate.example/p/1'

describe('a table of ExportComments', () => {
  test('is read from the row that holds the names, with numbers for ids and parents', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'exportcomments', read: 5 })
    expect(comments.map(({ row, id, parentId }) => [row, id, parentId])).toEqual([
      [7, '1', null],
      [8, '1-1', '1'],
      [9, '2', null],
      [10, '2-1', '2'],
    ])
    expect(comments[0]).toMatchObject({
      threadId: 'https://www.facebook.com/lowgate/posts/7001',
      author: 'Maren Plover',
      authorId: '100000000000000001',
      createdAt: '2026-09-02T11:00:01.000Z',
      text: 'Eleven months 😡\nWhy?',
      likes: 1204,
      url: 'https://www.facebook.com/7001?comment_id=1',
    })
    expect(comments[1]).toMatchObject({ author: 'Ödön', text: 'شكرا', likes: 0, url: null })
    expect(comments[2]).toMatchObject({ createdAt: '2026-12-31T00:00:00.000Z', likes: null, url: null })
    expect(comments[3]?.createdAt).toBe('2026-09-03T09:00:00.000Z')
    expect(problems).toMatchObject([{ row: 11, reason: 'no-text', skipped: true }])
    expect(incomplete).toEqual(['5 of 7 comments are in the file.'])
  })

  test('is read by semicolons under a row of one cell, and with the rows above taken away', async () => {
    const header =
      ';;Name (click to view profile);Profile ID;Date;Likes;Live video timestamp;Comment;(view source)'
    const row = '1;;Tom;ID: 3;02.09.26 11:00:01;2;;Late, again;'
    const under = await readExport({ text: `${url}\n\n${header}\n${row}\n` })
    expect(under.comments).toMatchObject([
      { id: '1', threadId: url, text: 'Late, again', createdAt: '2026-09-02T11:00:01.000Z' },
    ])
    const alone = await readExport({ name: 'fern.csv', text: `${header}\n${row}\n` })
    expect(alone.comments).toMatchObject([{ id: '1', threadId: 'fern.csv', likes: 2 }])
    const named = `Id;SubId;Name (click to view profile);Date;Likes;Comment;Link\n4;2;Tom;02.09.26 11:00:01;2;Late;\n`
    expect((await readExport({ text: named })).comments).toMatchObject([{ id: '4-2', parentId: '4' }])
  })

  test('of other networks calls its columns otherwise', async () => {
    const instagram = `Source URL,${url}\n\n,,Name,Username,Profile ID,Date,Likes,Comment,Comment Permalink\n1,,Tom,tom.l,ID: 3,2026-09-02 11:00:01,2,Late,${url}/c/1\n`
    const tiktok = `Source URL,${url}\n\n,,Name,Unique ID,Date,Likes,Comment\n1,,Tom,tom_l,2026-09-02 11:00:01,26.5K,Late\n`
    const x = `Source URL,${url}\n\n,,Name,Username,Date,Favorites,Tweet Text,Status URL,Author Followers,Is Retweet?\n1,,Tom,tom_l,2026-09-02 11:00:01,2,Late,${url}/s/1,9,No\n2,,Tom,tom_l,2026-09-02 11:00:01,2,RT @a: Late,${url}/s/2,9,Yes\n`
    const expected = {
      id: '1',
      threadId: url,
      author: 'Tom',
      text: 'Late',
      createdAt: '2026-09-02T11:00:01.000Z',
    }
    const one = await readExport({ text: instagram })
    expect(one).toMatchObject({
      format: 'exportcomments',
      comments: [{ ...expected, authorId: '3', url: `${url}/c/1` }],
    })
    expect((await readExport({ text: tiktok })).comments).toMatchObject([
      { ...expected, authorId: 'tom_l', likes: 26500 },
    ])
    const third = await readExport({ text: x })
    expect(third.comments).toMatchObject([{ ...expected, likes: 2, url: `${url}/s/1` }])
    expect(third.problems).toMatchObject([{ row: 5, reason: 'share' }])
  })

  test('that comes again later, numbered anew, is known by what is written', async () => {
    const table = (...rows: readonly string[]) =>
      readExport({ text: `${url}\n,,Name (click to view profile),Date,Likes,Comment\n${rows.join('\n')}\n` })
    const first = await table('1,,Tom,02/09/2026,1,Late', '2,,Tom,02/09/2026,1,Late')
    const later = await table(
      '1,,Maren,03/09/2026,1,Here',
      '2,,Tom,02/09/2026,5,Late',
      '3,,Tom,02/09/2026,5,Late',
    )
    expect(later.comments.slice(1).map(({ key }) => key)).toEqual(first.comments.map(({ key }) => key))
    expect(new Set(later.comments.map(({ key }) => key)).size).toBe(3)
  })

  test('has its times also where the sheet counts days', async () => {
    const { comments, problems } = await readExport({
      text: ',,Name (click to view profile),Profile ID,Date,Likes,Comment,(view source)\n1,,Maren,ID: 5,46267.4583449074,3,Late,x\n',
    })
    expect(problems).toEqual([])
    expect(comments).toMatchObject([{ createdAt: '2026-09-02T11:00:01.000Z' }])
  })

  test('shows what a link formula shows', async () => {
    const formulas = `,,Name (click to view profile),Date,Likes,Comment,(view source)\n1,,"=HYPERLINK(""${url}/tom"",""Tom"")",02/09/2026,1,Late,"=HYPERLINK(""${url}"",""view"")"\n`
    expect((await readExport({ text: formulas })).comments).toMatchObject([{ author: 'Tom', url }])
  })

  test('is not any table with such columns', () => {
    expect(formatOf({ text: 'Name,Profile ID,Date,Comment\nTom,3,02/09/2026,Late\n' })).toBe('csv')
  })
})
