import { describe, expect, test } from 'vitest'
import { type Columns, gatherColumns, sumColumns, timesAlike } from '../../../core/classifier/columns.ts'
import { fitRows, type RowFit, type RowProblem } from '../../../core/classifier/fit-rows.ts'
import { fitLogistic } from '../../../core/classifier/logistic.ts'
import { createRandom } from '../../../core/random.ts'

const exactly = 1e-9
const perRow = 12

/** Sparse rows by chance, with a prior that is right more often than not; some columns are in one row only. */
function invent(rowCount: number, bucketCount: number) {
  const random = createRandom(4)
  const texts = Array.from({ length: rowCount }, () => ({
    buckets: Int32Array.from({ length: perRow }, () => Math.floor(random() ** 2 * bucketCount)),
    values: Float32Array.from({ length: perRow }, () => 0.1 + random() / 2),
  }))
  const targets = Uint8Array.from({ length: rowCount }, () => (random() < 0.3 ? 1 : 0))
  const problem: RowProblem = {
    targets,
    rowWeights: Float64Array.from(targets, (target) => (target ? 0.7 : 1)),
    priorLogits: Float64Array.from(targets, (target) => 4 * random() - 2 + target),
    penalty: { weights: 1, slope: 50, bias: 10 },
    start: null,
  }
  return { texts, columns: gatherColumns(texts), problem }
}

/** The same by the slow way: a weight a feature, by L-BFGS. */
function fitByWeights(texts: ReturnType<typeof invent>['texts'], problem: RowProblem, columnCount: number) {
  return fitLogistic({
    rows: {
      starts: Int32Array.from({ length: texts.length + 1 }, (_, row) => row * perRow),
      columns: Int32Array.from(texts.flatMap(({ buckets }) => [...buckets])),
      values: Float32Array.from(texts.flatMap(({ values }) => [...values])),
      columnCount,
    },
    targets: problem.targets,
    rowWeights: Float32Array.from(problem.rowWeights),
    priorLogits: problem.priorLogits,
    penalty: problem.penalty,
    tolerance: 1e-9,
    maxIterations: 500,
  })
}

function fitted(columns: Columns, problem: RowProblem): RowFit {
  const [only] = fitRows(columns, [problem], exactly)
  if (!only) throw new Error('Not fitted')
  return only
}

const weightsOf = (
  columns: Columns,
  { penalty }: RowProblem,
  pulls: Float64Array,
): ReadonlyMap<number, number> => {
  const sums = sumColumns(columns, pulls)
  return new Map(Array.from(columns.buckets, (bucket, at) => [bucket, (sums[at] ?? 0) / penalty.weights]))
}

