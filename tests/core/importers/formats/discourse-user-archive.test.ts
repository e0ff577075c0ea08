import { describe, expect, test } from 'vitest'
import { withoutQuotes } from '../../../../core/importers/parts/own-words.ts'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('discourse-user-archive.csv')

describe('a Discourse archive of one’s own', () => {
  test('gives posts by their number in the topic, without what they quote', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'discourse-user-archive', read: 3 })
    expect(comments[0]).toMatchObject({
      row: 2,
      id: '4',
      parentId: '3',
      threadId: '57',
      threadTitle: 'The "Fern ward" report',
      author: null,
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven, and counting 👏\nشكرا',
      likes: 2,
      replies: 1,
      url: 'https://forum.lowgate.example/t/the-fern-ward-report/57/4',
    })
    expect(comments[0]?.raw).toContain('Not [quote')
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [2, 'quoted-text', false],
      [3, 'private', true],
    ])
  })

  test('finds the topic in an address without words or number', async () => {
    const { comments } = await readExport({ text })
    expect(comments[1]).toMatchObject({ id: '1', threadId: '59', kind: 'post', threadTitle: '2026' })
    const short = await readExport({ text: text.replace('/t/the-fern-ward-report/57/4', '/t/57/4?u=maren') })
    expect(short.comments[0]).toMatchObject({ id: '4', threadId: '57' })
    const numbered = await readExport({ text: text.replace('/t/59', '/t/2026/59/1') })
    expect(numbered.comments[1]).toMatchObject({ id: '1', threadId: '59' })
  })

  test('leaves letters out in whatever language it says that they are', async () => {
    for (const yes of ['Ja', 'Oui', 'Sí', 'نعم', 'はい', 'true', 'whatever']) {
      const { problems } = await readExport({ text: text.replace(',Yes,', `,${yes},`) })
      expect(
        problems.map(({ reason }) => reason),
        yes,
      ).toContain('private')
    }
    for (const no of ['Nein', 'Não', 'NON', 'Нет', 'لا', 'いいえ', 'false']) {
      const { comments } = await readExport({ text: text.replace(',Yes,', `,${no},`) })
      expect(comments, no).toHaveLength(3)
    }
  })

  test('of older forums has one column for the post, and two for its category', async () => {
    const older =
      'topic_title,category,sub_category,is_pm,post,like_count,reply_count,url,created_at\nThe report,News,-,No,Late,0,0,http://lowgate.example/t/the-report/57/2,2014-05-19 18:11:40 UTC\n'
    const { format, comments } = await readExport({ text: older })
    expect(format).toBe('discourse-user-archive')
    expect(comments).toMatchObject([{ id: '2', text: 'Late', createdAt: '2014-05-19T18:11:40.000Z' }])
    const cooked = older.replace(',post,', ',post_cooked,').replace(',Late,', ',<p>Late &amp; later</p>,')
    expect((await readExport({ text: cooked })).comments[0]?.text).toBe('Late & later')
  })
})

describe('taking quotations out', () => {
  test('leaves what is opened and never closed, and takes no longer for many', () => {
    expect(withoutQuotes('[quote]a [quote=x]b[/quote] c')).toEqual({
      text: '[quote]a\n\nc',
      quote: '[quote=x]',
    })
    expect(withoutQuotes('[/quote] a')).toEqual({ text: '[/quote] a', quote: null })
    const nested = '[quote]'.repeat(50_000) + '[/quote]'.repeat(50_000)
    expect(withoutQuotes(`${nested}mine${'[quote='.repeat(50_000)}`).text).toMatch(/^mine/)
  })
})
