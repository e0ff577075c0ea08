/** What the service answers about letters, appeals and the opposite test. */
import type { AppealOutcome } from '../deciding/appeal-outcome.ts'
import type { Role, Status } from '../deciding/standing.ts'

export interface LetterSettings {
  /** Who writes: the name of the body. */
  readonly sender: string
  /** Where an appeal can be sent, in lines. */
  readonly contact: string
  /** Days from a letter's date within which an appeal is asked for. */
  readonly appealDays: number
  /** Whom to turn to where an appeal was in vain; empty where it is not said. */
  readonly further: string
  /** What the body is called in comments: names that the opposite test replaces. */
  readonly names: readonly string[]
}

export interface LetterPreview {
  /** A whole file. */
  readonly html: string
  /** What it says, without its form. */
  readonly text: string
  readonly reference: string
}

/** A comment with an adverse label that stands. */
export interface AdverseEntry {
  readonly commentId: number
  readonly reference: string
  readonly label: string
  /** UTC, ISO 8601. */
  readonly decidedAt: string
  readonly excerpt: string
  /** When a letter about it was written last; null where none was. */
  readonly letterAt: string | null
  readonly hasOpenAppeal: boolean
  /** The appeal on which the label was decided: the letter is the one about its answer. Null for all others. */
  readonly onAppeal: number | null
}

export interface AppealEntry {
  readonly appealId: number
  readonly commentId: number
  readonly reference: string
  /** The label that was appealed against. */
  readonly label: string
  readonly excerpt: string
  /** When the appeal came: UTC, ISO 8601. */
  readonly receivedAt: string
  readonly outcome: AppealOutcome
  /** Null while nobody has answered. */
  readonly answeredAt: string | null
  /** When the letter about the outcome was written last; null where none was. */
  readonly letterAt: string | null
  /** The coder who asks has judged the comment before, and cannot decide it. */
  readonly isBarred: boolean
}

/** What somebody said who judged the comment. */
export interface Reasoning {
  readonly coder: string
  readonly label: string
  readonly decidedAt: string
  readonly role: Role | null
  /** The rule's name; null where none was named. */
  readonly rule: string | null
  readonly passage: string | null
  readonly note: string | null
}

/** All that somebody needs who decides an appeal. */
export interface AppealCase extends AppealEntry {
  readonly comment: {
    readonly text: string
    /** What it said when it was decided; null where it says the same now. */
    readonly decidedText: string | null
    readonly author: string | null
    readonly thread: string
    readonly createdAt: string | null
  }
  /** What the author wrote. */
  readonly appeal: string
  /** In order; of each coder the latest. */
  readonly reasonings: readonly Reasoning[]
  /** What stands now; null where nothing does. */
  readonly standing: { readonly label: string; readonly status: Status } | null
  /** The reasoned answer; null while there is none. */
  readonly answer: string | null
  /** The label that was given instead; null while there is no answer, and where it was upheld. */
  readonly newLabel: string | null
}

export interface OppositeText {
  readonly text: string
  /** How many mentions were replaced. */
  readonly count: number
}

export interface DisclosureReport {
  readonly name: string
  readonly files: number
  readonly bytes: number
}
