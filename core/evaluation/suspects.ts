/** Decisions that are probably mistakes. Only ever a list to look at again. */
import type { Suspect } from '../contract/model-report.ts'
import { type Judged, likeliest, shareFor } from './measurement.ts'

const mostSuspects = 50
/**
 * By equation 2 alone, where labels are seldom told apart, one decision in four was listed, most of them right. A list to
 * look at again must be worth the look: of the two labels, the model has to be this sure that it is the other.
 */
const leastSure = 0.9

/**
 * Confident learning. How sure the model usually is of a label, where people gave it, is that label's threshold; a
 * decision is suspect when the model is at least as sure of another label, and surer of it than of the one given. So a
 * model that is seldom sure of trolls may still doubt a critic. Of
 * those, the ones where it is at least 90 % sure, had it only these two labels to choose from.
 *
 * @param judged by models that have not learned from them
 * @param labels those that teach; at least two
 * @returns those with the widest gap between the two labels first, at most fifty
 * @source Northcutt, Jiang and Chuang (2021), Confident learning: estimating uncertainty in dataset labels, Journal of
 * Artificial Intelligence Research 70, 1373-1411, equation 2
 */
export function findSuspects(
  judged: readonly Judged[],
  labels: readonly string[],
): readonly Omit<Suspect, 'excerpt'>[] {
  const thresholds = new Map(labels.map((label) => [label, usualConfidence(judged, label)]))
  return judged
    .flatMap((one) => {
      const { commentId, label } = one.decision
      const others = labels.filter((other) => other !== label)
      const likely = likeliest(one, others)
      const probability = shareFor(one, likely)
      const given = shareFor(one, label)
      const margin = probability - given
      const isSure = probability >= leastSure * (probability + given)
      const isSuspect = isSure && probability >= (thresholds.get(likely) ?? 1)
      return isSuspect ? [{ margin, suspect: { commentId, label, likely, probability } }] : []
    })
    .toSorted((one, other) => other.margin - one.margin || one.suspect.commentId - other.suspect.commentId)
    .slice(0, mostSuspects)
    .map(({ suspect }) => suspect)
}

/** Mean probability of the label where people gave it; nothing reaches that of a label nobody gave. */
function usualConfidence(judged: readonly Judged[], label: string): number {
  const own = judged.filter(({ decision }) => decision.label === label)
  if (own.length === 0) return Number.POSITIVE_INFINITY
  return own.reduce((sum, one) => sum + shareFor(one, label), 0) / own.length
}
