/** What would help the model of a project most. */
import type { ModelReport, NextStep } from '../contract/model-report.ts'

export type Facts = Pick<ModelReport, 'learned' | 'threshold' | 'suspects'>

/**
 * A model first, then a threshold of the project's own where there is one, then the decisions that may be mistakes.
 *
 * @param labels those that teach, in the order of the codebook
 */
export function nextStep({ learned, threshold, suspects }: Facts, labels: readonly string[]): NextStep {
  const missing = labels.filter((label) => (learned[label] ?? 0) === 0)
  // The fewest that a line can be drawn between.
  if (labels.length - missing.length < 2) return { kind: 'first-lesson', missing }
  if (threshold && threshold.nonTrolls < threshold.needed) {
    const { nonTrolls, needed } = threshold
    return { kind: 'draw-more', count: needed - nonTrolls, nonTrolls, needed }
  }
  return suspects.length > 0 ? { kind: 'look-again', count: suspects.length } : { kind: 'nothing' }
}
