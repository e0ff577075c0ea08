import { describe, expect, test } from 'vitest'
import type { Classifier, Taught } from '../../../core/classifier/classifier.ts'
import { learnerOf, loadProjectModel } from '../../../core/classifier/linear-classifier.ts'
import { measureModel } from '../../../core/evaluation/measure-model.ts'
import { createRandom, shuffle } from '../../../core/random.ts'
import { inventInArabic, labels } from './arabic.ts'
import { starter } from './starter.ts'

const limit = { accusationLimit: 0.02 }
const learner = learnerOf(labels)
const decisions = inventInArabic(120)
function learnFrom(rows: readonly Taught[], from: Classifier = learner): Classifier {
  const model = from.learn(rows, limit)
  if (!model) throw new Error('Nothing learned')
  return model
}
const rightOf = (model: Classifier, rows: readonly Taught[]) =>
  model.suggest(rows.map(({ text }) => text)).filter(({ band }, at) => band === rows[at]?.label).length /
  rows.length
const sumOf = (shares: Readonly<Record<string, number>>) =>
  Object.values(shares).reduce((sum, share) => sum + share, 0)

describe('before the first lesson', () => {
  test('there is nothing to suggest by', () => {
    expect(learner).toMatchObject({ canSuggest: false, decisions: 0, threshold: null, harmful: null, labels })
    expect(learner.version).toMatch(/^labels-[0-9a-f]{8}$/)
    expect(learner.save()).toBeNull()
    expect(learner.suggest(['شكرا'])).toEqual([
      { shares: Object.fromEntries(labels.map((label) => [label, 1 / 3])), band: 'unsure', evidence: [] },
    ])
  })

  test('nothing is learned from one label, or none', () => {
    expect(learner.learn([], limit)).toBeNull()
    expect(
      learner.learn(
        decisions.map((one) => ({ ...one, label: labels[0] })),
        limit,
      ),
    ).toBeNull()
  })
})

describe('learning labels of one’s own', () => {
  test('from forty decisions in another language gets most of the rest right', () => {
    const model = learnFrom(decisions.slice(0, 40))
    expect(model).toMatchObject({ canSuggest: true, decisions: 40, threshold: null })
    expect(model.version).toMatch(new RegExp(`^${learner.version}\\+40\\.[0-9a-f]{8}$`))
    expect(rightOf(model, inventInArabic(100, { seed: 8 }))).toBeGreaterThan(0.8)
  })

  test('gives shares that add up to 1 for any text', () => {
    const model = learnFrom(decisions)
    for (const { shares } of model.suggest(['', '😀', '\ud800', 'x'.repeat(50_000), 'شكرا لكم'])) {
      expect(Object.keys(shares)).toEqual(labels)
      expect(sumOf(shares)).toBeCloseTo(1, 12)
    }
  })

  test('gives the same bytes in any order, and after a decision and its undo', () => {
    const model = learnFrom(decisions)
    expect(learnFrom(shuffle(decisions, createRandom(4))).save()).toEqual(model.save())
    const fewer = learnFrom(decisions.slice(1), model)
    expect(fewer.version).not.toBe(model.version)
    expect(learnFrom(decisions, fewer).save()).toEqual(model.save())
  })

  test('leaves open what it knows nothing of', () => {
    const [odd] = learnFrom(decisions).suggest(['Zwölf Boxkämpfer jagen Viktor'])
    expect(odd?.band).toBe('unsure')
  })

  test('suggests a label only when it is likelier than all others, and clearly than the next', () => {
    for (const { band, shares } of learnFrom(decisions.slice(0, 30)).suggest(
      inventInArabic(200, { seed: 5 }).map(({ text }) => text),
    )) {
      const [first = 0, second = 0] = Object.values(shares).toSorted((one, other) => other - one)
      expect(band !== 'unsure').toBe(first >= 0.5 && first - second >= 0.2)
      if (band !== 'unsure') expect(shares[band]).toBe(first)
    }
  })

  test('finds a label likely that was given, and unlikely that was not', () => {
    const two = decisions.filter(({ label }) => label !== labels[2])
    const said = learnFrom(two).suggest(two.map(({ text }) => text))
    for (const { shares, band } of said) {
      expect(shares[labels[2]]).toBeLessThan(0.2)
      expect(band).not.toBe(labels[2])
    }
  })

  test('underlines the words that speak for each label', () => {
    const model = learnFrom(decisions)
    const text = 'شكرا جزيلا على كل شيء'
    const [suggestion] = model.suggest([text], { evidence: true })
    expect(suggestion?.band).toBe('شكر')
    const [strongest] = suggestion?.evidence ?? []
    expect(strongest?.towards).toBe('شكر')
    expect(text.slice(strongest?.start, strongest?.end)).toContain('شكرا')
  })

  test('of two labels gives each what the other has not', () => {
    const rows = decisions.map((one) => ({ ...one, label: one.label === 'شكر' ? 'yes' : 'no' }))
    const model = learnFrom(rows, learnerOf(['yes', 'no']))
    expect(rightOf(model, rows)).toBeGreaterThan(0.9)
    for (const { shares } of model.suggest(rows.map(({ text }) => text)))
      expect(sumOf(shares)).toBeCloseTo(1, 12)
  })

  test('tells twelve labels apart', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `label-${at}`)
    const rows = Array.from({ length: 240 }, (_, at): Taught => {
      const label = twelve[at % 12] ?? ''
      return { commentId: at, text: `话题${at % 12}号，第${at}条评论 topic${at % 12}`, label, measures: true }
    })
    const model = learnFrom(rows, learnerOf(twelve))
    const right = model.suggest(rows.map(({ text }) => text)).filter(({ shares }, at) => {
      const best = twelve.toSorted((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0))[0]
      return best === rows[at]?.label
    }).length
    expect(right).toBeGreaterThan(230)
  })

  test('is calibrated by decisions that measure, from fifty on', () => {
    const as = (measures: boolean, count: number) =>
      learnFrom(decisions.slice(0, count).map((one) => ({ ...one, measures }))).version
    expect(as(true, 49)).toBe(as(false, 49))
    expect(as(true, 60)).not.toBe(as(false, 60))
  })
})

