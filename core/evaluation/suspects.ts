/** Decisions that are probably mistakes. Only ever a list to look at again. */
import { type LabelledText, teachingLabels } from '../classifier/classifier.ts'
import type { Suspect } from '../contract/answers.ts'
import type { Judged } from './measurement.ts'

type Label = LabelledText['label']

const mostSuspects = 50

/**
 * Confident learning. How sure the model usually is of a label, where people gave it, is that label's threshold; a
 * decision is suspect when the model is at least as sure of another label, and surer of it than of the one given. So a
 * model that is seldom sure of trolls may still doubt a critic.
 *
 * @param judged by models that have not learned from them
 * @returns the likeliest mistakes first, at most fifty
 * @source Northcutt, Jiang and Chuang (2021), Confident learning: estimating uncertainty in dataset labels, Journal of
 * Artificial Intelligence Research 70, 1373-1411, equation 2
 */
export function findSuspects(judged: readonly Judged[]): readonly Omit<Suspect, 'excerpt'>[] {
  const thresholds = new Map(teachingLabels.map((label) => [label, usualConfidence(judged, label)]))
  return judged
    .flatMap(({ decision, suggestion }) => {
      const { commentId, label } = decision
      const likely = likeliestOther(suggestion, label)
      const probability = suggestion[likely]
      const isSuspect = probability >= (thresholds.get(likely) ?? 1) && probability > suggestion[label]
      return isSuspect ? [{ commentId, label, likely, probability }] : []
    })
    .toSorted((one, other) => other.probability - one.probability || one.commentId - other.commentId)
    .slice(0, mostSuspects)
}

/** Mean probability of the label where people gave it; nothing reaches that of a label nobody gave. */
function usualConfidence(judged: readonly Judged[], label: Label): number {
  const own = judged.filter(({ decision }) => decision.label === label)
  if (own.length === 0) return Number.POSITIVE_INFINITY
  return own.reduce((sum, { suggestion }) => sum + suggestion[label], 0) / own.length
}

function likeliestOther(suggestion: Judged['suggestion'], given: Label): Label {
  const [first, ...rest] = teachingLabels.filter((label) => label !== given)
  return rest.reduce<Label>(
    (best, label) => (suggestion[label] > suggestion[best] ? label : best),
    first ?? 'critic',
  )
}
