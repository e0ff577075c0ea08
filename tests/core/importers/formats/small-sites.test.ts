import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

describe('a Commento export', () => {
  const text = fixture('commento.json')
  const hex = (two: string) => two.repeat(32)

  test('takes the names of commenters, who stand after the comments', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, problems, read }).toEqual({ format: 'commento', problems: [], read: 4 })
    expect(comments[0]).toMatchObject({
      id: hex('a1'),
      parentId: null,
      threadId: 'lowgate.example/report',
      author: 'Maren Plover',
      authorId: hex('b1'),
      createdAt: '2026-09-12T18:42:07.123Z',
      text: 'Eleven months *late*.\n\nWhy?',
      likes: 5,
      url: 'https://lowgate.example/report',
    })
    expect(
      comments.map(({ parentId, author, text: own, state }) => [
        parentId?.slice(0, 2) ?? null,
        author,
        own,
        state,
      ]),
    ).toEqual([
      [null, 'Maren Plover', 'Eleven months *late*.\n\nWhy?', 'visible'],
      // One of many who gave no name; its HTML is empty.
      ['a1', null, 'شكرا لك 👏', 'held'],
      ['a2', 'Ödön', '', 'removed-by-moderator'],
      [null, 'Ödön', 'Buy & park', 'spam'],
    ])
  })

  test('of Comentario, which came after it, has pages', async () => {
    const { format, comments } = await readExport({ text: fixture('comentario.json') })
    expect(format).toBe('commento')
    expect(comments).toMatchObject([
      {
        id: 'm-1',
        threadId: '/report',
        threadTitle: 'The delayed report',
        author: 'Maren Plover',
        likes: 2,
        url: null,
      },
      { id: 'm-2', parentId: 'm-1', author: 'Kestrel', authorId: null, text: 'לא', state: 'held' },
    ])
  })

  test('that is cut off keeps what is whole', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf(hex('a3')) + 80) })
    expect(comments.map(({ id }) => id)).toEqual([hex('a1'), hex('a2')])
    expect(incomplete).toEqual(['The file is cut off after record 2: what came before it was read.'])
  })
})

describe('threads of isso', () => {
  test('number their comments anew', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('isso.json') })
    expect({ format, problems, read }).toEqual({ format: 'isso', problems: [], read: 5 })
    expect(
      comments.map(({ row, id, parentId, threadId, author, createdAt, state }) => [
        row,
        id,
        parentId,
        threadId,
        author,
        createdAt,
        state,
      ]),
    ).toEqual([
      [1, '1', null, '/report', 'Maren Plover', '2026-09-12T18:42:07.000Z', 'visible'],
      [2, '2', '1', '/report', null, '2026-09-12T19:00:00.000Z', 'held'],
      [3, '1', null, '/parking', 'Ödön', '2026-09-13T07:00:00.500Z', 'deleted-by-author'],
      [4, '2', null, '/parking', '陳', '2026-09-13T07:01:40.000Z', 'visible'],
      [5, '3', '2', '/parking', 'Maren Plover', '2026-09-13T07:03:20.000Z', 'visible'],
    ])
    expect(new Set(comments.map(({ key }) => key)).size).toBe(5)
    expect(comments[0]).toMatchObject({
      threadTitle: 'The delayed report',
      text: 'Eleven months *late*.\n\n3 < 5 & more',
    })
    expect(comments[0]?.raw).toMatch(/^\{\s+"id": 1,[^}]*\}$/)
    expect(comments[1]).toMatchObject({ text: 'شكرا لك 👏', likes: 3 })
    expect(comments[3]?.raw).not.toContain('Still')
  })

  test('that are no threads, and comments that are no objects, are counted', async () => {
    const text =
      '[{"id":"/a","title":"A","comments":[{"id":1,"text":"x","created":"2026-09-12 10:00:00"},7]},{"id":"/b"},3]'
    const { comments, problems, read } = await readExport({ text })
    expect(comments.map(({ id }) => id)).toEqual(['1'])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'not-an-object'],
      [3, 'not-a-comment'],
      [4, 'not-a-comment'],
    ])
    expect(read).toBe(4)
  })

  test('may be one page, as the site’s own script is given it, with answers folded away', async () => {
    const comment = (id: number, parent: number | null, more = '') =>
      `{"id":${id},"parent":${parent},"created":1789238527.5,"modified":${id === 2 ? 1789238600.25 : null},"mode":1,"text":"<p>Late, ${id} &amp; more</p>\\n\\n<p>Why?</p>","author":${id === 1 ? '"Maren"' : null},"website":null,"likes":${id},"dislikes":0,"hash":"h${id}","total_replies":2,"hidden_replies":${id === 1 ? 1 : 0}${more}}`
    const text = `{"id":null,"total_replies":2,"hidden_replies":2,"replies":[${comment(1, null, `,"replies":[${comment(2, 1)}]`)},${comment(3, null)}]}`
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'report.json', text })
    expect({ format, problems, read }).toEqual({ format: 'isso', problems: [], read: 3 })
    expect(comments).toMatchObject([
      { row: 1, id: '1', parentId: null, author: 'Maren', authorId: 'h1', text: 'Late, 1 & more\n\nWhy?' },
      { row: 2, id: '2', parentId: '1', author: null, likes: 2, editedAt: '2026-09-12T18:43:20.250Z' },
      { row: 3, id: '3', parentId: null, createdAt: '2026-09-12T18:42:07.500Z', threadId: 'report' },
    ])
    expect(incomplete).toEqual(['3 replies are folded away, and not in the file.'])
  })
})

