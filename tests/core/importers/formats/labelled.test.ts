import { describe, expect, test } from 'vitest'
import type { ImportedComment } from '../../../../core/records.ts'
import { fixture, formatOf, readExport } from './reading-export.ts'

/** [id, text, [coder, label, …]…] */
const answersOf = (comments: readonly ImportedComment[]) =>
  comments.map(({ id, answers }) => [id, answers.map(({ coder, label }) => [coder, label])])

describe('doccano', () => {
  test('gives every label of a text, those of passages with the passage, and keeps what nobody labelled', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('doccano.jsonl') })
    expect({ format, problems, read }).toEqual({ format: 'doccano', problems: [], read: 4 })
    expect(comments.map(({ answers }) => answers)).toEqual([
      [{ coder: 'doccano', label: 'critic', at: null, note: null }],
      [
        { coder: 'doccano', label: 'troll', at: null, note: 'close call' },
        { coder: 'doccano', label: 'critic', at: null, note: 'close call' },
      ],
      [
        { coder: 'doccano', label: 'place', at: null, note: 'On “Fern”' },
        // Offsets count a 👏 as one.
        { coder: 'doccano', label: 'tone', at: null, note: 'On “again”, “👏”' },
      ],
      [],
    ])
    expect(comments[1]).toMatchObject({ id: '12', author: 'Ödön', text: 'شكرا 👏 يا كذابون' })
    expect(comments[3]?.text).toBe('Nobody labelled\nthis yet')
  })

  test('where each works alone gives a file for each, called by their names', async () => {
    const text = fixture('doccano.jsonl')
    const others = { 'odon.jsonl': text }
    const { comments } = await readExport({ name: 'maren.jsonl', text, others })
    expect(comments[0]?.answers).toMatchObject([{ coder: 'maren', label: 'critic' }])
  })

  test.each([
    ['maren.jsonl', 'maren'],
    ['maren.o@lowgate.example (1).jsonl', 'maren.o@lowgate.example'],
    ['all (2).jsonl', 'doccano'],
    ['unknown.jsonl', 'doccano'],
    ['lowgate_comments-2.jsonl', 'doccano'],
    ['Fern ward.jsonl', 'doccano'],
  ])('one file of several that was chosen by itself, %s, is by %s', async (name, coder) => {
    const { comments } = await readExport({ name, text: fixture('doccano.jsonl') })
    expect(comments[0]?.answers).toMatchObject([{ coder }])
  })

  test('of its first years is known by the user of each annotation', async () => {
    const text =
      '{"id":1,"text":"Where is it?","annotations":[{"label":2,"start_offset":0,"end_offset":5,"user":7}],"meta":{}}\n' +
      '{"id":2,"text":"Lies","annotations":[{"label":3,"user":7},{"label":2,"user":8}],"meta":{}}\n'
    const { format, comments } = await readExport({ text })
    expect({ format, answers: answersOf(comments) }).toEqual({
      format: 'doccano',
      answers: [
        ['1', [['7', '2']]],
        [
          '2',
          [
            ['7', '3'],
            ['8', '2'],
          ],
        ],
      ],
    })
  })

  test.each([
    ['doccano-relations.jsonl', [['21', [['doccano', 'PLACE']]]]],
    [
      'doccano-old.json',
      [
        [
          '31',
          [
            ['5', '3'],
            ['6', '4'],
          ],
        ],
      ],
    ],
    [
      'doccano.csv',
      [
        ['41', [['doccano', 'critic']]],
        [
          '42',
          [
            ['doccano', 'critic'],
            ['doccano', 'troll'],
          ],
        ],
        ['43', []],
      ],
    ],
  ])('is read from %s', async (name, expected) => {
    const { format, comments } = await readExport({ text: fixture(name) })
    expect({ format, answers: answersOf(comments) }).toEqual({ format: 'doccano', answers: expected })
  })

  test('is known without ids, with "labels", and with one label as a text', async () => {
    const text = '{"text":"a b","labels":["x"],"meta":{"wiki":1}}\n{"text":"c","labels":[]}\n'
    expect(answersOf((await readExport({ text })).comments)).toEqual([
      [null, [['doccano', 'x']]],
      [null, []],
    ])
    expect(formatOf({ text: '{"id":1,"text":"a","label":"x"}\n{"id":2,"text":"b","label":"y"}\n' })).toBe(
      'doccano',
    )
    // With columns of other kinds it is a table, whose columns a person confirms.
    expect(formatOf({ text: '{"text":"a","label":"x","author":"b"}\n' })).toBe('jsonl')
    expect(formatOf({ text: 'id,text,label,author\n1,a,x,b\n2,c,y,d\n' })).toBe('csv')
  })

  test('in another installation gives the same numbers to other texts', async () => {
    const one = await readExport({ text: '{"id":1,"text":"one","label":["x"]}\n' })
    const other = await readExport({ text: '{"id":1,"text":"other","label":["x"]}\n' })
    const again = await readExport({ text: '{"id":1,"text":"one","label":["y"]}\n' })
    expect(other.comments[0]?.key).not.toBe(one.comments[0]?.key)
    expect(again.comments[0]?.key).toBe(one.comments[0]?.key)
  })
})

