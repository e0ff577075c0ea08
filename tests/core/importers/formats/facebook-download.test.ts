import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('facebook-comments.json')
const entry = (comment: unknown, title = 'Maren commented on a post.') => ({
  timestamp: 1788346800,
  data: [{ comment }],
  title,
})

describe('a Facebook download', () => {
  test('gives its comments with garbled letters put right, said once a record, and no ids', async () => {
    const { format, comments, problems, read, incomplete } = await readExport({ text })
    expect({ format, read, incomplete }).toEqual({ format: 'facebook-download', read: 4, incomplete: [] })
    expect(comments).toHaveLength(2)
    expect(comments[0]).toMatchObject({
      row: 1,
      id: null,
      parentId: null,
      threadId: null,
      author: 'Maren Pløver',
      text: 'Børge, the report is eleven months late 😡\nشكرا',
      createdAt: '2026-09-02T11:00:01.000Z',
      createdOriginal: '1788346801',
      kind: 'comment',
      state: 'visible',
      likes: null,
    })
    expect(comments[0]?.raw).toContain(String.raw`B\u00c3\u00b8rge`)
    // "é" that stands alone is no broken UTF-8.
    expect(comments[1]).toMatchObject({ text: 'café at Lowgate', createdAt: '2026-09-02T11:01:40.000Z' })
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [1, 'mojibake', false],
      [3, 'no-text', true],
      [4, 'no-text', true],
    ])
    expect(problems[2]?.value).toBe('Maren liked Lowgate Trust’s post.')
  })

  test('is known in all its years: comments, comments in groups, lists one deeper', async () => {
    const one = entry({ timestamp: 1788346800, comment: 'Late.', author: 'Maren', group: 'Fern ward' })
    for (const file of [
      { comments: [one] },
      { group_comments_v2: [one] },
      { comments_v2: [one] },
      { comments: { activity_log_data: [one] } },
      [one],
    ]) {
      const { format, comments, read } = await readExport({ text: JSON.stringify(file) })
      expect([format, read, comments[0]?.text]).toEqual(['facebook-download', 1, 'Late.'])
    }
  })

  test('keeps posts as posts, and leaves out a link that was passed on without a word', async () => {
    const posts = [
      { timestamp: 1788346800, data: [{ post: 'Where is the report?' }], title: 'Maren updated her status.' },
      {
        timestamp: 1788346801,
        data: [{ update_timestamp: 1788346801 }],
        attachments: [{ data: [{ external_context: { url: 'https://lowgate.example' } }] }],
        title: 'Maren shared a link.',
      },
    ]
    for (const file of [posts, { status_updates: posts }, { group_posts: { activity_log_data: posts } }]) {
      const { comments, problems } = await readExport({ text: JSON.stringify(file) })
      expect(comments.map(({ kind, text: words }) => [kind, words])).toEqual([
        ['post', 'Where is the report?'],
      ])
      expect(problems.map(({ reason }) => reason)).toEqual(['share'])
    }
  })

  test('that is cut off, or odd in every record, does no harm', async () => {
    const cut = await readExport({ text: text.slice(0, text.indexOf('"timestamp": 1788347000')) })
    expect(cut.comments).toHaveLength(2)
    expect(cut.incomplete).toEqual(['The file is cut off after record 2: what came before it was read.'])
    const odd = `{"comments_v2":[null,7,[],{"data":{}},{"data":[{"comment":[]}],"timestamp":[]},{"__proto__":{"x":1}},
      {"timestamp":0,"data":[{"comment":{"comment":"Here","author":{},"timestamp":0}}]}]}`
    const { comments, read } = await readExport({ text: odd })
    expect(read).toBe(7)
    expect(comments).toMatchObject([{ text: 'Here', author: null, createdAt: null }])
  })

  test('is not made of any other comments', () => {
    expect(formatOf({ text: '{"comments":[{"id":1,"text":"a"}]}' })).not.toBe('facebook-download')
    expect(formatOf({ text: '[{"timestamp":1788346800,"title":"a"}]' })).not.toBe('facebook-download')
  })
})

describe('a Facebook download of labels and values', () => {
  const labelled = fixture('facebook-comments-labels.json')

  test('gives its comments, and nothing that stands a level deeper', async () => {
    const { format, comments, problems, read } = await readExport({ text: labelled })
    expect({ format, read }).toEqual({ format: 'facebook-download', read: 3 })
    expect(comments).toMatchObject([
      {
        row: 1,
        id: '10163000000000000001',
        author: 'Maren Pløver',
        text: 'Børge, the report is eleven months late 😡\nشكرا',
        createdAt: '2026-09-02T11:00:01.000Z',
        url: 'https://www.facebook.com/lowgate/posts/71?comment_id=9',
        threadId: null,
      },
      {
        row: 2,
        id: '10163000000000000002',
        author: null,
        text: 'café at Lowgate',
        createdAt: '2026-09-02T11:01:40.000Z',
      },
    ])
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'mojibake'],
      [3, 'no-text'],
    ])
  })

  test('is known under a name too, and other lists of labels are not taken for comments', async () => {
    const named = JSON.stringify({ comments_v3: JSON.parse(labelled) })
    expect(await readExport({ text: named })).toMatchObject({ format: 'facebook-download', read: 3 })
    const reaction = {
      timestamp: 1788346801,
      label_values: [{ label: 'Reaction', value: 'Like' }],
      fbid: '1',
    }
    expect(formatOf({ name: 'reactions.json', text: JSON.stringify([reaction]) })).not.toBe(
      'facebook-download',
    )
  })

  test('in a language that is not known here is told by what its file is called, and by its words', async () => {
    const entry = (text: string, n: number) => ({
      timestamp: 1788346801 + n,
      label_values: [
        { label: 'Yy', value: 'fern.ward' },
        { label: 'Xx', value: text },
      ],
      fbid: String(n),
    })
    const text = JSON.stringify([entry('Where is the report?', 1), entry('ok', 2)])
    const { format, comments } = await readExport({ name: 'comments_1.json', text })
    expect(format).toBe('facebook-download')
    expect(comments.map((one) => one.text)).toEqual(['Where is the report?', 'ok'])
  })

  test('loses no comment where two records have one number', async () => {
    const entry = (value: string) => ({
      timestamp: 1788346801,
      label_values: [{ label: 'Comment', value }],
      fbid: '7',
    })
    const { comments } = await readExport({ text: JSON.stringify(['one', 'two', 'one'].map(entry)) })
    expect(comments.map(({ id, text }) => [id, text])).toEqual([
      ['7', 'one'],
      [null, 'two'],
      ['7', 'one'],
    ])
  })

  test('odd records do no harm', async () => {
    const odd =
      '[{"label_values":[null,7,{"label":7,"value":"x"},{"label":"Comment","value":["x"]},{"label":"__proto__","value":"Late again"},{"dict":[]}],"fbid":{}},{"label_values":{}},null,"x"]'
    const { read, comments } = await readExport({ name: 'comments.json', text: odd })
    expect([read, comments.map(({ text }) => text)]).toEqual([4, ['Late again']])
  })
})
