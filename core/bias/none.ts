/** The report of a project whose labels accuse nobody. Apart from the counting, which it takes long to load. */
import type { BiasReport, GroupRate } from '../contract/bias-report.ts'

const never: GroupRate = { hits: 0, of: 0, share: null, comparison: null }

export const noBias: BiasReport = {
  harmful: null,
  comments: 0,
  decisions: 0,
  overall: { troll: never, overturned: never, 'by-model': never, 'by-people': never },
  dimensions: [],
  groups: 0,
  comparisons: 0,
  fewest: 0,
}
