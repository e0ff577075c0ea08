/** Regularised logistic regression over sparse rows, on top of a given logit that stays as it is. */
import { minimize } from './lbfgs.ts'

/** Rows of a sparse matrix, one after the other: row i is `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
  readonly columnCount: number
}

export interface LogisticProblem {
  readonly rows: SparseRows
  /** 0 or 1 a row. */
  readonly targets: Uint8Array
  /** How much each row counts; null for one each. */
  readonly rowWeights: Float32Array | null
  /** What is known of each row beforehand (log-odds); null for nothing. Its slope starts at 1 and is drawn to 1. */
  readonly priorLogits: Float64Array | null
  /** Strength of the squared penalties. */
  readonly penalty: { readonly weights: number; readonly slope: number; readonly bias: number }
  readonly tolerance: number
  readonly maxIterations: number
}

/** logit = slope * prior logit + bias + weights . features */
export interface LogisticFit {
  readonly weights: Float64Array
  readonly slope: number
  readonly bias: number
}

/** Fits all rows at once, to convergence: no randomness, no learning rate. */
export function fitLogistic(problem: LogisticProblem): LogisticFit {
  const { columnCount } = problem.rows
  const start = new Float64Array(columnCount + 2)
  start[columnCount] = 1
  const point = minimize((at, gradient) => loss(problem, at, gradient), start, problem)
  return {
    weights: point.slice(0, columnCount),
    slope: point[columnCount] ?? 1,
    bias: point[columnCount + 1] ?? 0,
  }
}

/** 1 / (1 + e^-logit), without overflow. */
export function sigmoid(logit: number): number {
  return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit))
}

/** Parameters are the weights, then the slope, then the bias. */
function loss(problem: LogisticProblem, point: Float64Array, gradient: Float64Array): number {
  const { rows, targets, rowWeights, priorLogits } = problem
  const { starts, columns, values, columnCount } = rows
  const bias = point[columnCount + 1] ?? 0
  const slope = point[columnCount] ?? 1
  let total = penalise(problem, point, gradient)
  for (let row = 0; row < targets.length; row++) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? 0
    const prior = priorLogits === null ? 0 : (priorLogits[row] ?? 0)
    let logit = bias + slope * prior
    // Here and below, `as number`: the indexes are in range, and asking for `?? 0` costs a third of the time.
    for (let at = from; at < to; at++)
      logit += (values[at] as number) * (point[columns[at] as number] as number)
    const weight = rowWeights === null ? 1 : (rowWeights[row] ?? 0)
    const target = targets[row] ?? 0
    total += weight * (Math.max(logit, 0) - target * logit + Math.log1p(Math.exp(-Math.abs(logit))))
    const error = weight * (sigmoid(logit) - target)
    for (let at = from; at < to; at++) {
      const column = columns[at] as number
      gradient[column] = (gradient[column] as number) + error * (values[at] as number)
    }
    gradient[columnCount] = (gradient[columnCount] ?? 0) + error * prior
    gradient[columnCount + 1] = (gradient[columnCount + 1] ?? 0) + error
  }
  return total
}

/** Sets the gradient to that of the penalties and returns their sum. */
function penalise(problem: LogisticProblem, point: Float64Array, gradient: Float64Array): number {
  const { penalty } = problem
  const { columnCount } = problem.rows
  let squares = 0
  for (let at = 0; at < columnCount; at++) {
    const weight = point[at] ?? 0
    squares += weight * weight
    gradient[at] = penalty.weights * weight
  }
  const fromOne = (point[columnCount] ?? 1) - 1
  const bias = point[columnCount + 1] ?? 0
  gradient[columnCount] = penalty.slope * fromOne
  gradient[columnCount + 1] = penalty.bias * bias
  return (penalty.weights * squares + penalty.slope * fromOne * fromOne + penalty.bias * bias * bias) / 2
}
