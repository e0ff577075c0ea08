import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('hacker-news.jsonl')
const nested = fixture('hacker-news-item.json')

describe('Hacker News items', () => {
  test('stand in any order, and find the story that they belong to', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'hacker-news', read: 8 })
    expect(comments.map(({ id, parentId, threadId, kind }) => [id, parentId, threadId, kind])).toEqual([
      ['9003', '9002', '9001', 'comment'],
      ['9001', null, '9001', 'post'],
      ['9002', null, '9001', 'comment'],
      ['9004', '9003', '9001', 'comment'],
      ['9005', null, '9001', 'comment'],
      ['9006', null, '9001', 'comment'],
    ])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [7, 'not-a-comment'],
      [8, 'not-an-object'],
    ])
    expect(incomplete).toEqual(['5 of 6 comments are in the file.'])
  })

  test('are HTML whose paragraphs are never closed', async () => {
    const { comments } = await readExport({ text })
    expect(comments[0]).toMatchObject({
      author: 'odon',
      createdAt: '2026-09-12T08:05:00.000Z',
      threadTitle: 'The Fern ward report',
      text: 'Why?\n\n> late\n\nSee https://lowgate.example/minutes & weep 👏',
      likes: null,
      url: 'https://news.ycombinator.com/item?id=9003',
    })
    expect(comments[1]).toMatchObject({ text: 'The Fern ward report', likes: 41, replies: 6 })
    expect(comments[2]?.text).toBe("It's late.")
    expect(comments[0]?.raw).toBe(text.split('\n')[0])
  })

  test('keep the place of what was deleted, and tell it from what was killed', async () => {
    const { comments } = await readExport({ text })
    expect(comments.slice(4).map(({ state, text, author }) => [state, text, author])).toEqual([
      ['deleted-by-author', '', null],
      ['removed-by-moderator', 'Shame', 'loud_one'],
    ])
  })

  test('may be a list, or an object by their numbers', async () => {
    const items = text.split('\n').filter((line) => line !== '')
    const list = `[${items.join(',')}]`
    const object = `{${items.map((item, place) => `"${9000 + place}":${item}`).join(',')}}`
    for (const wrapped of [list, object]) {
      const { format, comments, read } = await readExport({ text: wrapped })
      expect({ format, read, count: comments.length }).toEqual({ format: 'hacker-news', read: 8, count: 6 })
    }
  })

  test('may hold their answers, as the search gives a story', async () => {
    const { format, comments, incomplete, read } = await readExport({ text: nested })
    expect({ format, incomplete, read }).toEqual({ format: 'hacker-news', incomplete: [], read: 4 })
    expect(comments.map(({ id, parentId, threadId, text }) => [id, parentId, threadId, text])).toEqual([
      ['9001', null, '9001', 'The Fern ward report\n\nHas anyone read it?'],
      ['9002', null, '9001', "It's late.\n\nشكرا 👏"],
      ['9003', '9002', '9001', 'Why?'],
      ['9005', null, '9001', ''],
    ])
    expect(comments[3]?.state).toBe('deleted-by-author')
    expect(JSON.parse(comments[1]?.raw ?? '')).not.toHaveProperty('children')
    const filled =
      '{"id":1,"type":"story","by":"m","time":1789200000,"title":"T","kids":[{"id":2,"type":"comment","by":"o","time":1789200001,"text":"a","kids":[{"id":3,"type":"comment","by":"o","time":1789200002,"text":"b"}]}]}'
    expect((await readExport({ text: filled })).comments.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', null],
      ['3', '2'],
    ])
  })

  test('may be hits of the search, each naming its story', async () => {
    const hits = {
      hits: [
        {
          objectID: '9003',
          created_at: '2026-09-12T08:05:00Z',
          created_at_i: 1789200300,
          author: 'odon',
          comment_text: 'Why?',
          story_id: 9001,
          story_title: 'The Fern ward report',
          parent_id: 9002,
          points: null,
          _tags: ['comment', 'author_odon', 'story_9001'],
        },
        {
          objectID: '9001',
          title: 'The Fern ward report',
          author: 'f',
          points: 41,
          _tags: ['story'],
          story_text: null,
        },
      ],
      nbHits: 57,
      page: 0,
    }
    const { format, comments, incomplete } = await readExport({ text: JSON.stringify(hits) })
    expect(format).toBe('hacker-news')
    expect(comments).toMatchObject([
      { id: '9003', parentId: '9002', threadId: '9001', threadTitle: 'The Fern ward report', text: 'Why?' },
      { id: '9001', kind: 'post', likes: 41 },
    ])
    expect(incomplete).toEqual(['2 of 57 hits are in the file.'])
  })

  test('do no harm in circles, and are not taken for other things with a type', async () => {
    const circle = [1, 2, 3]
      .map(
        (id) =>
          `{"id":${id},"type":"comment","by":"m","time":1789200000,"parent":${(id % 3) + 1},"text":"x"}`,
      )
      .join('\n')
    const { comments } = await readExport({
      text: `${circle}\n{"id":"4","type":"comment","parent":2,"text":"y"}`,
    })
    expect(comments).toHaveLength(4)
    expect(new Set(comments.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(3)
    expect(formatOf({ text: '{"id":1,"type":"comment","text":"x"}\n' })).toBe('jsonl')
  })

  test('may have been laid out by a program: values over several lines, one after another', async () => {
    const lines = fixture('hacker-news.jsonl').trim().split('\n')
    const values = lines.filter((line) => line.startsWith('{'))
    const laidOut = values.map((line) => JSON.stringify(JSON.parse(line), null, 2)).join('\n')
    const [before, after] = [
      await readExport({ text: values.join('\n') }),
      await readExport({ text: laidOut }),
    ]
    const untouched = ({ comments }: typeof before) => comments.map(({ raw: _, ...comment }) => comment)
    expect(after.format).toBe('hacker-news')
    expect(untouched(after)).toEqual(untouched(before))
    const cut = await readExport({ text: laidOut.slice(0, -40) })
    expect(cut.incomplete.join(' ')).toContain('cut off')
  })
})