describe('a remark42 backup', () => {
  const text = fixture('remark42.jsonl')

  test('has settings first, and again where two were joined', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, problems, read }).toEqual({ format: 'remark42', problems: [], read: 4 })
    expect(comments[0]).toMatchObject({
      row: 2,
      id: 'r-901',
      parentId: null,
      threadId: 'https://lowgate.example/report',
      threadTitle: 'The delayed report',
      author: 'Maren & Plover',
      authorId: 'github_1',
      createdAt: '2026-09-12T18:42:07.123Z',
      editedAt: '2026-09-12T18:45:00.000Z',
      // As it was written, without what makes it safe for pages.
      text: "Eleven months *late* & it's 3 < 5",
      likes: 2,
      url: 'https://lowgate.example/report#remark42__comment-r-901',
    })
    expect(
      comments
        .map(({ id, parentId, author, createdAt, text: own, state }) => [
          id,
          parentId,
          author,
          createdAt,
          own,
          state,
        ])
        .slice(1),
    ).toEqual([
      ['r-902', 'r-901', 'Ödön', '2026-09-12T19:00:00.000Z', 'شكرا لك 👏\n\n- one\n- two', 'visible'],
      ['r-903', 'r-902', null, '2026-09-12T19:30:00.000Z', '', 'deleted-by-author'],
      ['r-904', null, '陳', '2026-09-13T08:00:00.000Z', '車位 & Parken', 'visible'],
    ])
  })

  test('without its first line is one all the same, and a damaged line costs no other', async () => {
    const lines = text.split('\n')
    lines[2] = lines[2]?.slice(0, 40) ?? ''
    const { format, comments, problems } = await readExport({ text: lines.slice(1).join('\n') })
    expect({ format, ids: comments.map(({ id }) => id) }).toEqual({
      format: 'remark42',
      ids: ['r-901', 'r-903', 'r-904'],
    })
    expect(problems).toMatchObject([{ row: 2, reason: 'not-json', skipped: true }])
  })

  test('may have its comments over several lines, or after the settings in theirs', async () => {
    const whole = await readExport({ text })
    const values = text.trim().split('\n')
    for (const again of [
      values.map((line) => JSON.stringify(JSON.parse(line), null, 1)).join('\n'),
      values.join(' '),
      `${values[0]} ${values.slice(1).join('\n\t')}\n`,
    ]) {
      const { format, comments, problems, incomplete } = await readExport({ text: again })
      expect({ format, problems, incomplete }).toEqual({ format: 'remark42', problems: [], incomplete: [] })
      expect(comments.map(({ id, text: own }) => [id, own])).toEqual(
        whole.comments.map(({ id, text: own }) => [id, own]),
      )
    }
  })

  test('may be what its API gives: replies inside of what they answer', async () => {
    const [one, two, three, four] = text
      .trim()
      .split('\n')
      .filter((line) => line.includes('"locator"'))
    const tree = `{"comments":[{"comment":${one},"replies":[{"comment":${two},"replies":[{"comment":${three}}]}]},{"comment":${four}}],"info":{"count":4}}`
    const flat = `{"info":{"id":"github_1"},"comments":[${one},${two},${three},${four}]}`
    for (const again of [tree, flat]) {
      const { format, comments, read } = await readExport({ text: again })
      expect({ format, read }).toEqual({ format: 'remark42', read: 4 })
      expect(comments.map(({ row, id, parentId }) => [row, id, parentId])).toEqual([
        [1, 'r-901', null],
        [2, 'r-902', 'r-901'],
        [3, 'r-903', 'r-902'],
        [4, 'r-904', null],
      ])
    }
  })
})
