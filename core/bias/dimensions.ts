/** What comments and decisions are grouped by. */
import type { BiasDimension } from '../contract/bias-report.ts'
import { hoursIn } from '../progress/calendar.ts'
import { type DecidedComment, type Opinion, runPlaces } from './rows.ts'
import {
  capitalKeys,
  capitalsGroup,
  languageGroup,
  lengthGroup,
  lengthKeys,
  scriptGroup,
  scriptKeys,
} from './text-groups.ts'
import { findTopics, type Topic } from './topics.ts'

/** Of each dimension the groups that one is in: none but among the others, or null where the dimension does not know. */
export type Groups = readonly (readonly [BiasDimension, readonly string[] | null])[]

export interface GroupingFacts {
  /** As `Intl` names it. */
  readonly timeZone: string
  readonly topics: readonly Topic[]
}

export interface Grouping {
  ofComment(one: DecidedComment): Groups
  ofOpinion(one: Opinion): Groups
}

/** The groups of a dimension in their own order; a dimension that is not here has them by size. */
export const ownOrder: Readonly<Partial<Record<BiasDimension, readonly string[]>>> = {
  identity: ['names', 'none'],
  length: lengthKeys,
  capitals: capitalKeys,
  script: scriptKeys,
  author: ['new', 'some', 'regular'],
  written: ['night', 'morning', 'afternoon', 'evening'],
  decided: ['night', 'morning', 'afternoon', 'evening'],
  weekday: ['0', '1', '2', '3', '4', '5', '6'],
  run: runPlaces,
}

/** A comment may be in several of its groups. */
export const overlapping: ReadonlySet<BiasDimension> = new Set<BiasDimension>(['topic'])
export const ofDecisions: ReadonlySet<BiasDimension> = new Set<BiasDimension>([
  'coder',
  'decided',
  'weekday',
  'run',
])

export function createGrouping({ timeZone, topics }: GroupingFacts): Grouping {
  const hourOf = hoursIn(timeZone)
  const topicsOf = findTopics(topics)
  return {
    ofComment({ text, thread, source, platform, lang, byAuthor, createdAt }) {
      const found = topicsOf(text)
      return [
        ['topic', found.topics],
        ['identity', [found.namesGroup ? 'names' : 'none']],
        ['thread', thread === null ? [] : [String(thread)]],
        ['source', [source]],
        ['platform', known(platform)],
        ['length', [lengthGroup(text)]],
        ['capitals', known(capitalsGroup(text))],
        ['language', known(languageGroup(lang))],
        ['script', known(scriptGroup(text))],
        ['author', byAuthor === null ? null : [authorGroup(byAuthor)]],
        ['written', createdAt === null ? null : [partOfDay(hourOf(createdAt).hour)]],
      ]
    },
    ofOpinion({ coder, decidedAt, run }) {
      const { hour, weekday } = hourOf(decidedAt)
      return [
        ['coder', [coder]],
        ['decided', [partOfDay(hour)]],
        ['weekday', [String(weekday)]],
        ['run', known(run)],
      ]
    },
  }
}

const known = (key: string | null): readonly string[] | null => (key === null ? null : [key])

const regularFrom = 5

function authorGroup(comments: number): string {
  if (comments <= 1) return 'new'
  return comments >= regularFrom ? 'regular' : 'some'
}

function partOfDay(hour: number): string {
  if (hour < 6) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
