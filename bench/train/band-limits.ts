/** Where the shipped starter's bands begin, from the development examples. */
import type { Thresholds } from '../../core/classifier/decide.ts'
import { thresholdFor } from '../../core/evaluation/threshold.ts'
import type { Example } from './read-examples.ts'

/** Mean share of those who are no trolls, over the sets, that may be suggested as troll. */
export const accusationLimit = 0.005
/** And that may be suggested as troll or left to a person. */
export const doubtLimit = 0.05
/** Sets with fewer say too little about so small a share. */
export const fewestNegatives = 100
const margin = 0.06

/** @param scores calibrated log-odds of troll, one an example */
export function bandLimits(examples: readonly Example[], scores: readonly number[]): Thresholds {
  const innocent = examples
    .map(({ source, label }, at) => ({ source, label, score: scores[at] ?? 0 }))
    .filter(({ label }) => label !== 'troll')
  const bySet = [...Map.groupBy(innocent, ({ source }) => source).values()]
    .filter((set) => set.length >= fewestNegatives)
    .map((set) => set.map(({ score }) => score))
  return { troll: thresholdFor(bySet, accusationLimit), unsure: thresholdFor(bySet, doubtLimit), margin }
}
