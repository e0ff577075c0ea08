import { describe, expect, test } from 'vitest'
import { headOf } from '../../../core/importers/head.ts'
import { detectFormat, guessLayout } from '../../../core/importers/index.ts'
import { suggestName } from '../../../core/importers/suggest-name.ts'
import { csvReading, look } from './reading.ts'

const head = (text: string) => headOf({ name: 'comments.csv', folder: '', text, isWhole: true })
const becauseOf = async (text: string) =>
  Object.fromEntries((await look(text)).guesses.map(({ field, because }) => [field, because]))

/** A table like those of site owners: names that say little, dates day first, answers and moderation. */
const echo = [
  'cid,article,reply_to,display_name,posted_at,up,status,body,avatar',
  ...Array.from({ length: 40 }, (_, index) =>
    [
      18834 + index,
      index % 2 ? 'ward-report' : 'car-park',
      index === 39 ? 99999 : index % 3 === 2 ? 18834 + index - 1 : '',
      `Plover_${index % 9}`,
      `${String(1 + (index % 28)).padStart(2, '0')}/09/2026 18:42`,
      index,
      index % 10 === 9 ? 'hidden' : 'approved',
      `"What was comment ${index}, and who answered it?"`,
      'a.png',
    ].join(','),
  ),
].join('\r\n')

describe('the reading of a table', () => {
  test('is guessed from names and contents, with the reasons', async () => {
    const report = await look(echo)
    expect(report.reading).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      dateOrder: 'dmy',
      columns: {
        text: 'body',
        author: 'display_name',
        time: 'posted_at',
        parent: 'reply_to',
        id: 'cid',
        thread: 'article',
        likes: 'up',
        state: 'status',
      },
    })
    expect(await becauseOf(echo)).toEqual({
      text: 'longest text, 40 filled',
      kind: 'no column for it',
      author: 'name says so',
      time: 'day first: 16 rows fit no other way',
      parent: '13 of 14 point to an id here',
      id: 'different in every row',
      thread: '2 different',
      title: 'no column for it',
      likes: 'whole numbers',
      state: 'hidden is read as held',
      url: 'no column for it',
    })
    expect(report.unused).toEqual(['avatar'])
    expect(report.obstacle).toBeNull()
    expect(report.ledger).toEqual({
      read: 40,
      updated: 0,
      added: 40,
      alreadyHere: 0,
      skipped: [],
      repaired: [],
      orphans: 1,
    })
  })

  test('of a consultation takes the number that is a time, not the words that are none', async () => {
    const polis = [
      'timestamp,datetime,comment-no,author-id,agrees,disagrees,moderated,comment-body',
      '1658934589213,Wed Jul 27 22:09:49 WIB 2022,0,23,2,1,1,Plant more trees',
      '1658934633363,Wed Jul 27 22:10:33 WIB 2022,1,23,3,0,0,"Buses, not cars"',
      '1658934593316,Wed Jul 27 22:09:53 WIB 2022,2,25,4,0,-1,Off the topic',
    ].join('\n')
    const { reading, preview } = await look(polis)
    expect(reading.columns).toEqual({
      text: 'comment-body',
      author: 'author-id',
      time: 'timestamp',
      id: 'comment-no',
      likes: 'agrees',
      state: 'moderated',
    })
    expect(preview[0]?.createdAt).toBe('2022-07-27T15:09:49.213Z')
    const because = await becauseOf(polis)
    expect(because.time).toBe('milliseconds since 1970')
    expect(because.state).toBe('0 is read as held, -1 is read as removed')
  })
})

