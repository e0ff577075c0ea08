import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const timesOf = async (text: string) =>
  (await readExport({ text })).comments.map(({ createdAt }) => createdAt)

describe('a WhatsApp chat', () => {
  test('of an iPhone: messages over several lines, and what nobody wrote left out', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({
      text: fixture('whatsapp-ios.txt'),
    })
    expect({ format, read }).toEqual({ format: 'whatsapp', read: 7 })
    expect(comments).toMatchObject([
      {
        row: 2,
        id: null,
        author: 'Maren Plover',
        createdAt: '2026-09-02T11:00:01.000Z',
        text: 'Eleven months 😡\nWhy: nobody says\n\n[14:00 today] they said',
        likes: null,
        state: 'visible',
      },
      { row: 3, author: 'Ödön', text: 'شكرا' },
      { row: 5, author: 'Tom', text: '', state: 'deleted-by-author' },
    ])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'service'],
      [4, 'no-text'],
      [6, 'no-text'],
      [7, 'service'],
    ])
    expect(incomplete).toEqual([
      'The times of 7 messages are those of the clock of whoever exported them, without a zone: they are taken as UTC.',
    ])
  })

  test('of other phones: words beside a picture are kept', async () => {
    const text = `02/09/2026, 11:00 - Messages and calls are end-to-end encrypted.
02/09/2026, 11:00 - +44 7700 900123: Late\r
02/09/2026, 11:01 - Tom: <Media omitted>
02/09/2026, 11:02 - Tom: IMG-1.jpg (file attached)
The notice at Lowgate\n`
    const { comments, problems } = await readExport({ text })
    expect(comments.map(({ author, text: words }) => [author, words])).toEqual([
      ['+44 7700 900123', 'Late'],
      ['Tom', 'The notice at Lowgate'],
    ])
    expect(problems.map(({ reason }) => reason)).toEqual(['service', 'no-text'])
  })

  test('has its dates read by what the whole file tells', async () => {
    const american = '9/2/26, 11:00\u202fAM - Tom: Late\n9/13/26, 1:05\u202fPM - Tom: Later\n'
    expect(await timesOf(american)).toEqual(['2026-09-02T11:00:00.000Z', '2026-09-13T13:05:00.000Z'])
    // Only month first keeps these in order.
    expect(await timesOf('09/11/2026, 11:00 - Tom: Late\n10/02/2026, 11:00 - Tom: Later\n')).toEqual([
      '2026-09-11T11:00:00.000Z',
      '2026-10-02T11:00:00.000Z',
    ])
    expect(await timesOf('02.09.26, 11:00 - Tom: Late\n[02.09.26, 11:01] Tom\n')).toEqual([
      '2026-09-02T11:00:00.000Z',
    ])
    expect(await timesOf('2026-09-02, 11:00 - Tom: Late\n')).toEqual(['2026-09-02T11:00:00.000Z'])
    expect(await timesOf('9/2/26, 11:00 AM - Tom: Late\n')).toEqual(['2026-09-02T11:00:00.000Z'])
    const { incomplete } = await readExport({ text: '9/2/26, 11:00 AM - Tom: Late\n' })
    expect(incomplete[0]).toMatch(/^The times of 1 message are /)
  })

  test('is read as phones in other languages write it', async () => {
    const same = ['2026-09-02T15:04:00.000Z', '2026-09-13T15:04:00.000Z']
    for (const [first, second] of [
      ['2. 9. 2026 15:04 - ', '13. 9. 2026 15:04 - '],
      ['2026. 9. 2. 오후 3:04 - ', '2026. 9. 13. 오후 3:04 - '],
      ['2026/9/2 下午3:04 - ', '2026/9/13 下午3:04 - '],
      ['[2026/9/2 下午3:04:00] ', '[2026/9/13 下午3:04:00] '],
      ['2.9.2026 klo 15.04 - ', '13.9.2026 klo 15.04 - '],
      ['02/09/2026 à 15:04 - ', '13/09/2026 à 15:04 - '],
      ['2/9/26, 3:04 p. m. - ', '13/9/26, 3:04 p. m. - '],
      ['٢\u200f/٩\u200f/٢٠٢٦، ٣:٠٤ م - ', '١٣\u200f/٩\u200f/٢٠٢٦، ٣:٠٤ م - '],
      ['02/09/2026 15:04:00: ', '13/09/2026 15:04:00: '],
    ]) {
      const { format, comments } = await readExport({ text: `${first}Tom: Late\n${second}Tom: Later\n` })
      expect({ format, times: comments.map((one) => one.createdAt) }, first).toEqual({
        format: 'whatsapp',
        times: same,
      })
    }
  })

  test('keeps sentences that end like the phone’s own words, and words under a picture', async () => {
    const { comments, problems } = await readExport({
      text: `[02/09/2026, 11:00:00] Tom: Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
[02/09/2026, 11:00:01] Tom: Le docteur était absent
[02/09/2026, 11:00:02] Tom: image omitted
[02/09/2026, 11:00:03] Tom: report.pdf \u200edocument omitted
[02/09/2026, 11:00:04] Tom: Look at Fern ward \u200eimage omitted
[02/09/2026, 11:00:05] Tom: \u200ePOLL:
Will it come?
\u200eOPTION: No (\u200e3 votes)
[02/09/2026, 11:00:06] Tom: \u200eThis message was deleted by admin Maren.
[02/09/2026, 11:00:07] Tom: Bu mesaj silindi
`,
    })
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'service'],
      [3, 'no-text'],
      [4, 'no-text'],
    ])
    expect(comments.map(({ text, state }) => [text, state])).toEqual([
      ['Le docteur était absent', 'visible'],
      ['Look at Fern ward', 'visible'],
      ['POLL:\nWill it come?\n\u200eOPTION: No (\u200e3 votes)', 'visible'],
      ['', 'removed-by-moderator'],
      ['', 'deleted-by-author'],
    ])
  })

  test('tells what the phone wrote in somebody’s name, marked or not, from what they wrote', async () => {
    const { comments, problems } = await readExport({
      text: `[23.12.25، 00:00:33] ~ سلمى: ~ سلمى غادر المجموعة
[23.12.25، 00:00:34] ~ Tom: Bro <Diese Nachricht wurde bearbeitet.>
[23.12.25، 00:00:35] ~ Tom: Late \u200e<Bu mesaj başka türlü>
[23.12.25، 00:00:36] Tom: Tom is late, and <why>
[23.12.25، 00:00:37] Tom: imagem ocultada
[23.12.25، 00:00:38] Tom: <adjunto: 00008081-PHOTO-2022-11-13-14-46-02.jpg>
`,
    })
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'service'],
      [5, 'no-text'],
      [6, 'no-text'],
    ])
    expect(comments.map(({ author, text }) => [author, text])).toEqual([
      ['Tom', 'Bro'],
      ['Tom', 'Late'],
      ['Tom', 'Tom is late, and <why>'],
    ])
  })

  test('is not any text with a date in front', () => {
    expect(formatOf({ text: '2026-09-02 11:00:00,Tom,Late\n' })).toBe('csv')
    expect(formatOf({ text: '2026-09-02 11:00:00: Error: Late\n' })).not.toBe('whatsapp')
    expect(formatOf({ text: 'date,text\n02/09/2026,Late\n' })).toBe('csv')
  })
})
