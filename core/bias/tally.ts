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

/** What happened to one: a bit for each place of `Counts`. There are millions of them, and of these no two are kept. */
export type Outcome = number

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
): Outcome {
  const accuses = (one: Opinion) => one.label === harmful
  let outcome = 1 | bitsOf('troll', said === harmful)
  if (isFinal && opinions.some(accuses)) outcome |= bitsOf('overturned', isOverturned)
  if (!isFinal || label === harmful || label === unsureBand) return outcome
  const fair = opinions.filter((one) => one.isBlind || one.isRandom)
  const suggested = fair.find((one) => one.suggested !== null)?.suggested
  if (suggested !== undefined) outcome |= bitsOf('by-model', suggested === harmful)
  if (fair.length > 0) outcome |= bitsOf('by-people', fair.some(accuses))
  return outcome
}

function bitsOf(measure: BiasMeasure, isHit: boolean): Outcome {
  return (1 << ofAt(measure)) | (isHit ? 1 << hitsAt(measure) : 0)
}

/** Puts it into each of its groups. */
export function addTo(tallies: Tallies, groups: Groups, outcome: Outcome): void {
  for (const [id, keys] of groups) {
    const tally = tallies.get(id) ?? { all: newCounts(), groups: new Map(), unknown: 0 }
    tallies.set(id, tally)
    if (keys === null) {
      tally.unknown += 1
      continue
    }
    addOutcome(tally.all, outcome)
    for (const key of keys) {
      const group = tally.groups.get(key) ?? newCounts()
      if (tally.groups.size < mostGroups) tally.groups.set(key, group)
      addOutcome(group, outcome)
    }
  }
}

export function addOutcome(to: Counts, outcome: Outcome): void {
  for (let at = 0; at < to.length; at += 1) if (outcome & (1 << at)) to[at] = (to[at] ?? 0) + 1
}
