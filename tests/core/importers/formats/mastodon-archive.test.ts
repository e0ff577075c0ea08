import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('mastodon-outbox.json')
const others = { 'archive/actor.json': fixture('mastodon-actor.json') }
const note = (number: number) => `https://lowgate.example/users/maren/statuses/11000000000000000${number}`

describe('a Mastodon archive', () => {
  test('gives what its owner wrote, for all and for followers', async () => {
    const { format, comments, incomplete, read } = await readExport({ name: 'outbox.json', text, others })
    expect({ format, incomplete, read }).toEqual({ format: 'mastodon-archive', incomplete: [], read: 6 })
    expect(comments.map(({ row, id, parentId }) => [row, id, parentId])).toEqual([
      [1, note(1), null],
      [2, note(2), note(1)],
      [5, note(5), 'https://other.example/notes/9'],
    ])
    expect(comments[0]).toMatchObject({
      kind: 'comment',
      author: 'maren',
      authorId: 'https://lowgate.example/users/maren',
      threadId: 'tag:lowgate.example,2026-09-12:objectId=7:objectType=Conversation',
      createdAt: '2026-09-12T18:42:07.000Z',
      lang: 'en',
      likes: 5,
      url: 'https://lowgate.example/@maren/110000000000000001',
    })
    expect(comments[1]).toMatchObject({
      text: 'شكرا 👏 & وداعا',
      lang: 'ar',
      likes: null,
      editedAt: '2026-09-12T19:05:00.000Z',
      threadId: comments[0]?.threadId,
    })
  })

  test('shows a content warning as one', async () => {
    const { comments } = await readExport({ text })
    expect(comments[0]?.text).toBe('[CW: hospitals]\n\nThe report is eleven months late.\nWhy? #fernward')
  })

  test('leaves out letters, shares, and what is no writing', async () => {
    const { problems } = await readExport({ text, others })
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [3, 'share', true],
      [4, 'private', true],
      [6, 'not-a-comment', true],
    ])
  })

  test('knows its owner by the address when no actor.json is beside', async () => {
    const { comments } = await readExport({ text, others: {} })
    expect(comments[0]).toMatchObject({ author: 'maren@lowgate.example' })
    const broken = await readExport({ text, others: { 'actor.json': '{"id": 5, "preferredUsername": [' } })
    expect(broken.comments).toHaveLength(3)
  })

  test('is known without its name by what Mastodon writes into notes', async () => {
    const other = text.replace('"outbox.json"', '"https://lowgate.example/outbox"')
    expect((await readExport({ text: other })).format).toBe('mastodon-archive')
  })

  test('may name its list twice, the first time empty, and its people by numbers', async () => {
    const id = 'https://lowgate.example/ap/users/1168'
    const items = [
      {
        id: `${id}/statuses/7/activity`,
        type: 'Create',
        actor: id,
        to: ['https://www.w3.org/ns/activitystreams#Public'],
        object: {
          id: `${id}/statuses/7`,
          type: 'Note',
          attributedTo: id,
          url: 'https://lowgate.example/@maren/7',
          published: '2026-09-02T11:00:01Z',
          atomUri: `${id}/statuses/7`,
          content: '<p>Late</p>',
        },
      },
    ]
    const { format, comments, incomplete } = await readExport({
      text: `{"@context":[],"id":"outbox.json","type":"OrderedCollection","totalItems":1,"orderedItems":[],"orderedItems":${JSON.stringify(items)}}`,
    })
    expect({ format, incomplete }).toEqual({ format: 'mastodon-archive', incomplete: [] })
    expect(comments).toMatchObject([{ text: 'Late', author: 'maren@lowgate.example', authorId: id }])
  })

  test('that is cut off says so, and how many there were to be', async () => {
    const { comments, incomplete } = await readExport({
      text: text.slice(0, text.indexOf('000000004/activity')),
    })
    expect(comments).toHaveLength(2)
    expect(incomplete).toEqual([
      'The file is cut off after record 3: what came before it was read.',
      '3 of 6 entries are in the file.',
    ])
  })
})
