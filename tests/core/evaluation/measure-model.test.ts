import { describe, expect, test } from 'vitest'
import type { Classifier, Taught } from '../../../core/classifier/classifier.ts'
import { foldOf } from '../../../core/classifier/cross-fit.ts'
import { measureModel } from '../../../core/evaluation/measure-model.ts'
import { starter } from '../classifier/starter.ts'
import { inventDecisions } from '../classifier/teaching.ts'

const limit = { accusationLimit: 0.02 }
const decisions = inventDecisions(240).map((one, at) => ({ ...one, measures: at % 2 === 0 }))

describe('measuring a model', () => {
  const { measurement, suspects } = measureModel(starter, decisions, limit)

  test('counts the decisions that may measure, and no others', () => {
    const measuring = decisions.filter(({ measures }) => measures)
    expect(measurement?.total).toBe(measuring.length)
    expect(measurement?.confusion.map(({ label, total }) => [label, total])).toEqual(
      (['troll', 'critic', 'neither'] as const).map((label) => [
        label,
        measuring.filter((one) => one.label === label).length,
      ]),
    )
    for (const { said, total } of measurement?.confusion ?? []) {
      expect(Object.keys(said)).toEqual(['troll', 'critic', 'neither', 'unsure'])
      expect(Object.values(said).reduce((sum, n) => sum + n, 0)).toBe(total)
    }
    expect(measurement?.accusations?.of).toBe(measuring.filter(({ label }) => label !== 'troll').length)
    expect(measurement?.reliability.map(({ label }) => label)).toEqual(['troll', 'critic'])
  })

  test('names the model of all decisions', () => {
    expect(measurement?.modelVersion).toBe(starter.learn(decisions, limit)?.version)
  })

  test('shows how it learned: from nothing, doubling, to all but a fifth', () => {
    const learning = measurement?.learning ?? []
    expect(learning.slice(0, -1).map(({ decisions: size }) => size)).toEqual([0, 25, 50, 100])
    const last = learning.at(-1)?.decisions ?? 0
    expect(last).toBeGreaterThan(150)
    expect(last).toBeLessThan(decisions.length)
    expect(learning.at(-1)?.right.hits).toBeGreaterThan(learning[0]?.right.hits ?? Number.NaN)
    expect(new Set(learning.map(({ right }) => right.of))).toEqual(new Set([120]))
  })

  test('finds hardly a mistake where all decisions follow one rule', () => {
    expect(suspects.length).toBeLessThan(decisions.length / 50)
  })
})

test('never judges a decision by a model that has seen a copy of it', () => {
  const rows = decisions.flatMap((one) => [one, { ...one, text: one.text.toUpperCase() }])
  const spy: Classifier = {
    ...starter,
    version: starter.version,
    suggest: (texts) => starter.suggest(texts),
    save: () => null,
    learn: (taught) => {
      const seen = new Set(taught.map(({ text }) => text.toLowerCase()))
      return {
        ...spy,
        suggest: (texts) => {
          expect(texts.filter((text) => seen.has(text.toLowerCase()))).toEqual([])
          return starter.suggest(texts)
        },
      }
    },
  }
  expect(measureModel(spy, rows, limit).measurement?.total).toBe(240)
})

test('teaches the learning curve the oldest decisions first', () => {
  const lessons: (readonly Taught[])[] = []
  const spy: Classifier = {
    ...starter,
    suggest: (texts) => starter.suggest(texts),
    save: () => null,
    learn: (taught) => {
      lessons.push(taught)
      return null
    },
  }
  measureModel(spy, decisions, limit)
  const first = lessons.filter(({ length }) => length === 25)
  expect(first).toHaveLength(5)
  for (const lesson of first) {
    const folds = new Set(lesson.map(({ text }) => foldOf(text)))
    expect(folds.size).toBe(4)
    const others = decisions.filter(({ text }) => folds.has(foldOf(text)))
    expect(lesson).toEqual(others.slice(0, 25))
  }
})

/** Every twentieth decision the other way round. */
const isWrong = (commentId: number): boolean => commentId % 20 === 0
const mistaken = decisions.map((one) => {
  if (!isWrong(one.commentId)) return one
  return { ...one, label: one.label === 'troll' ? ('critic' as const) : ('troll' as const) }
})

test('finds decisions that were probably mistakes', () => {
  const { suspects } = measureModel(starter, mistaken, limit)
  const found = suspects.filter(({ commentId }) => isWrong(commentId))
  // Of comments as alike as these, about half are less sure than the mean.
  expect(found.length).toBeGreaterThanOrEqual(4)
  expect(suspects.length - found.length).toBeLessThanOrEqual(3)
  for (const { commentId, label, likely } of suspects) {
    expect(label).toBe(mistaken.find((one) => one.commentId === commentId)?.label)
    expect(likely).not.toBe(label)
  }
})

test('has nothing to measure without decisions drawn at random, and still looks for mistakes', () => {
  const picked = mistaken.map((one) => ({ ...one, measures: false }))
  const { measurement, suspects } = measureModel(starter, picked, limit)
  expect(measurement).toBeNull()
  expect(suspects.filter(({ commentId }) => isWrong(commentId)).length).toBeGreaterThanOrEqual(4)
  expect(measureModel(starter, [], limit)).toEqual({ measurement: null, suspects: [], counted: [] })
})

test('measures the starter where there is one label only', () => {
  const critics = decisions.map((one) => ({ ...one, label: 'critic' as const }))
  const { measurement } = measureModel(starter, critics, limit)
  expect(measurement?.modelVersion).toBe(starter.version)
  expect(measurement?.quality.find(({ label }) => label === 'troll')?.recall).toBeNull()
})

test('copes with one decision, and with all the same', () => {
  const same = decisions.slice(0, 40).map((one) => ({ ...one, text: 'the same' }))
  for (const rows of [decisions.slice(0, 1), same]) {
    const { measurement } = measureModel(starter, rows, limit)
    expect(measurement?.learning.map(({ decisions: size }) => size)).toEqual([0])
  }
})

test('stops when asked', () => {
  let asked = 0
  const isCancelled = () => ++asked > 2
  expect(() => measureModel(starter, decisions, { ...limit, isCancelled })).toThrow(
    expect.objectContaining({ code: 'cancelled' }),
  )
  expect(asked).toBe(3)
})
