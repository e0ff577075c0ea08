/** What was called troll, overturned and mistaken, by groups of comments: as the Bias page shows it. */
import type { Share } from './model-report.ts'

/**
 * `troll`: of what is decided, labelled troll. `overturned`: of what somebody called troll and is settled, no troll after
 * an adjudication or an appeal. `by-model` and `by-people`: of what is settled as no troll and was decided blind or drawn
 * at random, taken for troll by the model, and by somebody.
 */
export const biasMeasures = ['troll', 'overturned', 'by-model', 'by-people'] as const
export type BiasMeasure = (typeof biasMeasures)[number]

/** The last four are of decisions, and not of comments: several people may decide on one. */
export const biasDimensions = [
  'topic',
  'identity',
  'thread',
  'source',
  'platform',
  'length',
  'capitals',
  'language',
  'script',
  'author',
  'written',
  'coder',
  'decided',
  'weekday',
  'run',
] as const
export type BiasDimension = (typeof biasDimensions)[number]

/** A group less all others that the dimension knows of. */
export interface GroupComparison {
  /** In [-1, 1], with its 95 % interval (Newcombe 1998). */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** How likely chance alone does as much, in [0, 1]. */
  readonly p: number
  /**
   * `clear`: the interval leaves 0 out, also with the number of comparisons allowed for. `perhaps`: it leaves 0 out, and
   * with so many comparisons some do by chance. `none`: it holds 0.
   */
  readonly stands: 'clear' | 'perhaps' | 'none'
}

export interface GroupRate {
  readonly hits: number
  readonly of: number
  /** With its 95 % interval (Wilson 1927); null where there are too few to say. */
  readonly share: Share | null
  /** Null where there are too few of the group or of all others, or where hardly any, or nearly all, were expected. */
  readonly comparison: GroupComparison | null
}

export interface BiasGroup {
  /** Names the group in its dimension: "most" of capitals; the name itself where a project brings it. */
  readonly key: string
  /** A title, a name or a word; null where the window has words for the key. */
  readonly name: string | null
  /** Comments, or decisions where the dimension is of those. */
  readonly n: number
  /** What finds its comments at the desk; null where no query does. */
  readonly search: string | null
  readonly rates: Readonly<Record<BiasMeasure, GroupRate>>
}

export interface BiasDimensionReport {
  readonly id: BiasDimension
  readonly of: 'comments' | 'decisions'
  /** All that it knows of, listed or not. */
  readonly all: BiasGroup['rates']
  /** In their own order, or the largest first. */
  readonly groups: readonly BiasGroup[]
  /** Smaller groups that are compared with but not listed. */
  readonly left: number
  /** Comments or decisions that the dimension says nothing about. */
  readonly unknown: number
}

export interface BiasReport {
  /** The id of the label that accuses; null where the labels are not ours, and then nothing is counted. */
  readonly harmful: string | null
  /** Decided comments. */
  readonly comments: number
  readonly decisions: number
  readonly overall: Readonly<Record<BiasMeasure, GroupRate>>
  /** Those with at least two groups. */
  readonly dimensions: readonly BiasDimensionReport[]
  /** Those of their groups that could be compared in anything. */
  readonly groups: number
  /** Differences that were looked at. */
  readonly comparisons: number
  /** Fewer are too few to say. */
  readonly fewest: number
}
