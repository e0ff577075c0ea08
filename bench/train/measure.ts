/** How the starter does on the development examples of each set. */
import type { Classifier } from '../../core/classifier/classifier.ts'
import { calibrationError, ratesAt, rocAuc, type Scored } from '../../core/evaluation/metrics.ts'
import type { Suggestion } from '../../core/records.ts'
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

/** Of a kind in a set, so many at most are taken for the mean over kinds. */
const mostOfAKind = 300

/**
 * F1 of the likeliest label, averaged over troll, critic and neither: the development examples of all sets that say
 * which of the three a comment is.
 *
 * @returns in [0, 1]
 */
export function macroF1(starter: Classifier, examples: readonly Example[]): number {
  const known = examples.filter(({ split, label }) => split === 'dev' && label !== 'nontroll')
  const kinds = Map.groupBy(known, ({ source, label }) => `${source} ${label}`)
  const taken = [...kinds.values()].flatMap((kind) => kind.slice(0, mostOfAKind))
  const said = starter.suggest(taken.map(({ text }) => text)).map(likeliest)
  const scores = starter.labels.map((label) => {
    const hits = taken.filter((one, at) => one.label === label && said[at] === label).length
    const either =
      taken.filter((one) => one.label === label).length + said.filter((one) => one === label).length
    return either === 0 ? 0 : (2 * hits) / either
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

const likeliest = ({ shares: { troll = 0, critic = 0, neither = 0 } }: Suggestion) =>
  troll >= critic && troll >= neither ? 'troll' : critic >= neither ? 'critic' : 'neither'

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
    ({ example, suggestion }): Scored => ({
      score: suggestion.shares.troll ?? 0,
      isPositive: questions.troll(example),
    }),
  )
  const accused = rows.map(
    ({ example, suggestion }): Scored => ({
      score: suggestion.band === 'troll' ? 1 : 0,
      isPositive: questions.troll(example),
    }),
  )
  const byCritic = rows.flatMap(({ example, suggestion }): readonly Scored[] => {
    const isPositive = questions.critic(example)
    const { critic = 0, neither = 0 } = suggestion.shares
    const score = critic / (critic + neither)
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
