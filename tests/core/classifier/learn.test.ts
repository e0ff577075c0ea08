import { describe, expect, test } from 'vitest'
import type { Classifier, Taught } from '../../../core/classifier/classifier.ts'
import { loadProjectModel, loadStarter } from '../../../core/classifier/linear-classifier.ts'
import { writeStarter } from '../../../core/classifier/starter-file.ts'
import { createRandom, shuffle } from '../../../core/random.ts'
import { bucketCount } from '../../../core/text/features.ts'
import { critics, neithers, trolls } from './sentences.ts'
import { starter, starterBytes } from './starter.ts'

const limit = { accusationLimit: 0.02 }
const one = (text: string, label: Taught['label'], commentId = 0): Taught => ({
  commentId,
  text,
  label,
  measures: false,
})
const labelled = (texts: readonly string[], label: Taught['label']): readonly Taught[] =>
  texts.map((text, at) => one(text, label, at))
const decisions = [
  ...labelled(critics, 'critic'),
  ...labelled(trolls, 'troll'),
  ...labelled(neithers, 'neither'),
]
const learnFrom = (rows: readonly Taught[], from: Classifier = starter): Classifier => {
  const model = from.learn(rows, limit)
  if (!model) throw new Error('Nothing learned')
  return model
}
const trollOf = (model: Classifier, text: string): number => model.suggest([text])[0]?.troll ?? Number.NaN
const texts = decisions.map(({ text }) => text)

describe('learning', () => {
  test('comes to fit the decisions', () => {
    const model = learnFrom(decisions)
    expect(model.decisions).toBe(decisions.length)
    const right = (classifier: Classifier) =>
      classifier.suggest(texts).filter(({ troll, critic, neither }, at) => {
        const label = troll > Math.max(critic, neither) ? 'troll' : critic > neither ? 'critic' : 'neither'
        return label === decisions[at]?.label
      }).length
    expect(right(model)).toBeGreaterThan(right(starter))
    expect(right(model)).toBeGreaterThan(decisions.length * 0.95)
  })

  test('carries over to words that the starter does not know', () => {
    const rows = [
      ...labelled(
        ['you zorblat', 'what a zorblat you are', 'shut it zorblat', 'zorblat zorblat', 'silly zorblat'],
        'troll',
      ),
      ...labelled(['the quimble is late', 'quimble again', 'fix the quimble', 'quimble broke'], 'critic'),
    ]
    const model = learnFrom(rows)
    const unseen = 'They are a zorblat'
    expect(trollOf(model, unseen)).toBeGreaterThan(trollOf(starter, unseen) + 0.1)
  })

  test('takes a correction: a comment decided as critic scores lower as troll', () => {
    const corrected = '"Idiots" is what your receptionist called us. I want an apology.'
    const model = learnFrom([one(corrected, 'critic'), one('See you on Monday.', 'neither')])
    expect(trollOf(model, corrected)).toBeLessThan(trollOf(starter, corrected))
  })

  test('does not take the rest for trolls when mostly trolls were decided', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      trolls.map((text) => one(`${text} ${at}`, 'troll')),
    ).flat()
    const model = learnFrom([...rows, ...labelled(critics.slice(0, 3), 'critic')])
    const rest = [...critics.slice(3), ...neithers]
    expect(rest.filter((text) => model.suggest([text])[0]?.band === 'troll')).toEqual([])
  })

  test('gives the same classifier whatever the order', () => {
    const model = learnFrom(decisions)
    const again = learnFrom(shuffle(decisions, createRandom(3)))
    expect(again.version).toBe(model.version)
    expect(again.save()).toEqual(model.save())
  })

  test('starts from the starter, so that a decision taken back leaves no trace', () => {
    const few = decisions.slice(0, 60)
    const more = learnFrom(decisions)
    expect(learnFrom(few, more).version).toBe(learnFrom(few).version)
  })

  test('has nothing to learn from one kind of label', () => {
    expect(starter.learn([], limit)).toBeNull()
    expect(starter.learn([one('a', 'troll')], limit)).toBeNull()
    expect(starter.learn(labelled(trolls, 'troll'), limit)).toBeNull()
  })

  test('learns from empty and odd comments without losing its head', () => {
    const model = learnFrom([
      one('', 'troll'),
      one('', 'critic'),
      one('\ud800', 'neither'),
      one('😀', 'troll'),
    ])
    for (const { troll, critic, neither } of model.suggest(['', '😀', 'hello there'])) {
      expect(troll + critic + neither).toBeCloseTo(1, 12)
    }
  })

  test('shows evidence for what it has learned', () => {
    const rows = [...labelled(Array(20).fill('what a zorblat'), 'troll'), ...labelled(critics, 'critic')]
    const text = 'Such a zorblat'
    const [suggestion] = learnFrom(rows).suggest([text], { evidence: true })
    const passages = suggestion?.evidence.filter(({ towards }) => towards === 'troll') ?? []
    expect(passages.some(({ start, end }) => text.slice(start, end).includes('zorblat'))).toBe(true)
  })
})

