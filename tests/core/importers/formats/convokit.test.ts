import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('convokit-utterances.jsonl')
const others = {
  'corpus/speakers.json': fixture('convokit-speakers.json'),
  'corpus/conversations.json': fixture('convokit-conversations.json'),
}

describe('a ConvoKit corpus', () => {
  test('gives its utterances with what is said beside of speakers and conversations', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text, others })
    expect({ format, incomplete, read }).toEqual({ format: 'convokit', incomplete: [], read: 5 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['u1', null, 'u1'],
      ['u2', 'u1', 'u1'],
      ['u3', 'u2', 'u1'],
      ['u4', null, 'u4'],
    ])
    expect(comments[0]).toMatchObject({
      author: 'Maren Plover',
      authorId: 's1',
      threadTitle: 'The Fern ward report',
      createdAt: '2026-09-12T08:00:00.000Z',
      text: 'Why is the report late?\nDoes anyone know?',
      likes: 7,
      url: 'https://www.reddit.com/r/lowgate/comments/u1/',
    })
    expect(comments[1]).toMatchObject({
      author: 's2',
      authorId: null,
      createdAt: '2026-09-12T08:01:40.000Z',
      likes: null,
    })
    expect(comments[2]).toMatchObject({ author: null, state: 'deleted-by-author', text: '', createdAt: null })
    expect(problems).toMatchObject([{ row: 5, reason: 'no-text', skipped: true }])
  })

  test('keeps what a corpus made of comments says of them', async () => {
    const { comments } = await readExport({ text, others })
    expect(comments[3]).toMatchObject({
      threadTitle: 'Older, without meta',
      state: 'held',
      kind: 'post',
      likes: 3,
      reports: 2,
      lang: 'en',
      editedAt: '2026-09-12T10:00:00.000Z',
      createdAt: '2026-09-12T08:05:00.500Z',
      url: 'https://lowgate.example/4',
    })
  })

  test('is read without the other files, and with damaged ones', async () => {
    const alone = await readExport({ text })
    expect(alone.comments[0]).toMatchObject({ author: 's1', authorId: null, threadTitle: null })
    const damaged = await readExport({
      text,
      others: { 'speakers.json': '[{"s1":', 'conversations.json': 'x' },
    })
    expect(damaged.comments).toEqual(alone.comments)
  })

  test('of the first years is one list, of users and roots', async () => {
    const older = [
      { id: 0, user: { name: 'maren' }, root: 0, 'reply-to': 'None', timestamp: '', text: 'First' },
      { id: 'a', user: 'odon', root: 'b', 'reply-to': 'b', timestamp: null, text: 'Second' },
    ]
    const list = JSON.stringify(older, null, 1)
    const { format, comments } = await readExport({
      name: 'utterances.json',
      text: list,
      others: { 'users.json': '{"odon":{"name":"Ödön"}}' },
    })
    expect(format).toBe('convokit')
    expect(comments).toMatchObject([
      { id: '0', parentId: null, threadId: '0', author: 'maren', createdAt: null },
      { id: 'a', parentId: 'b', threadId: 'b', author: 'Ödön', authorId: 'odon' },
    ])
  })

  test('is not taken for one by a text and a speaker', () => {
    expect(formatOf({ text: '{"id":"1","text":"x","speaker":"m"}\n' })).toBe('jsonl')
  })

  test('with figures for ids is not taken for posts of X', async () => {
    const utterance = (id: number, more: object) =>
      JSON.stringify({
        id: `${id}`,
        conversation_id: '146.126.126',
        text: 'Late',
        speaker: 's',
        meta: {},
        ...more,
      })
    const { format, comments, problems } = await readExport({
      text: [
        utterance(1, { 'reply-to': null, timestamp: 12.5 }),
        utterance(2, { 'reply-to': '1', timestamp: '1789238527.0' }),
        utterance(3, { 'reply-to': 'None', timestamp: 'None' }),
      ].join('\n'),
    })
    expect(format).toBe('convokit')
    expect(problems).toMatchObject([{ row: 1, reason: 'bad-time', value: '12.5' }])
    expect(comments.map(({ parentId, createdAt }) => [parentId, createdAt])).toEqual([
      [null, null],
      ['1', '2026-09-12T18:42:07.000Z'],
      [null, null],
    ])
  })
})
