/** Turns scores into probabilities that mean something, with a straight line through the log-odds. */
import { fitLogistic } from '../classifier/logistic.ts'
import type { Scored } from './metrics.ts'

/** logit = slope * score + offset */
export interface PlattScale {
  readonly slope: number
  readonly offset: number
}

/**
 * Fits the line to examples that the scores were not trained on.
 *
 * @param examples scores are log-odds
 * @source Platt (1999), Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers
 */
export function fitPlatt(examples: readonly Scored[]): PlattScale {
  const fit = fitLogistic({
    rows: {
      starts: new Int32Array(examples.length + 1),
      columns: new Int32Array(0),
      values: new Float32Array(0),
      columnCount: 0,
    },
    targets: Uint8Array.from(examples, ({ isPositive }) => (isPositive ? 1 : 0)),
    rowWeights: Float32Array.from(examples, ({ weight }) => weight ?? 1),
    priorLogits: Float64Array.from(examples, ({ score }) => score),
    penalty: { weights: 0, slope: 1e-6, bias: 1e-6 },
    tolerance: 1e-9,
    maxIterations: 200,
  })
  return { slope: fit.slope, offset: fit.bias }
}
