import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('tiktok-scraper.csv')
const video = '7300111222333444555'
const names =
  'Comment Number (ID),Nickname,User @,User URL,Comment Text,Time,Likes,Profile Picture URL,Is 2nd Level Comment,User Replied To,Number of Replies'

describe('a scraped TikTok table', () => {
  test('finds its names below the post, and says how much was not collected', async () => {
    const { format, comments, incomplete, read } = await readExport({ name: 'comments.csv', text })
    expect({ format, read }).toEqual({ format: 'tiktok-scraper', read: 6 })
    expect(incomplete).toEqual(['6 of 2771 comments were collected, as the file itself says.'])
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['1', null, video],
      ['2', '1', video],
      ['3', '2', video],
      ['4', null, video],
      ['5', null, video],
    ])
    expect(comments[0]).toMatchObject({
      author: 'Maren, P',
      authorId: 'maren_p',
      createdAt: '2026-09-12T00:00:00.000Z',
      createdOriginal: '12-9-2026',
      text: 'Eleven months, "late"\nand no report',
      likes: 26500,
      replies: 2,
      threadTitle: 'The report on Fern ward is late,\nand we are sorry',
      url: `https://www.tiktok.com/@lowgate/video/${video}`,
    })
    expect(comments[2]).toMatchObject({ text: '🙄', author: 'Ward', likes: 1 })
  })

  test('puts texts with bare commas together again, and reports it', async () => {
    const { comments, problems } = await readExport({ text })
    expect(comments[1]).toMatchObject({
      text: 'شكرا, and why, though?',
      createdAt: '2026-09-12T00:00:00.000Z',
      likes: 0,
      author: 'Ödön',
    })
    expect(comments[3]).toMatchObject({ author: 'Odd, name', authorId: 'odd', text: 'one, two', likes: 2 })
    expect(comments[4]).toMatchObject({ text: 'cut off here', likes: null, createdAt: null })
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [16, 'rounded-number', false],
      [17, 'too-many-cells', false],
      [19, 'too-many-cells', false],
      [20, 'too-few-cells', false],
      [21, 'too-few-cells', true],
    ])
  })

  test('goes by numbers such as 3-1, and by the table alone where nothing stands above', async () => {
    const rows = [
      '1,Maren,maren_p,,First,12-9-2026,1,,No,---,1',
      '1-1,Odon,odon,,Second,12-9-2026,1,,Yes,Maren,0',
      '1-2,Ward,ward,,Third,12-9-2026,1,,Yes,Somebody else,0',
      '2,Maren,maren_p,,Fourth,12-9-2026,1,,No,---,0',
    ]
    const { format, comments, incomplete } = await readExport({
      name: 'lowgate.csv',
      text: `\uFEFF${names}\n${rows.join('\n')}\n`.slice(1),
    })
    expect({ format, incomplete }).toEqual({ format: 'tiktok-scraper', incomplete: [] })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['1', null, 'lowgate'],
      ['1-1', '1', 'lowgate'],
      ['1-2', '1', 'lowgate'],
      ['2', null, 'lowgate'],
    ])
  })

  test('is the same from a spreadsheet, whose rows are padded with empty cells', async () => {
    const pad = (row: string) => row + ','.repeat(10 - row.split(',').length + 1)
    const preamble = [
      `Post URL,https://www.tiktok.com/@lowgate/video/${video}`,
      'Description,Late',
      '"Total Comments (actual, in this list)",967',
      'Total Comments (which TikTok tells you; too high),2771',
    ].map(pad)
    const { format, comments, incomplete } = await readExport({
      text: `${[...preamble, names, '1,Maren,maren_p,,First,12.09.26,1,,No,---,0,,,'].join('\r\n')}\r\n`,
    })
    expect(format).toBe('tiktok-scraper')
    expect(comments).toMatchObject([{ id: '1', threadId: video, threadTitle: 'Late', text: 'First' }])
    expect(incomplete).toEqual(['967 of 2771 comments were collected, as the file itself says.'])
  })
})