describe('keeping what was learned of them', () => {
  const bytes = learnFrom(decisions).save() ?? new Uint8Array()
  const texts = decisions.map(({ text }) => text)

  test('is the same after it is saved and loaded', () => {
    const loaded = loadProjectModel(learnerOf(labels), bytes, { accusationLimit: 0.2 })
    expect(loaded.version).toBe(learnFrom(decisions).version)
    expect(loaded.suggest(texts, { evidence: true })).toEqual(
      learnFrom(decisions).suggest(texts, { evidence: true }),
    )
  })

  test.each([
    ['of other labels', learnerOf(['a', 'b', 'c']), bytes, /other labels/],
    ['of the same labels in another order', learnerOf(labels.toReversed()), bytes, /other labels/],
    ['of one label less', learnerOf(labels.slice(1)), bytes, /other labels/],
    ['for the starter', starter, bytes, /another starter/],
    ['cut off', learner, bytes.slice(0, -4), /damaged/],
    ['of a newer app', learner, bytes.map((byte, at) => (at === 8 ? 99 : byte)), /newer/],
  ])('refuses a model %s', (_, base, given, sentence) => {
    expect(() => loadProjectModel(base, given, limit)).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    )
    expect(() => loadProjectModel(base, given, limit)).toThrow(sentence)
  })
})

test('measures them: each label, no accusations, and a curve from the first lesson', () => {
  const all: readonly string[] = labels
  const wrong = decisions.map((one, at) =>
    at % 30 === 0 ? { ...one, label: all[(all.indexOf(one.label) + 1) % 3] ?? '' } : one,
  )
  const { measurement, suspects } = measureModel(learner, wrong, limit)
  expect(measurement).toMatchObject({ total: 120, accusations: null })
  expect(measurement?.confusion.map(({ label }) => label)).toEqual(labels)
  expect(Object.keys(measurement?.confusion[0]?.said ?? {})).toEqual([...labels, 'unsure'])
  expect(measurement?.reliability.map(({ label }) => label)).toEqual(labels)
  expect(measurement?.learning[0]?.decisions).toBe(25)
  expect(suspects.filter(({ commentId }) => (commentId - 1) % 30 === 0).length).toBeGreaterThan(1)
})
