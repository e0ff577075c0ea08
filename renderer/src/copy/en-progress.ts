/** What is said about how the work goes: the Progress page. */
import type { PeriodUnit } from '../../../core/contract/progress-report.ts'
import { count, counted, listed, of100 } from './format.ts'

const perUnit = { day: 'a day', week: 'a week', month: 'a month' } as const satisfies Record<
  PeriodUnit,
  string
>
const byUnit = { day: 'by day', week: 'by week', month: 'by month' } as const satisfies Record<
  PeriodUnit,
  string
>
const busiest = {
  day: 'on the busiest day',
  week: 'in the busiest week',
  month: 'in the busiest month',
} as const satisfies Record<PeriodUnit, string>
const soFar = { day: 'today', week: 'this week', month: 'this month' } as const satisfies Record<
  PeriodUnit,
  string
>

/** "6 seconds", "1 second", "2 min 5 s". @param ms 0 or more */
export function duration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 1) return 'under a second'
  if (seconds < 10) return counted(Math.round(seconds * 2) / 2, 'second')
  if (Math.round(seconds) < 60) return counted(Math.round(seconds), 'second')
  const rest = Math.round(seconds) % 60
  return `${Math.floor(Math.round(seconds) / 60)} min${rest === 0 ? '' : ` ${rest} s`}`
}

const points = (share: number) => counted(Math.round(Math.abs(share) * 100), 'in 100', 'in 100')

export const progress = {
  title: 'Progress',
  reading: 'Counting the decisions…',
  unread: 'The decisions could not be counted.',
  retry: 'Try again',
  whose: 'Whose decisions',
  everyone: 'Everyone',

  lede: {
    none: 'Nothing is decided yet. This page fills as you work.',
    done: 'Everything is decided.',
    noPace: 'After a second day of work this says when the rest is done.',
    pace: (days: number, doneOn: string) =>
      `At the pace of the last ${count(days)} days of work the rest is done on **${doneOn}**.`,
    resting: (lastDay: string) => `The latest decision is from **${lastDay}**.`,
    far: 'At this pace the rest takes more than two years. A random part may be enough.',
  },
  of: (decidable: number) => `of ${count(decidable)} decided`,
  meter: 'Decided',
  left: 'not decided',
  toLeft: (left: number) => `Go to the ${counted(left, 'comment')} not decided`,
  begin: 'Start deciding',

  days: {
    title: (unit: PeriodUnit) => `Decided ${perUnit[unit]}`,
    lede: (unit: PeriodUnit, last: number, most: number) =>
      `${count(last)} so far ${soFar[unit]}, ${count(most)} ${busiest[unit]}`,
    restingLede: (unit: PeriodUnit, most: number) => `${count(most)} ${busiest[unit]}`,
    earlier: (decisions: number) => `${counted(decisions, 'decision')} from before this are not drawn.`,
    columns: { day: 'Day', week: 'Week from', month: 'Month from' } satisfies Record<PeriodUnit, string>,
    decided: 'Decided',
    now: soFar,
  },

  time: {
    title: 'Time a decision',
    lede: (unit: PeriodUnit, labels: readonly string[]) =>
      `Median ${byUnit[unit]}.${labels.length > 0 ? ` ${listed(labels)}, and should.` : ''}`,
    slower: (label: string, ms: number) => `${label} takes ${duration(ms)}`,
    cut: (decisions: number, minutes: number) =>
      `${counted(decisions, 'decision')} of more than ${count(minutes)} minutes ${decisions === 1 ? 'is' : 'are'} left out: somebody was probably away.`,
    none: 'No decision was timed.',
    seconds: (seconds: number) => `${count(seconds)} s`,
    columns: { median: 'Median, seconds', timed: 'Timed' },
  },

  labels: {
    title: 'Labels so far',
    lede: (decided: number) => `${counted(decided, 'comment')}, by the label that stands on each`,
    show: (standing: number, label: string) => `${counted(standing, 'comment')} with ${label}: show them`,
    columns: { label: 'Label', comments: 'Comments', share: 'Share', interval: '95 % interval' },
    inData: { low: '95 % interval, low', high: '95 % interval, high' },
    waiting: (proposed: number, disputed: number) =>
      [
        ...(proposed > 0 ? [`${count(proposed)} of them proposed`] : []),
        ...(disputed > 0 ? [`${count(disputed)} disputed`] : []),
      ].join(', '),
    waitingData: { proposed: 'Of them proposed', disputed: 'Of them disputed' },
    between: (low: number, high: number) => `${of100(low)}–${of100(high)}`,
  },

  sway: {
    title: 'Does the suggestion sway you?',
    lede: 'How often what is decided is what the model says, with 95 % intervals',
    shown: 'Check, shown',
    hidden: 'Code, hidden',
    columns: {
      mode: 'Suggestion',
      same: 'Decided the same',
      of: 'Of',
      share: 'Of 100',
      interval: '95 % interval',
    },
    inData: { share: 'Share', low: '95 % interval, low', high: '95 % interval, high' },
    difference: 'Difference (Newcombe 1998)',
    more: (difference: number, low: number, high: number) =>
      `With it on the screen you agree ${points(difference)} more often (95 % interval ${of100(low)} to ${of100(high)}). That is more than chance: code the next 100 without it.`,
    less: (difference: number) =>
      `With it on the screen you agree ${points(difference)} less often. That is more than chance: perhaps the comments in the two modes were not alike.`,
    same: (low: number, high: number) =>
      `No difference can be told: it lies between ${points(low)} less often and ${points(high)} more often.`,
    caution: 'The two are different comments; part of a difference may lie in them.',
    tooFew: (shown: number, hidden: number) => {
      const missing = [
        ...(shown > 0 ? [`${count(shown)} more with it shown (Check)`] : []),
        ...(hidden > 0 ? [`${count(hidden)} more with it hidden (Code)`] : []),
      ]
      return `Too few to say. It takes ${listed(missing)}, on comments where the model has a label to suggest.`
    },
    toCode: 'Switch to Code',
    toCheck: 'Switch to Check',
  },

  save: {
    label: (title: string) => `Save “${title}”`,
    as: (what: string, title: string) => `${what}: save “${title}”`,
    group: 'Save as',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    saved: (name: string) => `Saved ${name}.`,
  },
} as const
