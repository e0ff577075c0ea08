import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

describe('comments.csv of Coral’s importer', () => {
  const text = fixture('coral-comments.csv')
  const others = {
    'users.csv':
      'u-1,m@lowgate.example,Maren Plover,COMMENTER,false,2026-01-01\nu-2,o@lowgate.example,Ödön,,,\n',
    'stories.csv':
      's-9,https://lowgate.example/report,The delayed report,,,,\ns-10,https://lowgate.example/parking,,,,,\n',
  }

  test('has no names above its columns and is known by their shape, and takes names and titles from beside it', async () => {
    const { format, comments, problems, read } = await readExport({ name: 'x.txt', text, others })
    expect({ format, read, count: comments.length }).toEqual({ format: 'coral-importer', read: 5, count: 4 })
    expect(comments[0]).toMatchObject({
      row: 1,
      id: 'c-501',
      parentId: null,
      threadId: 's-9',
      threadTitle: 'The delayed report',
      author: 'Maren Plover',
      authorId: 'u-1',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months late.\nWhy, "Lowgate"?',
      url: 'https://lowgate.example/report',
      likes: null,
    })
    expect(
      comments.map(({ id, parentId, threadTitle, author, state }) => [
        id,
        parentId,
        threadTitle,
        author,
        state,
      ]),
    ).toEqual([
      ['c-501', null, 'The delayed report', 'Maren Plover', 'visible'],
      ['c-502', 'c-501', 'The delayed report', 'Ödön', 'visible'],
      ['c-503', 'c-502', 'The delayed report', null, 'removed-by-moderator'],
      ['c-504', null, 'https://lowgate.example/parking', null, 'held'],
    ])
    expect(comments[1]?.text).toBe('شكرا لك 👏\nsecond line')
    expect(comments[2]?.text).toBe('Kosten der Station “Fern” & mehr')
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([[5, 'no-text']])
    expect(JSON.parse(comments[3]?.raw ?? '')).toMatchObject({ id: 'c-504', body: '待っている', rating: '5' })
  })

  test('is read without the files beside it, without the rating of later versions, and with names above', async () => {
    const old = text.replaceAll(/,[45]?$/gm, '')
    expect((await readExport({ text: old })).comments.map(({ id }) => id)).toEqual([
      'c-501',
      'c-502',
      'c-503',
      'c-504',
    ])
    const names = 'id,author_id,story_id,created_at,body,parent_id,status,rating\n'
    const { format, comments, read } = await readExport({ text: names + text })
    expect({ format, read, first: comments[0]?.id }).toEqual({
      format: 'coral-importer',
      read: 5,
      first: 'c-501',
    })
  })

  test('is not any table of eight columns', () => {
    expect(formatOf({ text: 'a,b,c,2026-09-12,hello,,yes,1\na,b,c,2026-09-12,hello,,no,1\n' })).toBe('csv')
    expect(
      formatOf({ text: 's-9,https://lowgate.example/report,The report,Kestrel,2026-09-12,,COMMENTS\n' }),
    ).toBe('csv')
  })
})

