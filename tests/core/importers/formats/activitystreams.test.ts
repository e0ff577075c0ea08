import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('fediverse-page.json')

describe('an ActivityStreams collection', () => {
  test('gives notes, those inside others too', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'activitystreams', read: 5 })
    expect(comments.map(({ row, id, parentId, threadId }) => [row, id, parentId, threadId])).toEqual([
      [1, 'https://lowgate.example/post/1', null, 'https://lowgate.example/post/1'],
      [
        2,
        'https://lowgate.example/comment/2',
        'https://lowgate.example/post/1',
        'https://lowgate.example/post/1',
      ],
      [
        3,
        'https://lowgate.example/comment/3',
        'https://lowgate.example/comment/2',
        'https://lowgate.example/post/1',
      ],
      [4, 'https://lowgate.example/comment/4', null, 'https://lowgate.example/comment/4'],
    ])
    expect(comments[0]).toMatchObject({
      kind: 'post',
      author: 'fern@lowgate.example',
      text: 'The Fern ward report\n\nWhere is it?',
      createdAt: '2026-09-12T16:00:00.500Z',
    })
    expect(comments[1]).toMatchObject({
      kind: 'comment',
      author: 'odon',
      authorId: 'https://other.example/ap/users/77',
      text: 'Late *again*',
    })
    expect(JSON.parse(comments[1]?.raw ?? '')).not.toHaveProperty('replies')
    expect(comments[2]).toMatchObject({ author: 'maren@lowgate.example', lang: 'ar', text: 'شكرا 👏' })
    expect(comments[3]).toMatchObject({ state: 'deleted-by-author', text: '' })
    expect(problems).toMatchObject([{ row: 5, reason: 'not-a-comment' }])
    expect(incomplete).toEqual([
      'Entries of which the file has only the address, not the words: 1.',
      'The file is one page of several: it names a next one.',
    ])
  })

  test('may be a list, lines, one note, or a page inside its collection', async () => {
    const note = `{"@context":"https://www.w3.org/ns/activitystreams","type":"Note","id":"https://a.example/1","attributedTo":"https://a.example/@maren","content":"<p>Late</p>"}`
    const second = note.replace('example/1', 'example/2')
    const wrappings = [
      `[${note},${second}]`,
      `${note}\n${second}\n`,
      `{"type":"Collection","totalItems":2,"items":[${note},${second}]}`,
      `{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","first":{"type":"OrderedCollectionPage","orderedItems":[${note},${second}]}}`,
    ]
    for (const wrapped of wrappings) {
      const { format, comments, incomplete } = await readExport({ text: wrapped })
      expect({ format, incomplete }).toEqual({ format: 'activitystreams', incomplete: [] })
      expect(comments.map(({ id, author }) => [id, author])).toEqual([
        ['https://a.example/1', 'maren@a.example'],
        ['https://a.example/2', 'maren@a.example'],
      ])
    }
    expect((await readExport({ text: note })).comments).toHaveLength(1)
  })

  test('hangs an answer on the note that holds it, also where it does not say so', async () => {
    const inside =
      '{"@context":"https://www.w3.org/ns/activitystreams","type":"Note","id":"n1","content":"a","replies":{"first":{"items":[{"type":"Note","id":"n2","content":"b"}]}}}'
    const { comments } = await readExport({ text: inside })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['n1', null, 'n1'],
      ['n2', 'n1', 'n1'],
    ])
  })

  test('says how many it holds of how many', async () => {
    const whole =
      '{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[{"type":"Note","content":"x"}],"totalItems":57}'
    expect((await readExport({ text: whole })).incomplete).toEqual(['1 of 57 entries are in the file.'])
  })

  test('does no harm with values of other kinds', async () => {
    const odd =
      '{"@context":"https://www.w3.org/ns/activitystreams","type":"Collection","items":[null,1,[],{"type":["Note"],"content":"kept","inReplyTo":[],"to":{"id":"as:Public"},"url":[{"type":"Link","href":"https://a.example/1"}]},{"type":"Note","content":{"a":1},"contentMap":[1],"attributedTo":7},{"type":"Create","object":{"type":"Person"}},{"type":"Create","object":"https://a.example/2"},{"type":"Note","replies":{"items":{"__proto__":1}},"content":"also"}]}'
    const { comments, read } = await readExport({ text: odd })
    expect(read).toBe(8)
    expect(comments.map(({ text, url }) => [text, url])).toEqual([
      ['kept', 'https://a.example/1'],
      ['also', null],
    ])
    expect(formatOf({ text: '{"type":"Collection","items":[{"id":1}]}' })).not.toBe('activitystreams')
    expect(formatOf({ text: '{"type":"Note","content":"x"}' })).not.toBe('activitystreams')
  })
})
