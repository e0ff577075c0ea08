import { expect, test } from 'vitest'
import { minimize } from '../../../core/classifier/lbfgs.ts'
import { fitLogistic, sigmoid } from '../../../core/classifier/logistic.ts'
import { fitPlatt } from '../../../core/evaluation/platt.ts'
import { thresholdFor } from '../../../core/evaluation/threshold.ts'

/** Hours studied and whether the exam was passed: the worked example that encyclopedias and courses use. */
const hours = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
]
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]

test('fits the hours-and-exam example: slope 1.5046, intercept -4.0777', () => {
  const fit = fitLogistic({
    rows: {
      starts: Int32Array.from({ length: 21 }, (_, row) => row),
      columns: new Int32Array(20),
      values: Float32Array.from(hours),
      columnCount: 1,
    },
    targets: Uint8Array.from(passed),
    rowWeights: null,
    priorLogits: null,
    penalty: { weights: 0, slope: 0, bias: 0 },
    tolerance: 1e-9,
    maxIterations: 500,
  })
  expect(fit.weights[0]).toBeCloseTo(1.5046, 4)
  expect(fit.bias).toBeCloseTo(-4.0777, 4)
})

test('finds the same line by Platt scaling, and weighs examples', () => {
  const examples = hours.map((score, at) => ({ score, isPositive: passed[at] === 1 }))
  const line = fitPlatt(examples)
  expect(line.slope).toBeCloseTo(1.5046, 3)
  expect(line.offset).toBeCloseTo(-4.0777, 3)
  const doubled = fitPlatt([...examples, ...examples.slice(0, 5)])
  const weighted = fitPlatt(examples.map((example, at) => ({ ...example, weight: at < 5 ? 2 : 1 })))
  expect(weighted.slope).toBeCloseTo(doubled.slope, 5)
})

test('holds weights back with a penalty', () => {
  const problem = {
    rows: {
      starts: Int32Array.of(0, 1, 2),
      columns: Int32Array.of(0, 1),
      values: Float32Array.of(1, 1),
      columnCount: 2,
    },
    targets: Uint8Array.of(1, 0),
    rowWeights: null,
    priorLogits: null,
    tolerance: 1e-9,
    maxIterations: 200,
  }
  const fit = fitLogistic({ ...problem, penalty: { weights: 1, slope: 1, bias: 0 } })
  // At the optimum the weight equals the error it leaves: w = 1 - sigmoid(w), so 0.4012.
  expect(fit.weights[0]).toBeCloseTo(0.4012, 3)
  expect(fit.weights[0]).toBeCloseTo(1 - sigmoid(fit.weights[0] ?? 0), 6)
  expect(fit.weights[1]).toBeCloseTo(-(fit.weights[0] ?? 0), 6)
})

test('walks down the Rosenbrock valley to (1, 1)', () => {
  const valley = (point: Float64Array, gradient: Float64Array): number => {
    const [x = 0, y = 0] = point
    gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
    gradient[1] = 200 * (y - x * x)
    return 100 * (y - x * x) ** 2 + (1 - x) ** 2
  }
  const end = minimize(valley, Float64Array.of(-1.2, 1), { tolerance: 1e-9, maxIterations: 500 })
  expect(end[0]).toBeCloseTo(1, 5)
  expect(end[1]).toBeCloseTo(1, 5)
})

test('keeps the sigmoid finite at both ends', () => {
  expect(sigmoid(1e6)).toBe(1)
  expect(sigmoid(-1e6)).toBe(0)
  expect(sigmoid(0)).toBe(0.5)
})

test('draws the line where the limit allows, every set counting the same', () => {
  const large = Array.from({ length: 100 }, (_, at) => at / 100)
  expect(thresholdFor([large], 0.02)).toBeCloseTo(0.975)
  // Half of a small set's two would be 25 % of all, over the limit.
  expect(thresholdFor([large, [0.5, 2]], 0.2)).toBe(Number.POSITIVE_INFINITY)
  expect(thresholdFor([], 0.2)).toBe(Number.POSITIVE_INFINITY)
})

test('never splits equal scores', () => {
  expect(thresholdFor([[1, 1, 1, 0]], 0.5)).toBe(Number.POSITIVE_INFINITY)
  expect(thresholdFor([[1, 1, 0, 0]], 0.5)).toBe(0.5)
})