describe('the columns', () => {
  test.each([
    ['German', 'Nr;Verfasser;Datum;Kommentar', { author: 'Verfasser', time: 'Datum', text: 'Kommentar' }],
    [
      'French',
      'Nr;Auteur;Publié le;Commentaire',
      { author: 'Auteur', time: 'Publié le', text: 'Commentaire' },
    ],
    ['Polish', 'Nr;Użytkownik;Czas;Treść', { author: 'Użytkownik', time: 'Czas', text: 'Treść' }],
    ['Welsh', 'Nr;Awdur;Dyddiad;Sylw', { author: 'Awdur', time: 'Dyddiad', text: 'Sylw' }],
    ['Arabic', 'Nr;الكاتب;التاريخ;تعليق', { author: 'الكاتب', time: 'التاريخ', text: 'تعليق' }],
    ['Chinese', 'Nr;作者;时间;评论', { author: '作者', time: '时间', text: '评论' }],
  ])('are known by their names in %s', async (_, header, columns) => {
    const rows = ['1;Ann;2026-09-12;hello there', '1;Bo;2026-09-13;and hello to you']
    const { reading } = await look([header, ...rows].join('\n'))
    expect(reading.delimiter).toBe(';')
    expect(reading.columns).toMatchObject(columns)
  })

  test('with dates have their order decided by the whole column', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `text number ${index},0${1 + (index % 9)}/05/2026`,
    )
    const timeOf = async (last: string) =>
      (await look(['text,date', ...rows, `the last,${last}`].join('\n'))).reading
    expect((await timeOf('05/31/2026')).dateOrder).toBe('mdy')
    expect((await timeOf('31/05/2026')).dateOrder).toBe('dmy')
    expect((await becauseOf(['text,date', ...rows].join('\n'))).time).toBe(
      'day first, but no row tells: please check',
    )
  })

  test('of comments are found by their length where no name helps', async () => {
    const { reading } = await look(
      'a,b\n1,The bus never came and nobody answered the letter\n2,It did come once\n',
    )
    expect(reading.columns).toEqual({ text: 'b' })
  })

  test('of a large table are judged by a fair sample of their values', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) =>
        `id-${index},${index % 3 === 0 ? '' : `id-${index - 1}`},t${index % 20},comment number ${index}`,
    )
    const { guesses, reading, ledger } = await look(['cid,xyz,topic,body', ...rows].join('\n'))
    expect(reading.columns).toEqual({ text: 'body', id: 'cid', parent: 'xyz', thread: 'topic' })
    expect(guesses.find((guess) => guess.field === 'id')?.because).toBe('different in every row')
    expect(guesses.find((guess) => guess.field === 'thread')?.because).toBe('20 different')
    expect(guesses.find((guess) => guess.field === 'parent')?.because).toBe(
      '20,000 of 20,000 point to an id here',
    )
    expect(ledger).toMatchObject({ read: 30_000, added: 30_000, orphans: 0 })
  })

  test('of ids may have a gap, and replies still find what they answer', async () => {
    const text =
      'id,parent_id,text\na,b,One\nb,a,Two\nc,c,Itself\nd,zz,Nowhere\nd,a,Again\n,a,Without a number\n'
    const report = await look(text)
    expect(report.reading.columns).toMatchObject({ id: 'id', parent: 'parent_id' })
    expect(report.ledger).toMatchObject({ added: 6, orphans: 1 })
  })

  test('that tell of a later change are not the time, and a title for each comment is no thread', async () => {
    const rows = [
      '1,A fine read,2026-09-12,2026-09-13,I liked it',
      '2,Not for me,2026-09-14,2026-09-15,I did not',
    ]
    const { reading } = await look(['id,title,created_at,updated_at,review', ...rows].join('\n'))
    expect(reading.columns).toEqual({ id: 'id', time: 'created_at', text: 'review' })
  })

  test('without names in row 1 are told from their cells', async () => {
    const { reading, columns } = await look(
      '12,The bus never came,2026-09-12\n13,It did come once,2026-09-13\n',
    )
    expect(reading.headerRow).toBe(0)
    expect(reading.columns).toEqual({ text: 'Column 2', time: 'Column 3' })
    expect(columns.map((column) => column.name)).toEqual(['Column 1', 'Column 2', 'Column 3'])
  })
})

describe('a reading', () => {
  test('is a person’s to correct, and says so', async () => {
    const given = { ...csvReading, columns: { text: 'display_name', id: 'cid' } }
    const { reading, guesses } = await look(echo, { given })
    expect(reading).toEqual(given)
    expect(guesses.slice(0, 2)).toEqual([
      { field: 'text', column: 'display_name', because: 'your choice' },
      { field: 'author', column: null, because: 'no column for it' },
    ])
  })

  test('is guessed anew when a correction leaves none of its columns', async () => {
    const { reading } = await look('a;text\n1;hello there', {
      given: { ...csvReading, delimiter: ';', columns: { text: 'a;text' } },
    })
    expect(reading.columns).toEqual({ text: 'text' })
  })

  test('asks for the comment column when none can be told', async () => {
    const { obstacle, ledger } = await look('id,likes\n1,2\n3,4\n')
    expect(obstacle).toBe('Choose the column that holds the comment.')
    expect(ledger).toMatchObject({ read: 2, added: 0, skipped: [{ reason: 'no-text', count: 2 }] })
  })
})

