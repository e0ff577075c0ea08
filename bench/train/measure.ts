/** How the starter does on the development examples of each set. */
import type { Classifier } from '../../core/classifier/classifier.ts'
import { calibrationError, ratesAt, rocAuc, type Scored } from '../../core/evaluation/metrics.ts'
import { questions } from './fit-starter.ts'
import type { Example } from './read-examples.ts'

/** Null where a set has too few of a kind to say. */
export interface SetMetrics {
  readonly source: string
  readonly trolls: number
  readonly others: number
  readonly auc: number | null
  readonly recall: number | null
  readonly falseAccusations: number | null
  readonly unsure: number
  readonly criticAuc: number | null
  readonly calibrationError: number | null
}

/** One a set, in the order they come. */
export function measure(starter: Classifier, examples: readonly Example[]): readonly SetMetrics[] {
  const sets = Map.groupBy(
    examples.filter(({ split }) => split === 'dev'),
    ({ source }) => source,
  )
  return [...sets].map(([source, set]) => measureSet(starter, source, set))
}

function measureSet(starter: Classifier, source: string, examples: readonly Example[]): SetMetrics {
  const suggestions = starter.suggest(examples.map(({ text }) => text))
  const rows = examples.flatMap((example, at) => {
    const suggestion = suggestions[at]
    return suggestion ? [{ example, suggestion }] : []
  })
  const byTroll = rows.map(
    ({ example, suggestion }): Scored => ({ score: suggestion.troll, isPositive: questions.troll(example) }),
  )
  const accused = rows.map(
    ({ example, suggestion }): Scored => ({
      score: suggestion.band === 'troll' ? 1 : 0,
      isPositive: questions.troll(example),
    }),
  )
  const byCritic = rows.flatMap(({ example, suggestion }): readonly Scored[] => {
    const isPositive = questions.critic(example)
    const score = suggestion.critic / (suggestion.critic + suggestion.neither)
    return isPositive === null ? [] : [{ score, isPositive }]
  })
  const { recall, falsePositives } = ratesAt(accused, 1)
  const trolls = byTroll.filter(({ isPositive }) => isPositive).length
  return {
    source,
    trolls,
    others: rows.length - trolls,
    auc: rocAuc(byTroll),
    recall,
    falseAccusations: falsePositives,
    unsure: rows.filter(({ suggestion }) => suggestion.band === 'unsure').length / rows.length,
    criticAuc: rocAuc(byCritic),
    calibrationError: calibrationError(byTroll),
  }
}
