import { describe, expect, test } from 'vitest'
import type { Classifier, Taught } from '../../../core/classifier/classifier.ts'
import { loadProjectModel } from '../../../core/classifier/linear-classifier.ts'
import { createRandom, shuffle } from '../../../core/random.ts'
import { starter } from './starter.ts'
import { inventDecisions } from './teaching.ts'

const limit = { accusationLimit: 0.02 }
const decisions = inventDecisions(150).map((one, at) => ({ ...one, measures: at % 2 === 0 }))
function learnFrom(rows: readonly Taught[], from: Classifier = starter): Classifier {
  const model = from.learn(rows, limit)
  if (!model) throw new Error('Nothing learned')
  return model
}

describe('the same decisions give the same bytes', () => {
  test('in any order', () => {
    const bytes = learnFrom(decisions).save()
    for (const seed of [1, 2, 3]) {
      expect(learnFrom(shuffle(decisions, createRandom(seed))).save()).toEqual(bytes)
    }
  })

  test('after one more and its undo, whatever was learned between', () => {
    const before = learnFrom(decisions)
    const extra = {
      commentId: 999,
      text: 'you idiot, the bus is late',
      label: 'critic',
      measures: true,
    } as const
    const between = learnFrom([...decisions, extra], before)
    const after = learnFrom(decisions, between)
    expect(between.version).not.toBe(before.version)
    expect(after.save()).toEqual(before.save())
    expect(after.version).toBe(before.version)
    expect(after.threshold).toEqual(before.threshold)
  })

  test('with copies of a text under other labels and draws', () => {
    const copies: readonly Taught[] = [true, false].flatMap((measures) =>
      (['troll', 'critic', 'neither'] as const).map((label, at) => ({
        commentId: 1000 + at,
        text: 'the very same words',
        label,
        measures,
      })),
    )
    const rows = [...decisions, ...copies]
    expect(learnFrom(rows.toReversed()).save()).toEqual(learnFrom(rows).save())
  })

  test('whatever the limit it was learned with', () => {
    const strict = starter.learn(decisions, { accusationLimit: 0.001 })
    expect(strict?.save()).toEqual(learnFrom(decisions).save())
  })
})

describe('odd decisions', () => {
  const strange = [
    '',
    ' \n\t ',
    '😀😀😀',
    '\ud800',
    'a\udc00b\ud800',
    'x'.repeat(100_000),
    'you idiot '.repeat(10_000),
    'مرحبا بالعالم',
    'https://example.org/only/a/link',
  ]
  const check = (model: Classifier) => {
    for (const { troll, critic, neither } of model.suggest([...strange, 'hello there'])) {
      expect(troll + critic + neither).toBeCloseTo(1, 12)
    }
    expect(loadProjectModel(starter, model.save() ?? new Uint8Array(), limit).version).toBe(model.version)
  }
  const labels = ['troll', 'critic', 'neither'] as const

  test('teach without a number that is none', () => {
    check(
      learnFrom(
        Array.from({ length: 90 }, (_, at): Taught => {
          const label = labels[at % 3] ?? 'critic'
          return { commentId: at, text: strange[at % strange.length] ?? '', label, measures: true }
        }),
      ),
    )
  })

  test('of one label teach nothing', () => {
    for (const label of labels) {
      expect(
        starter.learn(
          decisions.map((one) => ({ ...one, label })),
          limit,
        ),
      ).toBeNull()
    }
  })

  test.each([
    ['the same text under all labels', 'the same'],
    ['no text at all', ''],
  ])('of %s', (_, text) => {
    check(
      learnFrom(
        Array.from({ length: 120 }, (_, at): Taught => {
          const label = labels[at % 3] ?? 'critic'
          return { commentId: at, text, label, measures: true }
        }),
      ),
    )
  })

  test('that hold trolls and one other leave the critics as the starter has them', () => {
    check(learnFrom(decisions.map((one) => ({ ...one, label: one.label === 'troll' ? 'troll' : 'neither' }))))
  })

  test('that contradict each other on the same text end in between', () => {
    const text = 'that was quite a meeting'
    const rows = [
      ...decisions,
      ...Array.from({ length: 20 }, (_, at): Taught => {
        return { commentId: 500 + at, text, label: at % 2 ? 'troll' : 'critic', measures: false }
      }),
    ]
    const [suggestion] = learnFrom(rows).suggest([text])
    expect(suggestion?.troll).toBeGreaterThan(0.1)
    expect(suggestion?.troll).toBeLessThan(0.9)
  })
})
