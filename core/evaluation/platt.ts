/** Turns scores into probabilities that mean something, with a straight line through the log-odds. */
import { fitLogistic } from '../classifier/logistic.ts'
import type { Scored } from './metrics.ts'

/** logit = slope * score + offset */
export interface PlattScale {
  readonly slope: number
  readonly offset: number
}

/** How strongly the slope is drawn to 1 and the offset to 0: one over the variance that is thought likely. */
export interface PlattPull {
  readonly slope: number
  readonly offset: number
}

/** Just enough for the line to be found where yes and no do not overlap. */
const barely: PlattPull = { slope: 1e-6, offset: 1e-6 }

/**
 * Fits the line to examples that the scores were not trained on.
 *
 * @param examples scores are log-odds
 * @param pull for few examples of scores that are log-odds already
 * @source Platt (1999), Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers
 */
export function fitPlatt(examples: readonly Scored[], pull: PlattPull = barely): PlattScale {
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
    penalty: { weights: 0, slope: pull.slope, bias: pull.offset },
    tolerance: 1e-9,
    maxIterations: 200,
  })
  return { slope: fit.slope, offset: fit.bias }
}