describe('every row', () => {
  test('is accounted for: added, here already, twice in the file, or not readable', async () => {
    const text = 'id,who,text\n1,A,one\n2,B,two\n1,A,one\n3,C,\n4,D,four,x\n5,E,five\n6,F,"cut'
    const asked: string[] = []
    const { ledger, problems } = await look(text, {
      given: { ...csvReading, columns: { text: 'text', id: 'id', author: 'who' } },
      areKnown: async (keys) => {
        asked.push(...keys)
        return keys.map((_, at) => at === 0)
      },
    })
    expect(ledger).toEqual({
      read: 7,
      updated: 0,
      added: 2,
      alreadyHere: 1,
      skipped: [
        { reason: 'too-many-cells', count: 1 },
        { reason: 'no-text', count: 1 },
        { reason: 'duplicate', count: 1 },
        { reason: 'unclosed-quote', count: 1 },
      ],
      repaired: [],
      orphans: 0,
    })
    expect(asked).toHaveLength(3)
    expect(problems.map((problem) => problem.row).toSorted()).toEqual([5, 6, 8])
  })
})

describe('the preview', () => {
  test('shows replies under what they answer, also when they come first or in a circle', async () => {
    const rows = [
      'r1,top,reply one',
      'top,,the top',
      'r2,r1,reply two',
      'x,y,round',
      'y,x,and round',
      'z,gone,alone',
    ]
    const { preview } = await look(['comment id,parent id,comment', ...rows].join('\n'))
    expect(preview.map(({ depth, text }) => [depth, text])).toEqual([
      [0, 'the top'],
      [1, 'reply one'],
      [2, 'reply two'],
      [0, 'alone'],
      [0, 'round'],
      [1, 'and round'],
    ])
  })

  test('has sixty comments at most', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `comment number ${index}`)
    expect((await look(['text', ...rows].join('\n'))).preview).toHaveLength(60)
  })
})

describe('the format', () => {
  test('is told by what is in the file, not by its name', async () => {
    const { reading } = await look('{"text":"one"}\n{"text":"two"}\n', { name: 'really-lines.csv' })
    expect(reading.format).toBe('jsonl')
    expect((await look('text\none\ntwo\n', { name: 'really-a-table.jsonl' })).reading.format).toBe('csv')
    expect(detectFormat(head(`{"text":"${'x'.repeat(100)}`)).id).toBe('jsonl')
  })

  test.each([
    ['a\tb\n1\t2,3\n4\t5', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['sep=;\na;b,c\n1;2', ';'],
    ['id,text\n1,"a; b; c"\n2,"d; e"', ','],
    ['just text\nand more, of it', ','],
  ])('of %j has its delimiter', (text, delimiter) => {
    expect(guessLayout(head(text)).delimiter).toBe(delimiter)
  })

  test.each([
    ['', 'file-empty'],
    [' \n\n', 'file-empty'],
    ['id,text\n', 'file-empty'],
    ['["a","b"]', 'file-not-comments'],
    ['[[1,2],[3,4]]', 'file-not-comments'],
    ['[]', 'file-not-comments'],
    ['{}', 'file-not-comments'],
    ['{\n "name": "a",\n "list": [1, 2]\n}', 'file-not-comments'],
    ['{\n "comments": []\n}', 'file-not-comments'],
    ['<?xml version="1.0"?><rss></rss>', 'file-not-comments'],
    ['<!DOCTYPE html><html></html>', 'file-not-comments'],
  ])('of %j is none of ours, and a sentence says so', async (text, code) => {
    await expect(look(text)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('“comments.csv”'),
    })
  })
})

test.each([
  ['echo-comments-2026-09.csv', 'Echo comments 2026-09'],
  ['My_file.comments.CSV', 'My file comments'],
  ['.csv', 'Comments'],
  ['سلمى.jsonl', 'سلمى'],
])('%s suggests the name %s', (file, name) => {
  expect(suggestName(file)).toBe(name)
})
