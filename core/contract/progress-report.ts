/** How far the work is, how fast, which labels, and whether the suggestion sways: as the Progress page shows it. */
import type { Share } from './model-report.ts'

/** What one bar stands for: the longer the work, the coarser. */
export type PeriodUnit = 'day' | 'week' | 'month'

export interface Period {
  /** The first day of it, in the reader's own time zone: "2026-09-14". A week begins on Monday. */
  readonly start: string
  /** Decisions made in it and not taken back. */
  readonly decided: number
  /** Middle time on the screen, in milliseconds; null where none of its decisions was timed. */
  readonly medianMs: number | null
  /** Decisions that the median is of. */
  readonly timed: number
}

export interface LabelTime {
  readonly label: string
  readonly medianMs: number
  readonly timed: number
}

/** Of the decisions where the model had a label to suggest: on how many the person decided the same. */
export interface Sway {
  /** The suggestion was on the screen. */
  readonly shown: Share
  /** There was one, and nobody saw it. */
  readonly hidden: Share
  /** Shown less hidden, in [-1, 1], with a 95 % interval (Newcombe 1998); null while there are too few of either. */
  readonly difference: { readonly difference: number; readonly low: number; readonly high: number } | null
  /** Until there are enough for a difference. */
  readonly missing: { readonly shown: number; readonly hidden: number }
}

export interface Pace {
  /** Days with a decision that the pace is of: the latest, at most five. */
  readonly activeDays: number
  /** Comments a day of the calendar, above 0. */
  readonly perDay: number
  /** The day on which the rest is done if it goes on so: "2026-10-01". */
  readonly doneOn: string
}

export interface ProgressReport {
  /** Comments that are there to be decided on. */
  readonly decidable: number
  /** Of those, with a decision that stands: whoever made it. */
  readonly decided: number
  /** Null with fewer than two days of work, when nothing is left, and when it would take more than two years. */
  readonly pace: Pace | null
  /** Who has decided, the busiest first, at most fifty. */
  readonly coders: readonly { readonly name: string; readonly decided: number }[]
  /** What follows is of this coder's decisions; null for everyone's. */
  readonly coder: string | null
  /** The day it is for the reader: "2026-09-14". */
  readonly today: string
  readonly unit: PeriodUnit
  /** Without gaps, oldest first, up to today, or to the latest decision where that is long ago; at most sixty. Empty while nothing is decided. */
  readonly periods: readonly Period[]
  /** Decisions from before the first period. */
  readonly earlier: number
  readonly time: {
    readonly medianMs: number | null
    readonly timed: number
    /** Left out of every median: longer on the screen than `longestMs`, so that somebody was probably away. */
    readonly cut: number
    readonly longestMs: number
    /** The labels of the codebook that have a timed decision. */
    readonly byLabel: readonly LabelTime[]
  }
  /** The latest label on each comment, in the order of the codebook; others after them. */
  readonly labels: readonly {
    readonly label: string
    readonly share: Share
    /** How many of them wait for a second person, and for somebody to settle a dispute. */
    readonly proposed: number
    readonly disputed: number
  }[]
  readonly sway: Sway
}
