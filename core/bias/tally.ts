/** Adds comments up: for each group how often each thing could have happened, and did. */
import { type BiasDimension, type BiasMeasure, biasMeasures } from '../contract/bias-report.ts'
import { unsureBand } from '../records.ts'
import type { Groups } from './dimensions.ts'
import type { DecidedComment, Opinion } from './rows.ts'

/** [how many there are, then for each measure its hits and what they are of]. */
export type Counts = Float64Array
export const newCounts = (): Counts => new Float64Array(1 + 2 * biasMeasures.length)
export const hitsAt = (measure: BiasMeasure): number => 1 + 2 * biasMeasures.indexOf(measure)
export const ofAt = (measure: BiasMeasure): number => hitsAt(measure) + 1

export interface DimensionTally {
  /** All that the dimension knows of. */
  readonly all: Counts
  readonly groups: Map<string, Counts>
  unknown: number
}
export type Tallies = Map<BiasDimension, DimensionTally>

/** Fewer groups than these are kept apart; what is new after them is still among all. */
const mostGroups = 2000

/**
 * What happened to a comment as some of its coders saw it.
 *
 * @param said the label that counts as called
 */
export function outcomeOf(
  { label, isFinal, isOverturned }: DecidedComment,
  { said, opinions, harmful }: { said: string; opinions: readonly Opinion[]; harmful: string },
): Counts {
  const counts = newCounts()
  counts[0] = 1
  const put = (measure: BiasMeasure, isHit: boolean) => {
    counts[ofAt(measure)] = 1
    counts[hitsAt(measure)] = isHit ? 1 : 0
  }
  put('troll', said === harmful)
  const accuses = (one: Opinion) => one.label === harmful
  if (isFinal && opinions.some(accuses)) put('overturned', isOverturned)
  if (!isFinal || label === harmful || label === unsureBand) return counts
  const fair = opinions.filter((one) => one.isBlind || one.isRandom)
  const suggested = fair.find((one) => one.suggested !== null)?.suggested
  if (suggested !== undefined) put('by-model', suggested === harmful)
  if (fair.length > 0) put('by-people', fair.some(accuses))
  return counts
}

/** Puts it into each of its groups. */
export function addTo(tallies: Tallies, groups: Groups, counts: Counts): void {
  // Safe: `Groups` has no other keys.
  for (const [id, keys] of Object.entries(groups) as [BiasDimension, readonly string[] | null][]) {
    const tally = tallies.get(id) ?? { all: newCounts(), groups: new Map(), unknown: 0 }
    tallies.set(id, tally)
    if (keys === null) {
      tally.unknown += 1
      continue
    }
    addCounts(tally.all, counts)
    for (const key of keys) {
      const group = tally.groups.get(key) ?? newCounts()
      if (tally.groups.size < mostGroups) tally.groups.set(key, group)
      addCounts(group, counts)
    }
  }
}

export function addCounts(to: Counts, counts: Counts): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + (counts[at] ?? 0)
}
