import { describe, expect, test } from 'vitest'
import { guessCsvLayout } from '../../../core/importers/csv-layout.ts'
import { mendDoubled } from '../../../core/importers/parts/mojibake.ts'
import { serialTime } from '../../../core/time.ts'
import { csvReading, look, readComments, readRecords } from './reading.ts'

const people =
  '1,Ann,The bus never came,2026-09-12\n2,Bo,It did come once,2026-09-13\n3,Cy,And left,2026-09-14\n'

describe('the row of names', () => {
  test.each([
    ['row 1', `id,author,text,date\n${people}`, 1],
    ['none', people, 0],
    ['under a title', `Comments on the Fern ward report\nid,author,text,date\n${people}`, 2],
    ['under a title that a spreadsheet filled up', `Comments,,,\n,,,\nid,author,text,date\n${people}`, 3],
    ['under facts and blank rows', `Exported by,Ann\nOn,2026-09-15\n\nid,author,text,date\n${people}`, 4],
    ['of names that nobody knows, over figures', `Report\n\nNo,Wer,Was,Wann\n${people}`, 3],
    ['whose first comment has few cells', 'id,author,text\n1,,\n2,Bo,words\n3,Cy,more words\n', 1],
    ['of one column', 'comment\nThe bus never came\nIt did come once\n', 1],
  ])('is found: %s', async (_, text, row) => {
    expect(guessCsvLayout(text).headerRow).toBe(row)
    for (const size of [1, 7, 64, 10_000]) {
      const { records, problems } = await readRecords(text, { ...csvReading, headerRow: row }, size)
      expect(problems).toEqual([])
      expect(records.length).toBe(text.includes('Cy,') ? 3 : 2)
    }
  })

  test('keeps the file’s own row numbers', async () => {
    const text = `Report\n\nid,author,text,date\n${people}`
    const { columns, records } = await readRecords(text, { ...csvReading, headerRow: 3 })
    expect(columns).toEqual(['id', 'author', 'text', 'date'])
    expect(records.map(({ row }) => row)).toEqual([4, 5, 6])
    expect((await look(text)).ledger).toMatchObject({ read: 3, added: 3 })
  })

  test('chosen by a person may be any', async () => {
    const { columns, records } = await readRecords(people, { ...csvReading, headerRow: 2 })
    expect(columns).toEqual(['2', 'Bo', 'It did come once', '2026-09-13'])
    expect(records).toHaveLength(1)
  })
})

describe('quotes', () => {
  test('may be single ones', async () => {
    const text = "'id','text'\n'1','Shame, and ''scandal''\nthey said'\n'2','two \"words\"'\n"
    const layout = guessCsvLayout(text)
    expect(layout).toMatchObject({ quote: "'", headerRow: 1 })
    const { comments } = await readComments(text, { ...csvReading, ...layout }, 5)
    expect(comments.map((one) => one.text)).toEqual(["Shame, and 'scandal'\nthey said", 'two "words"'])
  })

  test('may be escaped by backslashes', async () => {
    const text = String.raw`id,text
1,"he said \"no\", and \"never\""
2,"C:\\temp and \"so on\", more"
3,plain
`
    const layout = guessCsvLayout(text)
    expect(layout.escapesByBackslash).toBe(true)
    const { comments, problems } = await readComments(text, { ...csvReading, ...layout }, 3)
    expect(problems).toEqual([])
    expect(comments[0]?.text).toBe('he said "no", and "never"')
    expect(comments).toHaveLength(3)
  })

  test.each([
    ['apostrophes in words', "id,text\n1,it's\n2,'tis so\n3,don't\n"],
    ['a path that ends in a backslash', 'id,text\n1,"C:\\temp\\"\n2,"x"\n'],
    ['doubled ones', 'id,text\n1,"a ""b"" c"\n2,"d"\n'],
  ])('are the usual ones: %s', (_, text) => {
    expect(guessCsvLayout(text)).toMatchObject({ delimiter: ',', headerRow: 1 })
    expect(guessCsvLayout(text).quote).toBeUndefined()
    expect(guessCsvLayout(text).escapesByBackslash).toBeUndefined()
  })
})

describe('texts that were read by a wrong encoding once', () => {
  const doubled = (text: string) => [...new TextEncoder().encode(text)].map((byte) => windows[byte]).join('')
  const windows = Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 || byte > 0x9f
      ? String.fromCharCode(byte)
      : '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'.charAt(byte - 0x80),
  )

  test.each(['“Shame”, he said', 'café', 'Привет из коридора', 'مرحبا', '🙄 東京'])(
    '%s is put right',
    (text) => {
      expect(mendDoubled(doubled(text))).toBe(text)
      expect(mendDoubled(text)).toBeNull()
    },
  )

  test('are mended in the columns where nearly all are, and counted', async () => {
    const rows = ['café “one”', 'naïve – two', 'plain', 'Müller']
    const text = `id,author,text\n${rows.map((row, n) => `${n},José,${doubled(row)}`).join('\n')}\n`
    const { reading, preview, ledger } = await look(text)
    expect(reading.mended).toEqual(['text'])
    expect(preview.map((one) => one.text)).toEqual(rows)
    expect(preview[0]?.author).toBe('José')
    expect(ledger.repaired).toEqual([{ reason: 'mojibake', count: 3 }])
    const { comments } = await readComments(text, reading)
    expect(comments[0]?.raw).toContain(doubled('café'))
  })

  test('are not suspected for a capital before a mark', async () => {
    const { reading } = await look('id,text\n1,FERMÉ…\n2,“CAFÉ” et «THÉ»\n3,élève\n')
    expect(reading.mended).toBeUndefined()
  })
})

describe('days as a spreadsheet counts them', () => {
  test('are times where a name says so', async () => {
    const { reading, preview, guesses } = await look(
      'posted at,text,size\n46277.5,one,46277\n46278,two two,46278\n',
    )
    expect(reading.columns).toMatchObject({ time: 'posted at', text: 'text' })
    expect(preview.map((one) => one.createdAt)).toEqual([
      '2026-09-12T12:00:00.000Z',
      '2026-09-13T00:00:00.000Z',
    ])
    expect(guesses.find(({ field }) => field === 'time')?.because).toBe(
      'days since 1900, as spreadsheets count',
    )
  })

  test('are figures elsewhere', async () => {
    const { reading } = await look('size,text\n46277.5,one\n46278,two two\n')
    expect(reading.columns.time).toBeUndefined()
    expect([serialTime('4627'), serialTime('462770'), serialTime('99999'), serialTime('46277.5x')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
