/** How right the model is, and what to do about it, as the Model page shows it. */
import type { Band } from '../records.ts'

/** So many of so many, with a 95 % interval (Clopper-Pearson) around the share. All shares in [0, 1]. */
export interface Share {
  readonly hits: number
  readonly of: number
  readonly low: number
  readonly high: number
}

/** What the model would do with one label of the people. */
export interface ConfusionRow {
  readonly label: string
  /** Comments by the band that the model gave them; every band is there. */
  readonly said: Readonly<Record<Band, number>>
  readonly total: number
}

export interface LabelQuality {
  readonly label: string
  /** Of those suggested as this label; null when none were. */
  readonly precision: Share | null
  /** Of those that people gave this label; null when there are none. */
  readonly recall: Share | null
}

/** Comments to which the model gave about the same probability. */
export interface ReliabilityBin {
  /** Mean probability that the model said, in [0, 1]. */
  readonly said: number
  /** How many of them people gave the label. */
  readonly decided: Share
}

export interface Reliability {
  /** The id of a label: troll or critic, or each of a project's own. */
  readonly label: string
  readonly bins: readonly ReliabilityBin[]
  /** Expected calibration error, in [0, 1]. */
  readonly error: number
}

export interface LearningPoint {
  /** Decisions that the model had learned from; 0 is the model as shipped. */
  readonly decisions: number
  /** Where the likeliest label was the one that people gave. */
  readonly right: Share
}

/** On decisions made blind on comments drawn at random, each by a model that had not learned from it. */
export interface Measurement {
  readonly modelVersion: string
  readonly total: number
  /** One a label that teaches, in the order of the codebook. */
  readonly confusion: readonly ConfusionRow[]
  readonly quality: readonly LabelQuality[]
  /** Suggested as troll among those that are none. `high` is the one-sided 95 % bound; `low` is 0. Null for other labels. */
  readonly accusations: Share | null
  readonly reliability: readonly Reliability[]
  readonly learning: readonly LearningPoint[]
}

/** A decision that the model, trained without it, takes for a mistake. */
export interface Suspect {
  readonly commentId: number
  readonly excerpt: string
  readonly label: string
  /** What the model takes it for, and how sure it is, in [0, 1]. */
  readonly likely: string
  readonly probability: number
}

/** The most useful thing to do next. */
export type NextStep =
  /** Decide so many more comments drawn at random; how many of the non-trolls that the threshold needs are there. */
  | {
      readonly kind: 'draw-more'
      readonly count: number
      readonly nonTrolls: number
      readonly needed: number
    }
  /** There is no model of this project's own: labels that have too few decisions. */
  | { readonly kind: 'first-lesson'; readonly missing: readonly string[] }
  | { readonly kind: 'look-again'; readonly count: number }
  | { readonly kind: 'nothing' }

export interface ModelReport {
  readonly version: string
  /** Decisions learned from, by label; 0 for all while the starter is in use. */
  readonly learned: Readonly<Record<string, number>>
  readonly accusationLimit: number
  readonly suggestions: boolean
  /** Null where the labels are not ours: nothing is called a troll there. */
  readonly threshold: {
    /** `shipped`: the strict one of the starter, until this project has enough non-trolls drawn at random. */
    readonly from: 'shipped' | 'project'
    readonly nonTrolls: number
    /** So many keep the limit: the fewest for which the conformal threshold is finite. */
    readonly needed: number
  } | null
  /** Null until the first measuring, and while nothing can be measured. */
  readonly measurement: Measurement | null
  /** True when decisions have come since it was measured. */
  readonly isStale: boolean
  /** The likeliest mistakes first, at most fifty. */
  readonly suspects: readonly Suspect[]
  readonly next: NextStep
}
