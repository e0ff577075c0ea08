import { describe, expect, test } from 'vitest'
import { textOfSegments } from '../../../../core/importers/parts/takeout-text.ts'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('youtube-takeout.csv')
const channel = 'UCmarenploverlowgate0001'
const ids = (comments: readonly { id: string | null; parentId: string | null; threadId: string | null }[]) =>
  comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])
const expectedIds = [
  ['UgxLowgate11AaABAg', null, 'LowgateFern'],
  ['UgxLowgate11AaABAg.9xFern', 'UgxLowgate11AaABAg', 'LowgateFern'],
  ['UgxLowgate12AaABAg', null, 'UgkxFernWardPost'],
]

describe('comments from Google Takeout', () => {
  test('gives somebody’s own comments, their texts put together from segments', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({
      name: 'comments(1).csv',
      text,
    })
    expect({ format, problems, incomplete, read }).toEqual({
      format: 'youtube-takeout',
      problems: [],
      incomplete: [],
      read: 3,
    })
    expect(ids(comments)).toEqual(expectedIds)
    expect(comments[0]).toMatchObject({
      row: 2,
      author: null,
      authorId: channel,
      createdAt: '2026-09-12T18:42:07.434Z',
      text: 'Eleven months, and > nothing\r\nكان أبي في الجناح 👩‍👧 "really"',
      likes: null,
      url: 'https://www.youtube.com/watch?v=LowgateFern&lc=UgxLowgate11AaABAg',
    })
    expect(comments[1]).toMatchObject({
      createdAt: '2026-09-12T19:00:00.000Z',
      text: '@odon see https://lowgate.example/minutes',
    })
    expect(comments[2]).toMatchObject({ url: 'https://www.youtube.com/post/UgkxFernWardPost' })
  })

  test('is known with small letters and in another order, and by shape in any language or without names', async () => {
    const [names = ''] = text.split('\r\n')
    const rest = text.slice(names.length)
    const german =
      'Kommentar-ID,Kanal-ID,Zeitstempel,Preis,ID des übergeordneten Kommentars,Beitrags-ID,Video-ID,Kommentartext,ID oben'
    for (const first of [names.toLowerCase(), german, 'a,b,c,d,e,f,g,h,i']) {
      const { format, comments } = await readExport({ text: first + rest })
      expect([format, ids(comments)]).toEqual(['youtube-takeout', expectedIds])
    }
    const without = await readExport({ text: rest.trimStart() })
    expect([without.format, ids(without.comments)]).toEqual(['youtube-takeout', expectedIds])
  })

  test.each([
    [
      '2023',
      'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text',
      `Ug1.9x,${channel},2023-09-19T17:42:53.434647+00:00,0,Ug1,LowgateFern,"{""takeoutSegments"":[{""text"":""a""},{""text"":"" b""}]}"`,
    ],
    [
      '2024',
      'Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text',
      `${channel},2023-09-19T17:42:53.434647+00:00,0,Ug1.9x,Ug1,LowgateFern,"{""text"":""a""},{""text"":"" b""}"`,
    ],
    [
      '2024 in French',
      'Identifiant de chaîne,Horodatage,Prix,Identifiant,Parent,Vidéo,Texte',
      `${channel},2023-09-19T17:42:53.434647+00:00,0,Ug1.9x,Ug1,LowgateFern,"{""text"":""a""},{""text"":"" b""}"`,
    ],
    [
      'plain',
      'Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Video ID,Comment text',
      `Ug1.9x,${channel},2023-09-19T17:42:53.434647+00:00,0,Ug1,LowgateFern,a b`,
    ],
  ])('reads the vintage of %s', async (_, names, row) => {
    const { format, comments } = await readExport({ text: `${names}\r\n${row}\r\n\r\n\r\n` })
    expect(format).toBe('youtube-takeout')
    expect(comments).toMatchObject([
      {
        id: 'Ug1.9x',
        parentId: 'Ug1',
        threadId: 'LowgateFern',
        authorId: channel,
        text: 'a b',
        createdAt: '2023-09-19T17:42:53.434Z',
      },
    ])
  })

  test('is known by its shape also where the first comment has no words', async () => {
    const channel = `UC${'x'.repeat(22)}`
    const row = (id: string, text: string) =>
      `${id},${channel},2026-09-02T11:00:01.123456+00:00,0,,,LowgateFern,${text},`
    const { format, comments, problems } = await readExport({
      text: `Ідентифікатор,Канал,Час,Ціна,Батьківський,Допис,Відео,Текст,Верхній\r\n${row('Ug1', '""')}\r\n${row('Ug2', '"{""text"":""Де звіт?""}"')}\r\n${row('Ug3', '"{""text"":""Коли?""}"')}\r\n`,
    })
    expect(format).toBe('youtube-takeout')
    expect(problems).toMatchObject([{ row: 2, reason: 'no-text' }])
    expect(comments).toMatchObject([
      { id: 'Ug2', text: 'Де звіт?', threadId: 'LowgateFern' },
      { id: 'Ug3', text: 'Коли?' },
    ])
  })

  test('reads live chat, and finds the channel’s name in the table beside', async () => {
    const { format, comments } = await readExport({
      text: `Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text\r\nUgwC1,${channel},2018-09-02T05:16:35.510381+00:00,0,LowgateFern,"{""takeoutSegments"":[{""text"":""hello""}]}"\r\n`,
      others: {
        'Takeout/YouTube/channels/channel.csv': `Channel ID,Channel Country,Channel Title (Original),Channel Visibility\n${channel},GB,"Maren, of Lowgate",Public\n`,
      },
    })
    expect(format).toBe('youtube-takeout')
    expect(comments).toMatchObject([
      { id: 'UgwC1', parentId: null, threadId: 'LowgateFern', text: 'hello', author: 'Maren, of Lowgate' },
    ])
  })

  test('reads segments whose quotes were not escaped, and says so', async () => {
    expect(textOfSegments('{"takeoutSegments":[{"text":""think" twice"},{"text":"\\nor not"}]}')).toEqual({
      text: '"think" twice\nor not',
      isDoubtful: true,
    })
    expect(textOfSegments('{ no segments')).toEqual({ text: '{ no segments', isDoubtful: false })
  })

  test('leaves out a row that ends before its text', async () => {
    const { comments, problems, read } = await readExport({
      text: `${text.trimEnd()}\r\nUgx9,${channel}\r\n`,
    })
    expect(comments).toHaveLength(3)
    expect(read).toBe(4)
    expect(problems).toMatchObject([{ reason: 'too-few-cells', skipped: true }])
    expect(formatOf({ text: 'comment id,text\n1,two\n' })).toBe('csv')
  })
})
