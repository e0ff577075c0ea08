import { expect, test } from 'vitest'
import { fitLogistic, type LogisticProblem } from '../../../core/classifier/logistic.ts'
import { minimizeByNewton } from '../../../core/classifier/newton.ts'
import { createRandom } from '../../../core/random.ts'

/** Sparse rows by chance, with a prior that is right more often than not. */
function inventProblem(rowCount: number, columnCount: number): LogisticProblem {
  const random = createRandom(4)
  const perRow = 12
  const targets = Uint8Array.from({ length: rowCount }, () => (random() < 0.3 ? 1 : 0))
  return {
    rows: {
      starts: Int32Array.from({ length: rowCount + 1 }, (_, row) => row * perRow),
      columns: Int32Array.from({ length: rowCount * perRow }, () => Math.floor(random() ** 2 * columnCount)),
      values: Float32Array.from({ length: rowCount * perRow }, () => 0.1 + random() / 2),
      columnCount,
    },
    targets,
    rowWeights: Float32Array.from(targets, (target) => (target ? 0.7 : 1)),
    priorLogits: Float64Array.from(targets, (target) => 4 * random() - 2 + target),
    penalty: { weights: 1, slope: 50, bias: 10 },
    tolerance: 1e-8,
    maxIterations: 300,
  }
}

test('comes to the same fit as L-BFGS', () => {
  const problem = inventProblem(200, 300)
  const byGradient = fitLogistic(problem)
  const byNewton = fitLogistic({ ...problem, usesCurvature: true })
  expect(byNewton.slope).toBeCloseTo(byGradient.slope, 6)
  expect(byNewton.bias).toBeCloseTo(byGradient.bias, 6)
  byNewton.weights.forEach((weight, at) => {
    expect(weight).toBeCloseTo(byGradient.weights[at] ?? Number.NaN, 6)
  })
})

test('is close with a loose tolerance already', () => {
  const problem = inventProblem(200, 300)
  const exact = fitLogistic(problem)
  const quick = fitLogistic({ ...problem, usesCurvature: true, tolerance: 0.01 })
  const gaps = quick.weights.map((weight, at) => Math.abs(weight - (exact.weights[at] ?? 0)))
  expect(Math.max(...gaps)).toBeLessThan(0.01)
})

test('shortens a step that goes too far', () => {
  // The root of 1 + x^2: flat far out, where a full Newton step from 3 lands at -27 and further each time.
  const bowl = {
    at: 0,
    slopeAt(point: Float64Array, gradient: Float64Array): number {
      const [x = 0] = point
      bowl.at = x
      gradient[0] = x / Math.sqrt(1 + x * x)
      return Math.sqrt(1 + x * x)
    },
    bend(direction: Float64Array, product: Float64Array): void {
      product[0] = (direction[0] ?? 0) / (1 + bowl.at ** 2) ** 1.5
    },
    diagonal: Float64Array.of(1),
  }
  const [lowest = Number.NaN] = minimizeByNewton(bowl, Float64Array.of(3), { tolerance: 1e-8, maxSteps: 100 })
  expect(lowest).toBeCloseTo(0, 6)
})

test('stays where there is nowhere to go', () => {
  const flat = {
    slopeAt: (_: Float64Array, gradient: Float64Array): number => {
      gradient.fill(0)
      return 1
    },
    bend: (direction: Float64Array, product: Float64Array) => product.set(direction),
    diagonal: Float64Array.of(1, 1),
  }
  expect(minimizeByNewton(flat, Float64Array.of(1, 2), { tolerance: 0.01, maxSteps: 9 })).toEqual(
    Float64Array.of(1, 2),
  )
})
