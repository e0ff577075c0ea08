import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('reddit-dump.jsonl')

describe('a Reddit dump', () => {
  test('gives comments and posts a line, and reads on after a damaged one', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'RC_2026-09', text })
    expect({ format, incomplete, read }).toEqual({ format: 'reddit-dump', incomplete: [], read: 11 })
    expect(comments.map(({ row, id, parentId, kind }) => [row, id, parentId, kind])).toEqual([
      [1, 'd001', null, 'comment'],
      [2, 'd002', 'd001', 'comment'],
      [3, 'd003', 'd001', 'comment'],
      [4, 'd004', 'd002', 'comment'],
      [5, 'd005', 'd002', 'comment'],
      [7, 'd007', 'd862', 'comment'],
      [9, 't3_1lowg8', null, 'post'],
      [10, 't3_1lowg9', null, 'post'],
      [11, 'd008', null, 'comment'],
    ])
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [6, 'not-json', true],
      [12, 'not-an-object', true],
    ])
  })

  test('writes times as numbers and as texts', async () => {
    const { comments } = await readExport({ text })
    expect(comments[0]).toMatchObject({
      author: 'maren_p',
      authorId: 't2_bb1',
      createdAt: '2005-12-12T05:26:28.000Z',
      text: 'Why is the report late?\n\n> soon, they said 🙃',
      likes: 4,
      editedAt: null,
    })
    expect(comments[1]).toMatchObject({
      createdAt: '2026-09-12T08:05:00.000Z',
      editedAt: '2026-09-12T08:06:40.000Z',
    })
    expect(comments[0]?.raw).toBe(text.split('\n')[0])
  })

  test('does not know a score that was taken down before anyone could vote', async () => {
    const { comments } = await readExport({ text })
    expect(comments.map(({ likes }) => likes)).toEqual([4, null, 1, 1, -9, 3, 41, 0, 1])
  })

  test('says of what was deleted, also later, that it was, so that it can be dropped', async () => {
    const { comments } = await readExport({ text })
    expect(comments.map(({ state, text }) => [state, text.slice(0, 16)])).toEqual([
      ['visible', 'Why is the repor'],
      ['visible', 'لا أحد يعرف'],
      ['deleted-by-author', ''],
      ['deleted-by-author', 'I take that back'],
      ['removed-by-moderator', 'Shame on Fern wa'],
      ['visible', 'An odd vintage'],
      ['visible', 'The report & wha'],
      ['deleted-by-author', ''],
      ['visible', 'As the API wraps'],
    ])
  })

  test('may be a list, or the answer of an archive', async () => {
    const lines = text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
    const list = `[${lines.join(',\n')}]`
    const { comments } = await readExport({ text })
    for (const wrapped of [list, `{"data":${list}}`, `{"data":${list},"error":null}\n`]) {
      expect(formatOf({ text: wrapped })).toBe('reddit-dump')
      const ids = (await readExport({ text: wrapped })).comments.map(({ id }) => id)
      expect(ids).toEqual(comments.map(({ id }) => id))
    }
  })

  test('that ends within a line says so', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('"d003"') + 40) })
    expect(comments).toHaveLength(2)
    expect(incomplete).toEqual(['The file is cut off in line 3: what came before it was read.'])
  })

  test('is not taken for one by a text alone', () => {
    expect(formatOf({ text: '{"id":"1","body":"Hello","author":"m"}\n' })).toBe('jsonl')
  })
})