describe('fitting by rows', () => {
  test.each([
    ['all rows', 1],
    ['two thirds of them', 3],
  ])('comes to the same weights as L-BFGS, on %s', (_, leavesOut) => {
    const { texts, columns, problem: whole } = invent(200, 700)
    const rowWeights = whole.rowWeights.map((weight, row) => (row % leavesOut === 1 ? 0 : weight))
    const problem = { ...whole, rowWeights: Float64Array.from(rowWeights, Math.fround) }
    const byRows = fitted(columns, problem)
    const byWeights = fitByWeights(texts, problem, 700)
    expect(byRows.slope).toBeCloseTo(byWeights.slope, 6)
    expect(byRows.bias).toBeCloseTo(byWeights.bias, 6)
    const weights = weightsOf(columns, problem, byRows.pulls)
    byWeights.weights.forEach((weight, bucket) => {
      expect(weights.get(bucket) ?? 0).toBeCloseTo(weight, 6)
    })
  })

  test('says the log-odds of rows that it was fitted on, and of others', () => {
    const { texts, columns, problem: whole } = invent(120, 500)
    const problem = { ...whole, rowWeights: whole.rowWeights.map((weight, row) => (row < 40 ? 0 : weight)) }
    const { pulls, slope, bias, logits } = fitted(columns, problem)
    const weights = weightsOf(columns, problem, pulls)
    texts.forEach(({ buckets, values }, row) => {
      const own = buckets.reduce((sum, bucket, at) => sum + (weights.get(bucket) ?? 0) * (values[at] ?? 0), 0)
      expect(logits[row]).toBeCloseTo(slope * (problem.priorLogits[row] ?? 0) + bias + own, 9)
    })
  })

  test('is close to the exact fit as it is used', () => {
    for (const weights of [1, 0.1]) {
      const { columns, problem } = invent(400, 600)
      const penalty = { weights, slope: 1, bias: 1 }
      const exact = fitted(columns, { ...problem, penalty })
      const [usual] = fitRows(columns, [{ ...problem, penalty }])
      const gaps = exact.logits.map((logit, row) => Math.abs(logit - (usual?.logits[row] ?? 0)))
      expect(Math.max(...gaps)).toBeLessThan(0.03)
    }
  })

  test('fits many side by side as each by itself, to the bit', () => {
    const { columns, problem } = invent(150, 400)
    const problems = Array.from({ length: 11 }, (_, at) => ({
      ...problem,
      rowWeights: problem.rowWeights.map((weight, row) => (row % (at + 2) === 0 ? 0 : weight)),
    }))
    expect(fitRows(columns, problems, exactly)).toEqual(problems.map((one) => fitted(columns, one)))
    expect(fitRows(columns, [])).toEqual([])
  })

  test('finds the length of a step where the loss is flat', () => {
    const { columns, problem } = invent(60, 200)
    // Far out the loss is flat: a step by the curvature alone would overshoot by far.
    const priorLogits = Float64Array.from(problem.targets, (target) => (target ? -12 : 12))
    const { logits } = fitted(columns, {
      ...problem,
      priorLogits,
      penalty: { weights: 0.01, slope: 0.1, bias: 0.1 },
    })
    expect(logits.every(Number.isFinite)).toBe(true)
    const right = logits.filter((logit, row) => logit > 0 === (problem.targets[row] === 1)).length
    expect(right).toBeGreaterThan(57)
  })

  test('stays where there is nothing to learn from', () => {
    const { columns, problem } = invent(20, 50)
    const { pulls, slope, bias, logits } = fitted(columns, { ...problem, rowWeights: new Float64Array(20) })
    expect({ slope, bias }).toEqual({ slope: 1, bias: 0 })
    expect(pulls).toEqual(new Float64Array(20))
    expect(logits).toEqual(problem.priorLogits)
  })
})

describe('columns', () => {
  const texts = [
    { buckets: Int32Array.of(7, 3, 9, 7), values: Float32Array.of(0.5, 1, 2, 0.25) },
    { buckets: Int32Array.of(), values: Float32Array.of() },
    { buckets: Int32Array.of(3, 1), values: Float32Array.of(4, 8) },
  ]

  test('put those that occur more than once first', () => {
    const { buckets, sharedCount, ownSquares } = gatherColumns(texts)
    expect([...buckets.slice(0, sharedCount)]).toEqual([3, 7])
    expect([...buckets.slice(sharedCount)]).toEqual([1, 9])
    expect([...ownSquares]).toEqual([4, 0, 64])
  })

  test('sum over rows, and say what is alike', () => {
    const columns = gatherColumns(texts)
    const amounts = Float64Array.of(1, 10, 100)
    expect([...sumColumns(columns, amounts)]).toEqual([401, 0.75, 800, 2])
    // Row 0 with itself: 1 + 0.75 * 0.75 + 4; with row 2: 4. Row 2 with itself: 16 + 64.
    const once = Float64Array.of(5.5625 + 400, 0, 4 + 8000)
    for (const count of [0, 1, 2, 4, 5, 9]) {
      const lists = Array.from({ length: count }, (_, at) => amounts.map((amount) => amount * 2 ** at))
      expect(timesAlike(columns, lists)).toEqual(lists.map((_, at) => once.map((one) => one * 2 ** at)))
    }
  })

  test('of nothing are none', () => {
    expect(gatherColumns([])).toMatchObject({ rowCount: 0, sharedCount: 0 })
    expect(gatherColumns([]).buckets).toHaveLength(0)
  })
})