describe('Label Studio', () => {
  test('gives every annotator’s answers, and none for those who skipped', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('label-studio.json') })
    expect({ format, read }).toEqual({ format: 'label-studio', read: 3 })
    expect(comments[0]).toMatchObject({
      id: '51',
      text: 'Eleven months late. Why? 👏',
      author: 'Kestrel',
      threadId: 't-1',
    })
    expect(comments.map(({ answers }) => answers)).toEqual([
      [
        { coder: 'maren@lowgate.example', label: 'Critic', at: '2026-09-14T09:00:00.713Z', note: null },
        { coder: '7', label: 'Troll', at: '2026-09-14T10:00:00.000Z', note: 'not sure' },
        { coder: '7', label: 'Critic', at: '2026-09-14T10:00:00.000Z', note: 'not sure' },
      ],
      [
        { coder: '7', label: 'Polite', at: '2026-09-14T12:00:00.000Z', note: 'On “شكرا”\nQuestion: span' },
        { coder: '7', label: '4', at: '2026-09-14T12:00:00.000Z', note: 'Question: stars' },
      ],
      [],
    ])
    expect(problems).toMatchObject([{ row: 1, reason: 'no-answer', value: '8: skipped', skipped: false }])
    expect(comments[1]).toMatchObject({ text: 'شكرا لك', createdAt: null })
  })

  test.each([
    ['label-studio-completions.json', [['61', [['label-studio', 'Neither']]]]],
    [
      'label-studio-min.json',
      [
        ['51', [['1', 'Critic']]],
        [
          '51',
          [
            ['2', 'Troll'],
            ['2', 'Critic'],
          ],
        ],
      ],
    ],
    [
      'label-studio.csv',
      [
        ['51', [['maren@lowgate.example', 'Critic']]],
        [
          '52',
          [
            ['odon@lowgate.example', 'Troll'],
            ['odon@lowgate.example', 'Critic'],
          ],
        ],
      ],
    ],
  ])('is read from %s', async (name, expected) => {
    const { format, comments } = await readExport({ text: fixture(name) })
    expect({ format, answers: answersOf(comments) }).toEqual({ format: 'label-studio', answers: expected })
  })

  test('gives the same key to the two records of a text that two people labelled', async () => {
    const { comments } = await readExport({ text: fixture('label-studio-min.json') })
    expect(comments[0]?.key).toBe(comments[1]?.key)
  })
})

describe('Prodigy', () => {
  test('is about the label that was shown: whoever rejects it gives none', async () => {
    const { format, comments, problems, read } = await readExport({ text: fixture('prodigy.jsonl') })
    expect({ format, read }).toEqual({ format: 'prodigy', read: 6 })
    expect(answersOf(comments)).toEqual([
      ['-483749350', [['lowgate-maren', 'CRITIC']]],
      ['-483749350', []],
      // An unnamed session, and an option whose id is only a number.
      [
        '5001',
        [
          ['prodigy', 'TROLL'],
          ['prodigy', 'Critic'],
        ],
      ],
      ['5002', []],
      ['5003', [['lowgate-odon', 'PLACE']]],
      // A review keeps what each had said.
      [
        '5004',
        [
          ['lowgate-lead', 'CRITIC'],
          ['lowgate-maren', 'CRITIC'],
          ['lowgate-odon', 'TROLL'],
        ],
      ],
    ])
    expect(comments[0]?.answers[0]?.at).toBe('2026-09-13T09:00:00.000Z')
    expect(comments[0]?.key).toBe(comments[1]?.key)
    expect(comments[0]?.author).toBe('Kestrel')
    expect(comments[4]?.answers[0]?.note).toBe('On “Lowgate”')
    expect(problems.map(({ row, reason, value, skipped }) => [row, reason, value, skipped])).toEqual([
      [2, 'no-answer', 'lowgate-odon: not TROLL', false],
      [4, 'no-answer', 'lowgate-odon: ignored', false],
    ])
  })
})

describe('Argilla', () => {
  const [one, two] = ['0d1f2a3b-0000-4000-8000-000000000001', '0d1f2a3b-0000-4000-8000-000000000002']

  test.each([
    [
      'argilla-2.json',
      [
        [
          'ar-1',
          [
            [one, 'critic'],
            [two, 'troll'],
          ],
        ],
        ['ar-2', []],
      ],
    ],
    [
      'argilla-1.jsonl',
      [
        [
          'ext-1',
          [
            [one, 'critic'],
            [one, 'angry'],
            [one, 'long'],
          ],
        ],
        [null, []],
      ],
    ],
    [
      'argilla-rows.jsonl',
      [
        ['ar-5', [[one, 'critic']]],
        ['ext-9', [[one, 'critic']]],
      ],
    ],
    [
      'argilla-0.json',
      [
        ['old-1', [['maren', 'critic']]],
        ['old-2', []],
      ],
    ],
  ])('is read from %s', async (name, expected) => {
    const { format, comments } = await readExport({ text: fixture(name) })
    expect({ format, answers: answersOf(comments) }).toEqual({ format: 'argilla', answers: expected })
    expect(comments[0]?.text).toBe('Eleven months late. 👏')
  })

  test('keeps drafts and what was discarded out, and says so', async () => {
    expect((await readExport({ text: fixture('argilla-1.jsonl') })).problems).toMatchObject([
      { row: 1, reason: 'no-answer', value: `${two}: discarded`, skipped: false },
    ])
    expect((await readExport({ text: fixture('argilla-rows.jsonl') })).problems).toMatchObject([
      { row: 1, reason: 'no-answer', value: `${two}: draft` },
    ])
  })

  test('has remarks beside labels', async () => {
    const { comments } = await readExport({ text: fixture('argilla-2.json') })
    expect(comments[0]?.answers[0]?.note).toBe('Asks a real question about the report, and waits for it.')
  })
})

test('words with a tag each, as in CoNLL files, hold no labels of texts and are nobody’s here', () => {
  expect(['csv', 'jsonl']).toContain(
    formatOf({ name: 'a.conll', text: '-DOCSTART- O\n\nLowgate B-PLACE\nhides O\n. O\n\nWhy O\n? O\n' }),
  )
})
