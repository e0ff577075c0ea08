import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('telegram-group.json')
const message = (id: number, more: object = {}) => ({
  id,
  type: 'message',
  date: '2026-09-02T14:00:01',
  date_unixtime: '1788346801',
  from: 'Maren',
  from_id: 'user11',
  text: `Late ${id}`,
  ...more,
})

describe('a Telegram export', () => {
  test('gives the messages of a group, and leaves out what nobody wrote there', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, incomplete, read }).toEqual({ format: 'telegram', incomplete: [], read: 8 })
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'service'],
      [2, 'service'],
      [5, 'share'],
      [7, 'no-text'],
    ])
    expect(comments.map(({ id, parentId, kind }) => [id, parentId, kind])).toEqual([
      // It stands in a topic, and answers nobody.
      ['3', null, 'comment'],
      ['4', '3', 'comment'],
      ['6', null, 'post'],
      // What it answers is in another chat.
      ['8', null, 'comment'],
    ])
    expect(comments[0]).toMatchObject({
      row: 3,
      threadId: '1234567890123',
      threadTitle: 'Lowgate neighbours',
      author: 'Maren Plover',
      authorId: 'user11',
      createdAt: '2026-09-02T11:00:01.000Z',
      editedAt: '2026-09-02T11:10:01.000Z',
      text: 'Eleven months 😡\nSee the minutes (https://lowgate.example/m), @odon!',
      likes: 5,
    })
    // Of a deleted account the number stays; what 🤡 means is not for us to say.
    expect(comments[1]).toMatchObject({ author: null, authorId: 'user12', text: 'شكرا', likes: null })
  })

  test('of a whole account keeps chats apart, and leaves out private ones, counted', async () => {
    const account = {
      about: 'Here is the data you requested. Remember: Telegram is ad free.',
      contacts: { list: [{ first_name: 'O' }] },
      chats: {
        about: 'This page lists all chats.',
        list: [
          { name: 'Odon', type: 'personal_chat', id: 1, messages: [message(1)] },
          { type: 'saved_messages', id: 2, messages: [message(1)] },
          {
            name: 'Group',
            type: 'private_group',
            id: 3,
            messages: [message(1), message(2, { reply_to_message_id: 1 })],
          },
          { name: 'Trust', type: 'public_channel', id: 4, messages: [message(1)] },
        ],
      },
      left_chats: { list: [{ name: 'Left', type: 'public_supergroup', id: 5, messages: [message(1)] }] },
    }
    const { format, comments, problems, read } = await readExport({ text: JSON.stringify(account) })
    expect([format, read]).toEqual(['telegram', 6])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'private'],
      [2, 'private'],
    ])
    expect(
      comments.map(({ id, threadId, threadTitle, parentId, kind }) => [
        id,
        threadId,
        threadTitle,
        parentId,
        kind,
      ]),
    ).toEqual([
      ['1', '3', 'Group', null, 'comment'],
      ['2', '3', 'Group', '1', 'comment'],
      ['1', '4', 'Trust', null, 'post'],
      ['1', '5', 'Left', null, 'comment'],
    ])
    expect(new Set(comments.map(({ key }) => key)).size).toBe(4)
  })

  test('of old times has numbers for authors, and times without a zone', async () => {
    const old = {
      name: 'Group',
      type: 'private_supergroup',
      id: 9,
      messages: [
        { ...message(1, { from_id: 4321, edited: '1970-01-01T01:00:00' }), date_unixtime: undefined },
        { ...message(2, { edited: '2019-03-01T12:00:00' }), date_unixtime: undefined },
      ],
    }
    const { comments, incomplete } = await readExport({ text: JSON.stringify(old) })
    expect(comments[0]).toMatchObject({
      authorId: '4321',
      createdAt: '2026-09-02T14:00:01.000Z',
      createdOriginal: '2026-09-02T14:00:01',
      editedAt: null,
    })
    expect(comments[1]?.editedAt).toBe('2019-03-01T12:00:00.000Z')
    expect(incomplete).toEqual([
      'The times of 2 messages are those of the clock of whoever exported them, without a zone: they are taken as UTC.',
    ])
  })

  test('takes the words of a poll, and text that is kept in entities only', async () => {
    const chat = {
      type: 'public_supergroup',
      messages: [
        message(1, { text: '', poll: { question: 'Late?', answers: [] } }),
        message(2, {
          text: undefined,
          text_entities: [
            { type: 'bold', text: 'La' },
            { type: 'plain', text: 'te' },
          ],
        }),
        message(3, { forwarded_from: null }),
      ],
    }
    const { comments, problems } = await readExport({ text: JSON.stringify(chat) })
    expect(comments.map((one) => one.text)).toEqual(['Late?', 'Late'])
    expect(problems).toMatchObject([{ reason: 'share' }])
  })

  test('odd records and a file that is cut off do no harm', async () => {
    const odd = `{"type":{},"id":[],"name":7,"messages":[null,5,{"type":"message","date":"x","id":3,"reply_to_message_id":3,
      "text":[null,{"text":5},["x"],"ok"],"from":{},"reactions":{"a":1}},{"type":"unsupported","id":4,"date":"x"}]}`
    const { read, comments } = await readExport({ text: odd })
    expect(read).toBe(4)
    expect(comments).toMatchObject([{ id: '3', parentId: null, text: 'ok', author: null, threadId: null }])
    const cut = await readExport({ text: text.slice(0, text.indexOf('"id": 5')) })
    expect(cut.comments.map(({ id }) => id)).toEqual(['3', '4'])
    expect(cut.incomplete[0]).toMatch(/cut off/)
  })

  test('is not made of messages from elsewhere', () => {
    const messenger =
      '{"participants":[],"messages":[{"sender_name":"O","timestamp_ms":1,"content":"a","type":"Generic"}]}'
    expect(formatOf({ text: messenger })).not.toBe('telegram')
  })
})