describe('keeping', () => {
  test('a model is the same after it is saved and loaded', () => {
    const model = learnFrom(decisions)
    const loaded = loadProjectModel(starter, model.save() ?? new Uint8Array(), limit)
    expect(loaded.version).toBe(model.version)
    expect(loaded.decisions).toBe(model.decisions)
    expect(loaded.suggest(texts, { evidence: true })).toEqual(model.suggest(texts, { evidence: true }))
    expect(loaded.save()).toEqual(model.save())
  })

  test('versions name the weights', () => {
    expect(starter.version).toMatch(/^starter-[0-9a-f]{8}$/)
    expect(starter.decisions).toBe(0)
    expect(starter.save()).toBeNull()
    const model = learnFrom(decisions)
    expect(model.version).toMatch(new RegExp(`^${starter.version}\\+${decisions.length}\\.[0-9a-f]{8}$`))
    expect(learnFrom(decisions.slice(1)).version).not.toBe(model.version)
  })

  test('a starter read from the middle of a larger buffer is the same', () => {
    const padded = new Uint8Array(starterBytes.length + 5)
    padded.set(starterBytes, 3)
    expect(loadStarter(padded.subarray(3, 3 + starterBytes.length)).version).toBe(starter.version)
  })

  test.each([
    ['empty', new Uint8Array(), /not a Fair Hearing starter/],
    [
      'something else',
      new TextEncoder().encode('PNG and so on, at some length'),
      /not a Fair Hearing starter/,
    ],
    ['cut off', starterBytes.slice(0, 1000), /damaged/],
    ['cut off in its header', starterBytes.slice(0, 10), /damaged/],
    ['changed in one byte', starterBytes.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)), /damaged/],
    ['newer', starterBytes.map((byte, at) => (at === 8 ? 99 : byte)), /newer/],
  ])('refuses a starter that is %s', (_, bytes, sentence) => {
    expect(() => loadStarter(bytes)).toThrow(expect.objectContaining({ code: 'bad-request' }))
    expect(() => loadStarter(bytes)).toThrow(sentence)
  })

  test('refuses a project model that is damaged, foreign, older or newer', () => {
    const bytes = learnFrom(decisions).save() ?? new Uint8Array()
    const load = (changed: Uint8Array) => () => loadProjectModel(starter, changed, limit)
    expect(load(starterBytes)).toThrow(/not a model/)
    expect(load(new Uint8Array())).toThrow(/not a model/)
    expect(load(bytes.slice(0, -4))).toThrow(/damaged/)
    expect(load(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))).toThrow(/damaged/)
    expect(load(bytes.map((byte, at) => (at === 8 ? 99 : byte)))).toThrow(/newer/)
    expect(load(bytes.map((byte, at) => (at === 8 ? 1 : byte)))).toThrow(/earlier/)
    expect(load(bytes.slice(0, -4))).toThrow(expect.objectContaining({ code: 'bad-request' }))
  })

  test('refuses a project model that was learned on another starter', () => {
    const head = { weights: new Float64Array(bucketCount), bias: 0 }
    const other = loadStarter(writeStarter(head, head, { troll: 2, unsure: 1, margin: 0.1 }))
    const bytes = learnFrom(decisions).save() ?? new Uint8Array()
    expect(() => loadProjectModel(other, bytes, limit)).toThrow(/another starter/)
  })
})
