import { expect, test } from 'vitest'
import { calibrationError, ratesAt, rocAuc, type Scored } from '../../../core/evaluation/metrics.ts'

const scored = (pairs: readonly (readonly [number, 0 | 1])[]): readonly Scored[] =>
  pairs.map(([score, truth]) => ({ score, isPositive: truth === 1 }))

test("gives the example of scikit-learn's manual its area of 0.75", () => {
  const examples = scored([
    [0.1, 0],
    [0.4, 0],
    [0.35, 1],
    [0.8, 1],
  ])
  expect(rocAuc(examples)).toBe(0.75)
})

test('counts ties half and does not depend on the order', () => {
  const examples = scored([
    [1, 1],
    [1, 0],
    [1, 0],
    [2, 1],
  ])
  expect(rocAuc(examples)).toBe(0.75)
  expect(rocAuc(examples.toReversed())).toBe(0.75)
})

test('has no area without both kinds', () => {
  expect(rocAuc(scored([[1, 1]]))).toBeNull()
  expect(rocAuc([])).toBeNull()
})

test('counts accusations at the threshold and above', () => {
  const examples = scored([
    [0.9, 1],
    [0.5, 1],
    [0.5, 0],
    [0.1, 0],
    [0.1, 0],
  ])
  expect(ratesAt(examples, 0.5)).toEqual({ recall: 1, precision: 2 / 3, falsePositives: 1 / 3 })
  expect(ratesAt(examples, 0.6)).toEqual({ recall: 0.5, precision: 1, falsePositives: 0 })
  expect(ratesAt([], 0.6)).toEqual({ recall: null, precision: null, falsePositives: null })
})

test("gives the example of TorchMetrics' manual its calibration error of 0.29", () => {
  const examples = scored([
    [0.25, 0],
    [0.25, 0],
    [0.55, 1],
    [0.75, 1],
    [0.75, 1],
  ])
  expect(calibrationError(examples, 2)).toBeCloseTo(0.29, 10)
  expect(calibrationError([])).toBeNull()
})
