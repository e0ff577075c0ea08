import { expect, test } from 'vitest'
import { fitLogistic } from '../../../core/classifier/logistic.ts'
import { mergeExclusive } from '../../../core/classifier/merge-exclusive.ts'

/** Column 1 is shared; 0 and 2 are the first row's alone, 3 is the second's, 4 the third's. */
const rows = {
  starts: Int32Array.of(0, 3, 5, 7),
  columns: Int32Array.of(0, 1, 2, 1, 3, 1, 4),
  values: Float32Array.of(0.3, 0.5, 0.4, 0.9, 0.2, 0.1, 0.7),
  columnCount: 5,
}
const problem = {
  targets: Uint8Array.of(1, 0, 1),
  rowWeights: null,
  priorLogits: null,
  penalty: { weights: 1, slope: 1, bias: 0.1 },
  tolerance: 1e-10,
  maxIterations: 500,
}

test('fits the same weights with fewer columns', () => {
  const { rows: merged, spread } = mergeExclusive(rows)
  expect(merged.columnCount).toBe(4)
  const whole = fitLogistic({ ...problem, rows })
  const short = fitLogistic({ ...problem, rows: merged })
  expect(short.bias).toBeCloseTo(whole.bias, 6)
  const weights = spread(short.weights)
  whole.weights.forEach((weight, column) => {
    expect(weights[column]).toBeCloseTo(weight, 6)
  })
})

test('takes rows with nothing of their own and rows with nothing at all', () => {
  const { rows: merged, spread } = mergeExclusive({
    starts: Int32Array.of(0, 1, 2, 2),
    columns: Int32Array.of(0, 0),
    values: Float32Array.of(1, 1),
    columnCount: 1,
  })
  expect([...spread(fitLogistic({ ...problem, rows: merged }).weights)].every(Number.isFinite)).toBe(true)
})
