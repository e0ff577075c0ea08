/** Counts decided comments up to the bias report. Reads each once, so that they may come from a database. */
import {
  type BiasDimension,
  type BiasDimensionReport,
  type BiasGroup,
  type BiasMeasure,
  type BiasReport,
  biasDimensions,
  biasMeasures,
  type GroupComparison,
  type GroupRate,
} from '../contract/bias-report.ts'
import { benjaminiHochberg, chanceOfDifference } from '../evaluation/comparing.ts'
import { newcombe, wilson } from '../evaluation/intervals.ts'
import { createGrouping, type GroupingFacts, ofDecisions, overlapping, ownOrder } from './dimensions.ts'
import type { DecidedComment } from './rows.ts'
import { type Named, searchFor } from './searches.ts'
import {
  addOutcome,
  addTo,
  type Counts,
  type DimensionTally,
  hitsAt,
  newCounts,
  ofAt,
  outcomeOf,
  type Tallies,
} from './tally.ts'

export interface BiasFacts extends GroupingFacts, Named {
  /** The id of the label that accuses. */
  readonly harmful: string
  /** All threads that have a decided comment. */
  readonly threadCount: number
}

/**
 * Of fewer, none at all still leaves a true rate of up to 16 in 100 open (Wilson), more than the rates there are to be
 * compared: nothing could be told.
 */
export const fewestToSay = 20
const mostListed = 20
/** So many of the largest are listed, however small they are. */
const alwaysListed = 5
const falseShare = 0.05

/** @param comments in any order */
export function biasOf(comments: Iterable<DecidedComment>, facts: BiasFacts): BiasReport {
  const sum = addUp(comments, facts)
  const drafts = biasDimensions.flatMap((id) => {
    const tally = sum.tallies.get(id)
    return tally && tally.groups.size > 0 ? [draftOf(id, tally, facts)] : []
  })
  const compared = judge(drafts.filter(({ groups }) => groups.length > 1))
  return {
    harmful: facts.harmful,
    comments: sum.comments[0] ?? 0,
    decisions: sum.decisions,
    overall: ratesOf((measure) => rateOf(sum.comments, measure)),
    dimensions: compared.dimensions,
    groups: compared.dimensions.flatMap(({ groups }) => groups.filter(isCompared)).length,
    comparisons: compared.comparisons,
    fewest: fewestToSay,
  }
}

function addUp(comments: Iterable<DecidedComment>, facts: BiasFacts) {
  const grouping = createGrouping(facts)
  const { harmful } = facts
  const tallies: Tallies = new Map()
  const all = newCounts()
  let decisions = 0
  for (const comment of comments) {
    const { label, opinions } = comment
    const outcome = outcomeOf(comment, { said: label, opinions, harmful })
    addOutcome(all, outcome)
    addTo(tallies, grouping.ofComment(comment), outcome)
    for (const opinion of opinions) {
      decisions += 1
      const own = outcomeOf(comment, { said: opinion.label, opinions: [opinion], harmful })
      addTo(tallies, grouping.ofOpinion(opinion), own)
    }
  }
  return { tallies, comments: all, decisions }
}

interface DraftGroup {
  readonly group: BiasGroup
  readonly rest: Counts
}
interface Draft {
  readonly report: Omit<BiasDimensionReport, 'groups'>
  readonly groups: readonly DraftGroup[]
}

function draftOf(id: BiasDimension, tally: DimensionTally, facts: BiasFacts): Draft {
  const order = ownOrder[id]
  const sorted = [...tally.groups].toSorted(([one, a], [other, b]) =>
    order ? order.indexOf(one) - order.indexOf(other) : sizeOf(b) - sizeOf(a) || (one < other ? -1 : 1),
  )
  const listed = sorted
    .slice(0, mostListed)
    .filter(([, counts], at) => order || at < alwaysListed || sizeOf(counts) >= fewestToSay)
  const total = id === 'thread' ? facts.threadCount : sorted.length
  return {
    report: {
      id,
      of: ofDecisions.has(id) ? 'decisions' : 'comments',
      all: ratesOf((measure) => rateOf(tally.all, measure)),
      left: Math.max(0, total - listed.length),
      unknown: tally.unknown,
    },
    groups: listed.map(([key, counts]) => ({
      group: {
        key,
        name: order ? null : id === 'thread' ? (facts.threads.get(Number(key)) ?? key) : key,
        n: sizeOf(counts),
        search: searchFor(id, key, facts),
        rates: ratesOf((measure) => rateOf(counts, measure)),
      },
      rest: tally.all.map((n, at) => n - (counts[at] ?? 0)),
    })),
  }
}

const sizeOf = (counts: Counts): number => counts[0] ?? 0

function ratesOf(rate: (measure: BiasMeasure) => GroupRate): BiasGroup['rates'] {
  // Safe: an entry for each measure.
  return Object.fromEntries(biasMeasures.map((measure) => [measure, rate(measure)])) as BiasGroup['rates']
}

function rateOf(counts: Counts, measure: BiasMeasure): GroupRate {
  const hits = counts[hitsAt(measure)] ?? 0
  const of = counts[ofAt(measure)] ?? 0
  const share = of < fewestToSay ? null : { hits, of, ...wilson(hits, of) }
  return { hits, of, share, comparison: null }
}

/** Compares each group with all others, then holds every difference against the number of them. */
function judge(drafts: readonly Draft[]) {
  const chances: number[] = []
  const found = drafts.map((draft) => {
    // Of two groups each is the other's rest: that is one comparison and not two.
    const isMirrored =
      draft.groups.length === 2 && draft.report.left === 0 && !overlapping.has(draft.report.id)
    return draft.groups.map(({ group, rest }, at) =>
      biasMeasures.map((measure) => {
        const p = chanceOf(group.rates[measure], rateOf(rest, measure))
        if (p !== null && !(isMirrored && at === 1)) chances.push(p)
        return p
      }),
    )
  })
  const limit = clearLimit(chances)
  const dimensions = drafts.map(
    ({ report, groups }, draft): BiasDimensionReport => ({
      ...report,
      groups: groups.map(({ group, rest }, at) => ({
        ...group,
        rates: ratesOf((measure) => {
          const p = found[draft]?.[at]?.[biasMeasures.indexOf(measure)] ?? null
          const rate = group.rates[measure]
          return p === null
            ? rate
            : { ...rate, comparison: comparisonOf(rate, rateOf(rest, measure), p, limit) }
        }),
      })),
    }),
  )
  return { dimensions, comparisons: chances.length }
}

const isCompared = ({ rates }: BiasGroup): boolean =>
  biasMeasures.some((measure) => rates[measure].comparison !== null)

function chanceOf(rate: GroupRate, rest: GroupRate): number | null {
  return rate.share === null || rest.share === null ? null : chanceOfDifference(rate, rest)
}

/** The largest chance that still counts with all of them allowed for; below 0 where none does. */
function clearLimit(chances: readonly number[]): number {
  const adjusted = benjaminiHochberg(chances)
  return Math.max(-1, ...chances.filter((_, at) => (adjusted[at] ?? 1) <= falseShare))
}

function comparisonOf(rate: GroupRate, rest: GroupRate, p: number, limit: number): GroupComparison {
  const difference = newcombe(rate, rest)
  const isOut = difference.low > 0 || difference.high < 0
  return { ...difference, p, stands: !isOut ? 'none' : p <= limit ? 'clear' : 'perhaps' }
}
