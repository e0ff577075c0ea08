/** What the disclosure folder is written from. There is no author's name in it, and no comment's text. */
import type { AgreementReport } from '../agreement/report.ts'
import type { Measurement } from '../contract/model-report.ts'
import type { AppealOutcome } from '../deciding/appeal-outcome.ts'
import type { Codebook } from '../labels.ts'

/** A setting or rule in force, in words. */
export interface InForce {
  readonly name: string
  readonly value: string
}

/** Something that was set, in words. */
export interface Change {
  /** UTC, ISO 8601. */
  readonly at: string
  readonly coder: string
  readonly what: string
}

export interface CountRow {
  /** The id of a label; null where nobody has decided. */
  readonly label: string | null
  readonly status: 'final' | 'proposed' | 'disputed' | 'undecided'
  /** "2026-09"; null where it is not known when the comment was written. */
  readonly month: string | null
  /** "Disqus export": the kind of file, never its name. */
  readonly source: string
  readonly count: number
}

export interface AppealRow {
  readonly reference: string
  readonly label: string
  /** UTC, ISO 8601; null where it has not happened. */
  readonly letterAt: string | null
  readonly appealedAt: string
  readonly answeredAt: string | null
  readonly outcome: AppealOutcome
}

/** A row of the record without what it says. */
export interface RecordRow {
  readonly id: number
  readonly kind: string
  /** UTC, ISO 8601. */
  readonly at: string
  readonly coder: string
  /** Null in rows from before format 0100, which carry their hash only. */
  readonly digest: string | null
  readonly hash: string
}

export interface DisclosureFacts {
  /** UTC, ISO 8601. */
  readonly madeAt: string
  readonly appVersion: string
  /** The body that discloses, or the project where the body is not named. */
  readonly body: string
  readonly project: {
    readonly name: string
    readonly comments: number
    readonly threads: number
  }
  /** Every version in the file, the one in force last. `since`: of the first decision by it; null where there is none. */
  readonly codebooks: readonly { readonly codebook: Codebook; readonly since: string | null }[]
  /** How often somebody took the opposite test before the label that accuses, and how often they changed their mind. */
  readonly opposite: { readonly taken: number; readonly changed: number }
  /** The id of the label that accuses; null where there is none. */
  readonly harmful: string | null
  readonly policy: readonly InForce[]
  /** The oldest first. */
  readonly changes: readonly Change[]
  readonly counts: readonly CountRow[]
  /** Of those who decided on the same comments, seeing neither each other's decisions nor a suggestion. */
  readonly agreement: AgreementReport
  readonly errors: {
    /** The largest share of comments that are no trolls that may be suggested as troll. */
    readonly limit: number
    readonly measurement: Measurement | null
  }
  readonly appeals: readonly AppealRow[]
  readonly model: {
    readonly version: string
    /** Decisions that it learned from; 0 for the starter. */
    readonly decisions: number
    readonly suggestions: boolean
    /** The starter's own card, Markdown; null where the starter is not used. */
    readonly card: string | null
  }
  /** The names of all people in the record, in the order in which they first appear in it; they leave as "Coder 1" and on. */
  readonly coders: readonly string[]
  /** In the order of the ids. There may be millions. */
  readonly record: () => Iterable<RecordRow>
  /** The last row of the record; null where there is none. */
  readonly head: { readonly id: number; readonly hash: string } | null
}

/** A file of the folder, in pieces: the record can be longer than a string may be. */
export interface DisclosureFile {
  readonly name: string
  readonly text: () => Iterable<string>
}

/** What a coder is called outside. Whoever is not among the coders is no person: what the app did by itself. */
export function coderName(coders: readonly string[], name: string): string {
  const at = coders.indexOf(name)
  return at < 0 ? 'The app' : `Coder ${at + 1}`
}
