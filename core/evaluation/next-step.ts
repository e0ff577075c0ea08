/** What would help the model of a project most. */
import { teachingLabels } from '../classifier/classifier.ts'
import type { ModelReport, NextStep } from '../contract/answers.ts'

export type Facts = Pick<ModelReport, 'learned' | 'threshold' | 'suspects'>

/** A model first, then a threshold of the project's own, then the decisions that may be mistakes. */
export function nextStep({ learned, threshold, suspects }: Facts): NextStep {
  const missing = teachingLabels.filter((label) => (learned[label] ?? 0) === 0)
  // The fewest that a line can be drawn between.
  if (teachingLabels.length - missing.length < 2) return { kind: 'first-lesson', missing }
  const { nonTrolls, needed } = threshold
  if (nonTrolls < needed) return { kind: 'draw-more', count: needed - nonTrolls, nonTrolls, needed }
  return suspects.length > 0 ? { kind: 'look-again', count: suspects.length } : { kind: 'nothing' }
}
