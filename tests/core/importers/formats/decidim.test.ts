import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('decidim-comments.csv')
const proposal = 'https://lowgate.example/processes/report/f/3/proposals/7'

describe('comments of a Decidim site', () => {
  test('have semicolons between, and answer a proposal or one another', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, problems, read }).toEqual({ format: 'decidim', problems: [], read: 4 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['11', null, proposal],
      ['12', '11', proposal],
      ['13', '12', proposal],
      ['14', null, 'https://lowgate.example/processes/report/f/4/meetings/8'],
    ])
    expect(comments[0]).toMatchObject({
      row: 2,
      author: 'Maren Plover',
      authorId: '5',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months late; why?\nPage 4 says "soon" & 2 < 3.',
      lang: 'en',
      likes: null,
      url: proposal,
    })
    expect(comments[1]).toMatchObject({ createdAt: '2026-09-12T18:00:00.000Z', text: 'شكرا 👏', lang: 'ar' })
    expect(comments[3]?.text).toBe('Late again\n\nWhy?')
  })

  test('may hold several languages: what was written counts, not what a machine made of it', async () => {
    const { comments } = await readExport({ text })
    expect(comments[2]).toMatchObject({ text: 'Hwyr eto', lang: 'cy', author: null })
    const ruby = text
      .replace('"{""cy"":""Hwyr eto"",""machine', '"{""cy""=>""Hwyr eto"",""machine')
      .replace(/,""machine_translations.*?\}\}"/, '}"')
    expect((await readExport({ text: ruby })).comments[2]?.text).toBe('Hwyr eto')
    const bracket = text.replace('"{""cy"":""Hwyr eto"",""machine', '"{""cy"":""Hwyr eto"" - ""machine')
    expect((await readExport({ text: bracket })).comments[2]?.text).toMatch(/^\{"cy"/)
    const columns =
      'id;created_at;body/en;body/pt-BR;depth;commentable_id;commentable_type\n1;2026-09-12 18:42:07 UTC;;Atrasado;0;7;Decidim::Debates::Debate\n'
    const read = await readExport({ text: columns })
    expect(read.comments).toMatchObject([
      { text: 'Atrasado', parentId: null, threadId: 'Decidim::Debates::Debate 7' },
    ])
  })

  test('belong together where their addresses differ by the language alone', async () => {
    const again = text.replaceAll(proposal, `${proposal}?locale=en`).replace('?locale=en', '?locale=cy')
    const { comments } = await readExport({ text: again })
    expect(new Set(comments.slice(0, 3).map(({ threadId }) => threadId))).toEqual(new Set([proposal]))
    expect(comments[0]?.url).toBe(`${proposal}?locale=cy`)
  })

  test('may be JSON, with authors inside and languages as they are', async () => {
    const json = fixture('decidim-comments.json')
    for (const wrapped of [
      json,
      `{"data":${json}}`,
      json.replaceAll('\n', '').slice(1, -1).replace('},{"id":12', '}\n{"id":12'),
    ]) {
      const { format, comments, problems } = await readExport({ text: wrapped })
      expect({ format, problems }).toEqual({ format: 'decidim', problems: [] })
      expect(comments).toMatchObject([
        { id: '11', parentId: null, threadId: proposal, author: 'Maren Plover', authorId: '5', lang: 'en' },
        { id: '12', parentId: '11', threadId: proposal, author: null, text: 'شكرا 👏', lang: 'ar' },
      ])
    }
  })

  test('do no harm with values of other kinds', async () => {
    const odd =
      '[{"commentable_type":"Decidim::Proposals::Proposal","commentable_id":1,"body":"x"},null,{"body":{"__proto__":"kept"},"commentable_type":7},{"body":[1]},{"id":1}]'
    const { comments, read } = await readExport({ text: odd })
    expect(read).toBe(5)
    expect(comments.map(({ text }) => text)).toEqual(['x', 'kept'])
    expect(formatOf({ text: 'id;created_at;body\n1;2026-09-12;x\n' })).toBe('csv')
  })
})
