/** What is said about bias: who is called a troll, who is overturned, and whom the model and people mistake. */
import type {
  BiasDimension,
  BiasDimensionReport,
  BiasGroup,
  BiasMeasure,
  GroupComparison,
  GroupRate,
} from '../../../core/contract/bias-report.ts'
import { count, counted, isolated, listed } from './format.ts'

const dimensions = {
  topic: 'Words',
  identity: 'Naming groups of people',
  thread: 'Thread',
  source: 'File',
  platform: 'Platform',
  length: 'Length',
  capitals: 'Capitals',
  language: 'Language',
  script: 'Letters',
  author: 'New or regular author',
  written: 'Time of day it was written',
  coder: 'Coder',
  decided: 'Time of day it was decided',
  weekday: 'Weekday it was decided',
  run: 'Before and after a long run',
} as const satisfies Record<BiasDimension, string>

const parts = { night: '0 to 6', morning: '6 to 12', afternoon: '12 to 18', evening: '18 to 24' }
const lengths: Readonly<Record<string, string>> = {
  '0': 'Under 40 characters',
  '40': '40 to 119',
  '120': '120 to 279',
  '280': '280 to 999',
  '1000': '1,000 or more',
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const languages = new Intl.DisplayNames('en-GB', { type: 'language' })

const fixed: Readonly<Partial<Record<BiasDimension, Readonly<Record<string, string>>>>> = {
  identity: { names: 'Names a group', none: 'Names none' },
  length: lengths,
  capitals: { few: 'Few', some: 'Some', most: 'Mostly' },
  script: { latin: 'Latin', other: 'Other' },
  author: { new: 'Wrote one comment', some: 'Wrote two to four', regular: 'Wrote five or more' },
  written: parts,
  decided: parts,
  weekday: Object.fromEntries(weekdays.entries()),
  run: { first: 'The first 50', between: '51 to 150', late: 'After 150' },
}

type Named = Pick<BiasGroup, 'key' | 'name'>

/** What a group is called in the plot and the table. */
function groupName(id: BiasDimension, { key, name }: Named): string {
  if (id === 'language') return languages.of(key) ?? key
  return name ?? fixed[id]?.[key] ?? key
}

const capitals: Readonly<Record<string, string>> = {
  few: 'comments with few capitals',
  some: 'comments partly in capitals',
  most: 'comments written in capitals',
}
const authors: Readonly<Record<string, string>> = {
  new: 'comments by people who wrote one',
  some: 'comments by people who wrote two to four',
  regular: 'comments by people who wrote five or more',
}
const runs: Readonly<Record<string, string>> = {
  first: 'comments decided among the first 50 of a run',
  between: 'comments decided between 51 and 150 in a run',
  late: 'comments decided after 150 in a run',
}

/** "comments written in capitals": whom a sentence is about. */
function subject(id: BiasDimension, group: Named): string {
  const name = isolated(groupName(id, group))
  const { key } = group
  switch (id) {
    case 'topic':
      return `comments with “${name}”`
    case 'identity':
      return key === 'names'
        ? 'comments that name a group of people'
        : 'comments that name no group of people'
    case 'thread':
      return `comments in “${name}”`
    case 'source':
    case 'platform':
      return `comments from ${name}`
    case 'length':
      return key === '0' ? 'comments under 40 characters' : `comments of ${name} characters`
    case 'capitals':
      return capitals[key] ?? name
    case 'language':
      return `comments in ${name}`
    case 'script':
      return key === 'latin' ? 'comments in Latin letters' : 'comments in other than Latin letters'
    case 'author':
      return authors[key] ?? name
    case 'written':
      return `comments written from ${name} o’clock`
    case 'coder':
      return `comments that ${name} decided`
    case 'decided':
      return `comments decided from ${name} o’clock`
    case 'weekday':
      return `comments decided on a ${name}`
    case 'run':
      return runs[key] ?? name
  }
}

/** "twice as often as others", "1.4 times as often as others", "less often than others". */
function times({ hits, of }: GroupRate, { difference }: GroupComparison): string {
  const others = hits / of - difference
  const ratio = others > 1e-9 ? hits / of / others : null
  if (difference < 0) {
    return ratio !== null && ratio > 0.45 && ratio < 0.55
      ? 'half as often as others'
      : 'less often than others'
  }
  if (ratio === null) return 'more often than others'
  if (ratio > 1.9 && ratio < 2.1) return 'twice as often as others'
  return `${count(Math.round(ratio * 10) / 10)} times as often as others`
}

const raised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** A group whose rate of something differs from that of all others. */
export interface Finding {
  readonly id: BiasDimension
  readonly measure: BiasMeasure
  readonly group: BiasGroup
  readonly of: BiasDimensionReport['of']
  readonly comparison: GroupComparison
}

function sentence({ id, measure, group, comparison }: Finding): string {
  const who = subject(id, group)
  const often = times(group.rates[measure], comparison)
  switch (measure) {
    case 'troll':
      return `${raised(who)} were called troll ${often}`
    case 'overturned':
      return `Where ${who} were called troll, that was overturned ${often}`
    case 'by-model':
      return `By mistake the model took ${who} for trolls ${often}`
    case 'by-people':
      return `By mistake people took ${who} for trolls ${often}`
  }
}

const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** A difference in [-1, 1] as "+16", "−0.4" or "0" of 100. */
function points(difference: number): string {
  const of100 = difference * 100
  // The sign that is as wide as a plus.
  return tenths.format(Math.abs(of100) < 9.95 ? of100 : Math.round(of100)).replace('-', '−')
}

export const bias = {
  title: 'Bias',
  reading: 'Comparing groups of comments…',
  unread: 'The groups could not be compared.',
  retry: 'Try again',

  nothing: (groups: number) => `Nothing stands out among ${counted(groups, 'group')}`,
  tooFew: 'Too few decisions to compare',
  noHarm: 'Nothing to compare',
  sentence,
  subject,
  groupName,

  lede: {
    noHarm: 'None of the labels of this project accuses anybody.',
    tooFew: (fewest: number) =>
      `A group needs ${count(fewest)} decided comments, and so do the others, before anything can be said.`,
    counted: (comparisons: number, groups: number, clear: number, perhaps: number) => {
      const differ =
        clear === 0 ? 'None differs' : clear === 1 ? '**One** differs' : `**${count(clear)}** differ`
      const rest = perhaps > 0 ? `, ${count(perhaps)} perhaps` : ''
      return `${counted(groups, 'group')}, ${counted(comparisons, 'comparison')}. ${differ} by more than chance${rest}.`
    },
    caution:
      'A difference is not yet a bias: perhaps these comments are different. Read some before you decide what it is. Among so many comparisons, one in twenty looks different by chance alone; “stands out” allows for that (Benjamini and Hochberg, 5 in 100 false), “perhaps” does not.',
  },

  found: 'What stands out',
  foundMeta: 'The surest first. Choose one to see its group among the others.',
  more: (findings: number) => `${counted(findings, 'more')}: choose a group below.`,
  numbers: ({ measure, group, comparison }: Finding, fewOf: string) => {
    const { hits, of } = group.rates[measure]
    return `${count(hits)} of ${count(of)} ${fewOf}, ${points(comparison.difference)} in 100 (${points(comparison.low)} to ${points(comparison.high)})`
  },

  choose: { dimension: 'Grouped by', by: 'by', measure: 'What happened' },
  dimensions,
  measures: {
    troll: 'Called troll',
    overturned: 'Overturned',
    'by-model': 'Taken for troll by the model',
    'by-people': 'Taken for troll by people',
  } as const satisfies Record<BiasMeasure, string>,
  /** What a rate is a share of. */
  bases: {
    troll: { comments: 'decided comments', decisions: 'decisions' },
    overturned: { comments: 'settled accusations', decisions: 'settled accusations' },
    'by-model': {
      comments: 'comments that are no trolls',
      decisions: 'decisions on comments that are no trolls',
    },
    'by-people': {
      comments: 'comments that are no trolls',
      decisions: 'decisions on comments that are no trolls',
    },
  } as const satisfies Record<BiasMeasure, Record<'comments' | 'decisions', string>>,
  figure: (measure: string, dimension: string) => `${measure}, by ${dimension.toLowerCase()}`,
  figureLede: (base: string, blind: boolean) =>
    `Of 100 ${base}${blind ? ', decided blind or drawn at random' : ''}. Lines are 95 % intervals (Wilson); the dashed line is all of them.`,
  left: (groups: number, unknown: number, of: 'comments' | 'decisions') =>
    listed([
      ...(groups > 0
        ? [`${counted(groups, 'smaller group is', 'smaller groups are')} among the others`]
        : []),
      ...(unknown > 0 ? [`of ${counted(unknown, of.slice(0, -1))} it is not known`] : []),
    ]),
  /** "9–11", and of what is rare "1.2–3.4", in 100. */
  interval: (low: number, high: number) => {
    const digits = high < 0.0995 ? 1 : 0
    return `${(low * 100).toFixed(digits)}–${(high * 100).toFixed(digits)}`
  },
  fewSay: (n: number) => `too few to say (${count(n)})`,
  columns: {
    group: 'Group',
    hits: 'Times',
    of: 'Of',
    share: 'Share',
    interval: '95 % interval',
    difference: 'Against others',
    stands: 'Verdict',
  },
  sort: (column: string) => `Sort by ${column.toLowerCase()}`,
  show: (what: string, who: string) => `${what}: show ${who}`,
  difference: ({ difference, low, high }: GroupComparison) =>
    `${points(difference)} (${points(low)} to ${points(high)})`,
  stands: { clear: 'stands out', perhaps: 'perhaps', none: 'could be chance' } as const satisfies Record<
    GroupComparison['stands'],
    string
  >,
  tooFewShort: 'too few to say',
  saveAll: 'Save all as CSV',
  inData: {
    dimension: 'Grouped by',
    group: 'Group',
    measure: 'What happened',
    hits: 'Times',
    of: 'Of',
    share: 'Share',
    low: '95 % interval, low (Wilson 1927)',
    high: '95 % interval, high',
    difference: 'Difference from the others',
    differenceLow: '95 % interval, low (Newcombe 1998)',
    differenceHigh: '95 % interval, high ',
    p: 'p (chi-squared, N - 1)',
    stands: 'Verdict',
  },
} as const
