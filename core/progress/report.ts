/** Adds decisions up to the report of the Progress page. Reads each once, so that they may come from a database. */
import type { Period, PeriodUnit, ProgressReport } from '../contract/progress-report.ts'
import type { Status } from '../deciding/standing.ts'
import { shareOf } from '../evaluation/intervals.ts'
import { unsureBand } from '../records.ts'
import { dayNumber, daysIn, startOf, stepFrom, unitFor } from './calendar.ts'
import { longestMs, median } from './middle.ts'
import { paceOf } from './pace.ts'
import { type Agreed, swayOf } from './sway.ts'

/** A decision that was not taken back. */
export interface Judged {
  readonly commentId: number
  readonly coder: string
  readonly label: string
  /** UTC, ISO 8601. */
  readonly decidedAt: string
  /** 0 where nobody measured it: made for many at once, or elsewhere. */
  readonly shownMs: number
  readonly suggestionShown: boolean
  /** What the model suggested at that moment, seen or not; null when there was no suggestion. */
  readonly suggested: string | null
}

export interface ProgressFacts {
  readonly decidable: number
  /** As `Intl` names it. */
  readonly timeZone: string
  /** UTC, ISO 8601. */
  readonly now: string
  /** Whose decisions to report on; null for everyone's. */
  readonly coder: string | null
  /** The ids of the codebook's labels, in their order. */
  readonly labels: readonly string[]
  /** Comments on which the label that stands is not final. */
  readonly open: ReadonlyMap<number, OpenStatus>
}

export type OpenStatus = Exclude<Status, 'final'>

const mostCoders = 50
const mostPeriods = 60

/** @param decisions in the order they were made, so that the latest on a comment comes last */
export function progressOf(decisions: Iterable<Judged>, facts: ProgressFacts): ProgressReport {
  const sum = addUp(decisions, facts)
  const today = sum.dayOf(facts.now)
  const left = Math.max(0, facts.decidable - sum.standing.size)
  const standing = facts.coder === null ? sum.standing : sum.own
  return {
    decidable: facts.decidable,
    decided: sum.standing.size,
    pace: paceOf(sum.firstByDay, today, left),
    coders: [...sum.byCoder]
      .map(([name, decided]) => ({ name, decided }))
      .sort((a, b) => b.decided - a.decided)
      .slice(0, mostCoders),
    coder: facts.coder,
    today,
    ...periodsOf(sum.days, today),
    time: timeOf(sum, facts.labels),
    labels: labelsOf(standing, facts),
    sway: swayOf(sum.shown, sum.hidden),
  }
}

interface DaySum {
  decided: number
  readonly times: number[]
}

function addUp(decisions: Iterable<Judged>, { timeZone, coder }: ProgressFacts) {
  const dayOf = daysIn(timeZone)
  const standing = new Map<number, string>()
  const own = new Map<number, string>()
  const byCoder = new Map<string, number>()
  const firstByDay = new Map<string, number>()
  const days = new Map<string, DaySum>()
  const timesOf = new Map<string, number[]>()
  const shown = { hits: 0, of: 0 }
  const hidden = { hits: 0, of: 0 }
  let cut = 0
  for (const one of decisions) {
    const { commentId, label, shownMs, suggested } = one
    const dayName = dayOf(one.decidedAt)
    // A comment that is decided again does not bring the end nearer.
    if (!standing.has(commentId)) count(firstByDay, dayName)
    standing.set(commentId, label)
    count(byCoder, one.coder)
    if (coder !== null && one.coder !== coder) continue
    own.set(commentId, label)
    const sumOfDay = days.get(dayName) ?? { decided: 0, times: [] }
    days.set(dayName, sumOfDay)
    sumOfDay.decided += 1
    // Nobody read it by itself: it says nothing about time, nor about being swayed.
    if (shownMs <= 0) continue
    if (shownMs > longestMs) cut += 1
    else {
      sumOfDay.times.push(shownMs)
      const times = timesOf.get(label) ?? []
      times.push(shownMs)
      timesOf.set(label, times)
    }
    if (suggested !== null && suggested !== unsureBand)
      add(one.suggestionShown ? shown : hidden, suggested === label)
  }
  return { dayOf, standing, own, byCoder, firstByDay, days, timesOf, cut, shown, hidden }
}

type Sum = ReturnType<typeof addUp>

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function add(to: { -readonly [K in keyof Agreed]: Agreed[K] }, isSame: boolean): void {
  to.of += 1
  if (isSame) to.hits += 1
}

function periodsOf(
  days: ReadonlyMap<string, DaySum>,
  today: string,
): Pick<ProgressReport, 'unit' | 'periods' | 'earlier'> {
  const known = [...days.keys()].sort()
  const first = known[0]
  if (first === undefined) return { unit: 'day', periods: [], earlier: 0 }
  const last = endOf(known.at(-1) ?? first, today)
  const unit = unitFor(first, last)
  const sums = Map.groupBy(days, ([day]) => startOf(unit, day))
  const starts = startsBetween(unit, startOf(unit, first), startOf(unit, last))
  const periods = starts.map((start): Period => {
    const some = (sums.get(start) ?? []).map(([, sum]) => sum)
    const times = some.flatMap(({ times }) => times)
    const decided = some.reduce((sum, one) => sum + one.decided, 0)
    return { start, decided, medianMs: median(times), timed: times.length }
  })
  const all = [...days.values()].reduce((sum, { decided }) => sum + decided, 0)
  return { unit, periods, earlier: all - periods.reduce((sum, { decided }) => sum + decided, 0) }
}

/** Days without a decision after which the work rests: then what was done is drawn, and not how long ago it was. */
const restingDays = 14

/** A clock may have been wrong: what was decided tomorrow is still shown. */
function endOf(latest: string, today: string): string {
  return latest > today || dayNumber(today) - dayNumber(latest) > restingDays ? latest : today
}

/** The latest sixty, oldest first. */
function startsBetween(unit: PeriodUnit, first: string, last: string): readonly string[] {
  const starts: string[] = []
  for (let start = last; start >= first && starts.length < mostPeriods; start = stepFrom(unit, start, -1))
    starts.unshift(start)
  return starts
}

function timeOf({ timesOf, cut }: Sum, labels: readonly string[]): ProgressReport['time'] {
  const all = [...timesOf.values()].flat()
  return {
    medianMs: median(all),
    timed: all.length,
    cut,
    longestMs,
    byLabel: labels.flatMap((label) => {
      const times = timesOf.get(label) ?? []
      const medianMs = median(times)
      return medianMs === null ? [] : [{ label, medianMs, timed: times.length }]
    }),
  }
}

function labelsOf(
  standing: ReadonlyMap<number, string>,
  { labels, open }: Pick<ProgressFacts, 'labels' | 'open'>,
): ProgressReport['labels'] {
  const counts = new Map(labels.map((label) => [label, 0]))
  const waiting = { proposed: new Map<string, number>(), disputed: new Map<string, number>() }
  for (const [commentId, label] of standing) {
    count(counts, label)
    const status = open.get(commentId)
    if (status !== undefined) count(waiting[status], label)
  }
  return [...counts].map(([label, hits]) => ({
    label,
    share: shareOf(hits, standing.size),
    proposed: waiting.proposed.get(label) ?? 0,
    disputed: waiting.disputed.get(label) ?? 0,
  }))
}
