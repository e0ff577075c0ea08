import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('google-play.csv')

describe('reviews of Google Play', () => {
  test('are a review a row, and a reply of the developer is a record of its own', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    // Four rows, two of them with a reply.
    expect({ format, read }).toEqual({ format: 'google-play', read: 6 })
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [4, 'no-text', true],
      [5, 'no-text', true],
    ])
    expect(comments[0]).toMatchObject({
      row: 2,
      id: 'gp:AOa-1',
      parentId: null,
      threadId: 'example.lowgate',
      author: null,
      createdAt: '2026-09-02T11:00:01.000Z',
      editedAt: '2026-09-03T11:00:01.000Z',
      text: 'Useless\n\nNo report in it 😡\n"Soon", they say.',
      lang: 'en',
      likes: null,
    })
    expect(comments[1]).toMatchObject({
      row: 2,
      id: 'gp:AOa-1/reply',
      parentId: 'gp:AOa-1',
      threadId: 'example.lowgate',
      author: null,
      createdAt: '2026-09-04T09:00:00.000Z',
      text: 'Dear user, it is coming.',
      lang: null,
    })
    expect(comments[2]).toMatchObject({ id: 'lg:2', text: 'شكرا', lang: 'ar', editedAt: null })
    expect(comments[3]).toMatchObject({ id: null, parentId: null, text: 'What is wrong?' })
  })

  test('are known with fewer columns, as older reports have them', async () => {
    const old = `Package Name,App Version,Reviewer Language,Review Submit Date and Time,Star Rating,Review Title,Review Text,Review Link
example.lowgate,1,en,2013-09-02T11:00:01Z,1,,Late,\n`
    const { format, comments } = await readExport({ text: old })
    expect(format).toBe('google-play')
    expect(comments).toMatchObject([{ id: null, createdAt: '2013-09-02T11:00:01.000Z', text: 'Late' }])
  })

  test('are known by places and contents where the names are in another language', async () => {
    const names =
      'Paketname,App-Versionscode,App-Versionsname,Sprache,Gerät,Datum der Rezension,Millisekunden,Letzte Aktualisierung,Millisekunden der Aktualisierung,Bewertung,Titel,Text der Rezension,Datum der Antwort,Millisekunden der Antwort,Antwort,Link zur Rezension'
    const link = 'https://play.google.com/console/developers/1/app/2/review-details?reviewId=gp:AOa-1'
    const row = (text: string, reply: string) =>
      `example.lowgate,1,1.0,de,pixel,2026-09-02T11:00:01Z,1788346801000,2026-09-02T11:00:01Z,1788346801000,1,,"${text}",,,${reply},${link}`
    const file = [names, row('Wo bleibt\nder Bericht?', 'Er kommt'), 'example.lowgate,1'].join('\n')
    const { format, comments, problems, read } = await readExport({ text: file })
    expect({ format, read }).toEqual({ format: 'google-play', read: 3 })
    expect(comments).toMatchObject([
      {
        id: 'gp:AOa-1',
        text: 'Wo bleibt\nder Bericht?',
        createdAt: '2026-09-02T11:00:01.000Z',
        editedAt: null,
      },
      { id: 'gp:AOa-1/reply', parentId: 'gp:AOa-1', text: 'Er kommt' },
    ])
    expect(problems).toMatchObject([{ reason: 'too-few-cells', skipped: true }])
    // Sixteen columns alone are anybody's.
    const other = file.replaceAll('play.google.com', 'lowgate.example')
    expect(formatOf({ text: other })).not.toBe('google-play')
  })
})
