import { describe, expect, test } from 'vitest'
import { makeCodebook, parseCodebook } from '../../core/codebook.ts'
import { CodebookDraft } from '../../core/contract/requests.ts'
import { hasStarter, standardCodebook, teachingLabels } from '../../core/labels.ts'

const draft = (...names: readonly string[]) => ({
  name: 'Ours',
  labels: names.map((name) => ({ name, definition: `What ${name} means` })),
})
const made = (...names: readonly string[]) => makeCodebook(draft(...names), 'own-1')
const own = (...names: readonly string[]) => teachingLabels(made(...names))
const idsOf = (...names: readonly string[]) => own(...names).map(({ id }) => id)
const lettersOf = (...names: readonly string[]) => own(...names).map(({ letter }) => letter)

describe('a codebook of one’s own', () => {
  test('has the labels as they were named, then ours for what is not sure', () => {
    const codebook = made('Rant', 'Praise')
    expect(codebook).toMatchObject({ id: 'own-1', version: 1, name: 'Ours', notGrounds: '' })
    expect(codebook.labels).toEqual([
      {
        id: 'rant',
        name: 'Rant',
        letter: 'N',
        shape: 'letter',
        tone: 'own',
        short: 'What Rant means',
        definition: 'What Rant means',
        examples: [],
        reasons: [],
        needsGrounds: false,
      },
      expect.objectContaining({ id: 'praise', letter: 'I' }),
      standardCodebook.labels.at(-1),
    ])
    expect(hasStarter(codebook)).toBe(false)
  })

  test('takes examples and reasons where it is given them, each reason with an id', () => {
    const examples = [{ text: 'Who signed it off?', shows: 'a plain question' }]
    const reasons = ['Threat', 'threat', 'تهديد'].map((name) => ({ name, sentence: '' }))
    const labels = [
      { name: 'a', definition: '', examples, reasons },
      { name: 'b', definition: '' },
    ]
    expect(CodebookDraft.safeParse({ name: 'x', labels }).success).toBe(true)
    const [first, second] = makeCodebook({ name: 'x', labels }, 'own-1').labels
    expect(first?.examples).toEqual(examples)
    expect(first?.reasons.map(({ id }) => id)).toEqual(['threat', 'threat-2', 'تهديد'])
    expect([second?.examples, second?.reasons]).toEqual([[], []])
  })

  test('of an older project has none of them, and is read all the same', () => {
    const older = { id: 'own-1', version: 1, name: 'x', notGrounds: '', labels: [{ id: 'a', name: 'A' }] }
    const [label] = parseCodebook(JSON.stringify(older)).labels
    expect(label).toMatchObject({ id: 'a', examples: [], reasons: [] })
  })

  test('keeps a long definition whole, and its beginning for the button', () => {
    const definition = 'قول يطلب شيئا '.repeat(20).trim()
    const [label] = makeCodebook({ name: 'x', labels: [{ name: 'a', definition }] }, 'own-1').labels
    expect(label?.definition).toBe(definition)
    expect(label?.short.length).toBeLessThanOrEqual(48)
    expect(label?.short).toMatch(/…$/)
  })
})

describe('ids', () => {
  test.each([
    [
      ['Angry Rant!', 'Angry  rant?'],
      ['angry-rant', 'angry-rant-2'],
    ],
    [
      ['شكوى', 'شُكْر', 'سؤال عام'],
      ['شكوى', 'شُكْر', 'سؤال-عام'],
    ],
    [
      ['抱怨', '感谢', '提问'],
      ['抱怨', '感谢', '提问'],
    ],
    [
      ['Ärger', 'Größe', 'ＦＵＬＬ'],
      ['ärger', 'größe', 'full'],
    ],
    [
      ['Unsure?', 'constructor', '__proto__'],
      ['unsure-2', 'constructor-2', 'proto'],
    ],
    [
      ['👍', '👎', '1'],
      ['label', 'label-2', '1'],
    ],
  ])('of %j are %j', (names, ids) => {
    expect(idsOf(...names)).toEqual(ids)
  })

  test('are never too long to be decided with, nor cut in the middle of a sign', () => {
    for (const id of idsOf('ﷺ'.repeat(40), '𠀀'.repeat(20), 'x'.repeat(40))) {
      expect(id.length).toBeLessThanOrEqual(50)
      expect(id.isWellFormed()).toBe(true)
    }
  })
})

describe('keys', () => {
  test.each([
    ['the first letter', ['Blame', 'Thanks'], ['B', 'T']],
    ['the next free one where initials are equal', ['Bait', 'Brave', 'Bat', 'Ba'], ['B', 'V', 'T', '4']],
    ['of any script', ['شكوى', 'شكر', 'سؤال'], ['ش', 'ك', 'س']],
    ['of scripts without cases', ['抱怨', '感谢', '提问'], ['抱', '感', '提']],
    ['upper case', ['éloge', 'ярость'], ['É', 'Я']],
    [
      'never one that moves, skips, undoes or is unsure',
      ['Skim', 'Jog', 'Zoom', 'Guru'],
      ['I', '2', '3', '4'],
    ],
    ['a digit only for its own place', ['1 star', '5 stars', '3 stars'], ['1', 'T', '3']],
    ['of no letter that is two in the other case', ['ß', 'ŉ', 'İx'], ['1', 'N', '3']],
    ['the place where there is no letter', ['👍', '👎'], ['1', '2']],
  ])('are %s', (_, names, letters) => {
    expect(lettersOf(...names)).toEqual(letters)
  })

  test('are there for twelve labels of the same letter, all different', () => {
    const letters = lettersOf(...Array.from({ length: 12 }, (_, at) => 'А'.repeat(at + 1)))
    expect(letters).toEqual(['А', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'B', 'C'])
  })
})

describe('names', () => {
  test.each([
    ['the same', ['Rant', 'Rant']],
    ['the same but for capitals and width', ['Rant', 'Praise', 'ｒＡＮＴ']],
    ['the same but for spaces', ['a  b', ' a b ']],
    ['that of our own for what is not sure', ['Rant', 'unsure']],
  ])('are refused with a sentence where they are %s', (_, names) => {
    expect(() => made(...names)).toThrow(expect.objectContaining({ code: 'bad-request' }))
    expect(() => made(...names)).toThrow(/Two labels are called .*name of its own/)
  })
})