describe('my_comments.csv of Coral', () => {
  const text = fixture('coral-my-comments.csv')

  test('has times in the order that all of its dates fit, and lines that stay', async () => {
    const { format, comments, problems } = await readExport({ text })
    expect({ format, problems }).toEqual({ format: 'coral-my-comments', problems: [] })
    expect(comments.map(({ id, createdAt, createdOriginal }) => [id, createdAt, createdOriginal])).toEqual([
      // Some languages call midnight 24.
      ['c-601', '2026-09-12T00:02:07.000Z', '9/12/2026, 24:02:07'],
      ['c-602', '2026-09-13T07:15:00.000Z', '9/13/2026, 07:15:00'],
      ['c-603', '2026-10-01T18:30:59.000Z', '10/1/2026, 18:30:59'],
    ])
    expect(comments.map((comment) => comment.text)).toEqual([
      'Eleven months late.\n\nWho & why? 3 < 5',
      'شكرا\n\n👏',
      'Öffnet “Fern ward” wieder?',
    ])
    expect(comments[0]).toMatchObject({
      author: null,
      threadId: 'https://lowgate.example/report',
      url: 'https://lowgate.example/report?commentID=c-601',
    })
  })

  const withTimes = (...times: readonly string[]) =>
    `Comment ID,Published Timestamp,Article URL,Comment URL,Comment Text\n${times
      .map((time, place) => `c-${place},"${time}",https://lowgate.example/a,,Late`)
      .join('\n')}\n`

  test.each([
    ['12.9.2026, 18:42:07', '2026-09-12T18:42:07.000Z'],
    ['12.9.2026 klo 18.42.07', '2026-09-12T18:42:07.000Z'],
    ['12-9-2026 18:42:07', '2026-09-12T18:42:07.000Z'],
    ['2026-09-12 18:42:07', '2026-09-12T18:42:07.000Z'],
    ['2026. 09. 12. 18:42:07', '2026-09-12T18:42:07.000Z'],
    ['١٢\u200f/٩\u200f/٢٠٢٦, ١٨:٤٢:٠٧', null],
    ['13/9/2026 18:42:07', '2026-09-13T18:42:07.000Z'],
    ['9/9/2026, 18:42:07', '2026-09-09T18:42:07.000Z'],
    ['9/12/2026, 18:42:07', null],
    ['9/13/2026, 6:42:07 PM', '2026-09-13T18:42:07.000Z'],
    ['9/13/2026, 12:42:07\u202fAM', '2026-09-13T00:42:07.000Z'],
    ['13/9/2026, 12:42:07 p. m.', '2026-09-13T12:42:07.000Z'],
    ['2026/9/13 下午6:42:07', '2026-09-13T18:42:07.000Z'],
    ['13/9/2026, 6:42:07 م', '2026-09-13T18:42:07.000Z'],
    ['31.2.2026, 18:42:07', null],
    ['yesterday', null],
  ])('with “%s” for a time is read as %s, and never by a guess', async (time, expected) => {
    const { comments, problems } = await readExport({ text: withTimes(time) })
    expect(comments[0]?.createdAt).toBe(expected)
    expect(problems.map(({ reason }) => reason)).toEqual(expected === null ? ['bad-time'] : [])
  })

  test('is sorted: the order in which times go up is the right one', async () => {
    const { comments } = await readExport({
      text: withTimes('1/9/2026, 10:00:00', '2/9/2026, 10:00:00', '3/8/2026, 10:00:00'),
    })
    expect(comments.map(({ createdAt }) => createdAt?.slice(0, 10))).toEqual([
      '2026-01-09',
      '2026-02-09',
      '2026-03-08',
    ])
  })
})

describe('documents of Coral’s database', () => {
  const text = fixture('coral-documents.jsonl')
  const others = {
    'users.jsonl': '{"id":"u-1","username":"Maren Plover"}\n{"id":"u-2","username":"Ödön"}\n',
    'stories.json':
      '[{"id":"s-9","url":"https://lowgate.example/report","metadata":{"title":"The delayed report"}}]',
  }

  test('give the last revision, parents by the nearest ancestor, and flags as reports', async () => {
    const { format, comments, read, problems } = await readExport({ text, others })
    expect({ format, read, problems }).toEqual({ format: 'coral-documents', read: 3, problems: [] })
    expect(comments[0]).toMatchObject({
      id: 'd-701',
      parentId: null,
      threadId: 's-9',
      threadTitle: 'The delayed report',
      author: 'Maren Plover',
      createdAt: '2026-09-12T18:42:07.000Z',
      editedAt: '2026-09-12T18:50:00.500Z',
      text: 'Eleven months late.\nWhy? 👏',
      reports: 3,
      likes: 7,
      replies: 1,
      url: 'https://lowgate.example/report?commentID=d-701',
    })
    expect(comments[0]?.raw).toBe(text.split('\n')[0])
    expect(comments[1]).toMatchObject({
      parentId: 'd-701',
      createdAt: '2026-09-12T18:43:11.000Z',
      text: 'تأخر التقرير & لا أحد يجيب',
      reports: 2,
      state: 'removed-by-moderator',
      editedAt: null,
    })
    expect(comments[2]).toMatchObject({
      parentId: 'd-702',
      text: '',
      state: 'deleted-by-author',
      author: null,
    })
  })

  test('may be a list, and be those of Talk, which came before', async () => {
    const { format, comments } = await readExport({ text: fixture('coral-talk.json') })
    expect(format).toBe('coral-documents')
    expect(
      comments.map(({ id, parentId, threadId, text: own, state, reports, likes }) => [
        id,
        parentId,
        threadId,
        own,
        state,
        reports,
        likes,
      ]),
    ).toEqual([
      ['t-801', null, 'a-3', 'The ward “Fern” is open', 'visible', 1, 2],
      ['t-802', 't-801', 'a-3', 'Правда ли?', 'held', null, null],
    ])
    const list = `[${text.trim().split('\n').join(',')}]`
    expect((await readExport({ text: list })).comments.map(({ id }) => id)).toEqual([
      'd-701',
      'd-702',
      'd-703',
    ])
  })

  test('that are damaged cost no other', async () => {
    const damaged = text.replace('"id": "d-702"', '"id": "d-702')
    const { comments, problems } = await readExport({ text: damaged })
    expect(comments.map(({ id }) => id)).toEqual(['d-701', 'd-703'])
    expect(problems).toMatchObject([{ row: 2, reason: 'not-json', skipped: true }])
  })
})
