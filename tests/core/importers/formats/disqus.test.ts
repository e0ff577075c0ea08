import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('disqus.xml')

describe('a Disqus export', () => {
  test('gives its posts with threads, parents, authors, times and texts', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'lowgate.xml', text })
    expect({ format, problems, incomplete, read }).toEqual({
      format: 'disqus',
      problems: [],
      incomplete: [],
      read: 4,
    })
    expect(comments[0]).toMatchObject({
      row: 1,
      id: '901',
      parentId: null,
      threadId: '71',
      threadTitle: 'The delayed report & what is in it',
      author: 'Maren Plover',
      authorId: 'maren_p',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months late. Why?\n\nSee the minutes (https://lowgate.example/minutes) & weep.',
      state: 'visible',
      likes: null,
    })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['901', null, '71'],
      ['902', '901', '71'],
      ['903', '902', '71'],
      ['904', null, '72'],
    ])
    expect(comments[1]).toMatchObject({ author: 'Ödön', text: '@maren شكرا لك 👏' })
    expect(comments[0]?.raw).toMatch(/^<post dsq:id="901">.*<\/post>$/)
  })

  test('keeps the place of a deleted post, and tells spam; a thread without a title goes by its address', async () => {
    const { comments } = await readExport({ text })
    expect(comments[2]).toMatchObject({ state: 'removed-by-moderator', text: '' })
    expect(comments[3]).toMatchObject({
      state: 'spam',
      text: 'Buy ]]> watches',
      threadTitle: 'https://lowgate.example/parking',
    })
  })

  test('is read with a stray first byte and attributes without quotes, as in a sample that many tools are tried on', async () => {
    const sloppy = `\u0001${text.replaceAll(/dsq:id="(\d+)"/g, 'dsq:id=$1').replaceAll(' />', '/>')}`
    const { comments } = await readExport({ text: sloppy.replaceAll(/=(\d+)\/>/g, '=$1 />') })
    expect(comments.map(({ id, threadId }) => [id, threadId])).toEqual([
      ['901', '71'],
      ['902', '71'],
      ['903', '71'],
      ['904', '72'],
    ])
  })

  test('that is cut off keeps what is whole, and says what is not', async () => {
    const { comments, incomplete } = await readExport({
      text: text.slice(0, text.indexOf('dsq:id="903"') + 40),
    })
    expect(comments.map(({ id }) => id)).toEqual(['901', '902'])
    expect(incomplete).toEqual(['The file is cut off after comment 2: what came before it was read.'])
  })

  test('has no use for entities of its own, and none that are outside', async () => {
    const doctype = `<!DOCTYPE disqus [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const hostile = text
      .replace('<disqus', `${doctype}<disqus`)
      .replace('<![CDATA[<p>Eleven months late.', '&b;&x; <![CDATA[<p>Eleven months late.')
    const { comments } = await readExport({ text: hostile })
    expect(comments[0]?.text).toMatch(/^&b;&x;\n\nEleven/)
  })
})
