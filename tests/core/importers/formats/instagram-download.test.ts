import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('instagram-comments.json')
const entry = (names: readonly [string, string, string], comment: string, owner = 'fern.ward') => ({
  media_list_data: [],
  string_map_data: {
    [names[0]]: { value: comment },
    [names[1]]: { value: owner },
    [names[2]]: { timestamp: 1788346801 },
  },
})
const textsOf = async (file: unknown) => {
  const { comments } = await readExport({ text: JSON.stringify(file) })
  return comments.map((one) => one.text)
}

describe('an Instagram download', () => {
  test('gives its comments with garbled letters put right, and no author, id or thread', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'instagram-download', read: 3 })
    expect(comments).toHaveLength(2)
    expect(comments[0]).toMatchObject({
      row: 1,
      id: null,
      threadId: null,
      author: null,
      text: 'Where is the report? 😡\nBørge knows',
      createdAt: '2026-09-02T11:00:01.000Z',
      likes: null,
    })
    expect(comments[1]?.text).toBe('ok')
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'mojibake'],
      [3, 'no-text'],
    ])
  })

  test('is known with its comments under a key, and in all its years', async () => {
    const one = entry(['Comment', 'Media Owner', 'Time'], 'Late')
    const from2021 = {
      title: 'fern.ward',
      string_list_data: [{ href: '', value: 'Late', timestamp: 1788346801 }],
    }
    for (const file of [
      { comments_media_comments: [one] },
      { comments_reels_comments: [one] },
      { comments_media_comments: [from2021] },
      { media_comments: [['2026-09-02T11:00:01+00:00', 'Late', 'fern.ward']], live_comments: [] },
    ]) {
      const { format, comments } = await readExport({ text: JSON.stringify(file) })
      expect(format).toBe('instagram-download')
      expect(comments).toMatchObject([{ text: 'Late', createdAt: '2026-09-02T11:00:01.000Z' }])
    }
    expect(await readExport({ text: '{"comments_media_comments":[]}' })).toMatchObject({ read: 0 })
  })

  test('has its times also where they are written out, or stand beside the words', async () => {
    const writtenOut = {
      Comment: { href: '', value: 'Late', timestamp: 0 },
      'Media Owner': { value: 'fern.ward' },
      Time: { value: 'Sep 2, 2026, 11:00 AM' },
    }
    const beside = { Comment: { value: 'Later', timestamp: 1788346801 }, 'Media Owner': { value: 'fern' } }
    const { comments } = await readExport({
      text: JSON.stringify({
        comments_media_comments: [writtenOut, beside].map((map) => ({ string_map_data: map })),
      }),
    })
    expect(comments).toMatchObject([
      { text: 'Late', createdAt: '2026-09-02T11:00:00.000Z' },
      { text: 'Later', createdAt: '2026-09-02T11:00:01.000Z' },
    ])
  })

  test('is read in any language: by names that are known, and by shape where they are not', async () => {
    const german = ['Kommentar', 'Medieninhaber', 'Zeit'] as const
    // Names are garbled as the texts are.
    const russian = ['Комментарий', 'Владелец', 'Время'].map((word) => Buffer.from(word).toString('latin1'))
    const invented = ['Xx', 'Yy', 'Zz'] as const
    expect(await textsOf([entry(german, 'ok', 'a_very_long_user_name')])).toEqual(['ok'])
    expect(await textsOf([entry([russian[0] ?? '', russian[1] ?? '', russian[2] ?? ''], 'ok')])).toEqual([
      'ok',
    ])
    // The second could be either; the first has shown which is which.
    const unknown = [entry(invented, 'Where is it?'), entry(invented, 'ok', 'a_very_long_user_name')]
    expect(await textsOf(unknown)).toEqual(['Where is it?', 'ok'])
    expect(await textsOf({ comments_media_comments: [entry(invented, 'Late_again_and_again')] })).toEqual([
      'Late_again_and_again',
    ])
  })

  test('may be of labels and values, in any language', async () => {
    const german = await readExport({ text: fixture('instagram-comments-labels-de.json') })
    expect(german).toMatchObject({ format: 'instagram-download', read: 2 })
    expect(german.comments).toMatchObject([
      {
        id: '17900000000000001',
        author: null,
        text: 'Wo bleibt der Bericht über Station Farn? 😡',
        createdAt: '2026-09-02T11:00:01.000Z',
        url: 'https://www.instagram.com/p/lowgate/',
      },
      { id: '17900000000000002', text: 'ok', url: null },
    ])
    expect(german.problems.map(({ row, reason }) => [row, reason])).toEqual([[1, 'mojibake']])
  })

  test('odd records and a file that is cut off do no harm', async () => {
    const odd = `{"comments_media_comments":[null,[],"x",{"string_map_data":7},{"string_map_data":{"__proto__":{"value":"a b"},
      "Comment":{"value":["x"]},"Time":{"timestamp":"x"}}},{"string_list_data":[null]}]}`
    const { read, comments } = await readExport({ text: odd })
    expect([read, comments.map((one) => one.text)]).toEqual([6, ['a b']])
    const cut = await readExport({ text: text.slice(0, text.indexOf('"ok"')) })
    expect(cut.comments).toHaveLength(1)
    expect(cut.incomplete).toHaveLength(1)
  })

  test('is not made of other maps of the download', () => {
    const login = { string_map_data: { 'IP address': { value: '1.2.3.4' }, Time: { timestamp: 1788346801 } } }
    expect(formatOf({ text: JSON.stringify([login]) })).not.toBe('instagram-download')
  })
})
