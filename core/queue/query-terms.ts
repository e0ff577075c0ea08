/** What a query is made of once it has been understood. */
import type { Status } from '../deciding/standing.ts'
import type { Band } from '../records.ts'

/** Words that are searched for in the text of comments. */
export interface TextTerm {
  readonly kind: 'text'
  /** As it was typed, without quotes and star. */
  readonly text: string
  /** The words of it, one after the other; empty where `isPlain`. */
  readonly words: readonly string[]
  /** The last word is the beginning of one. */
  readonly isPrefix: boolean
  readonly isPhrase: boolean
  /**
   * Looked for letter by letter: the index sees a whole sentence as one word where no spaces are written between
   * words, and nothing at all in "?!" or an emoji.
   */
  readonly isPlain: boolean
}

export interface Name {
  readonly text: string
  /** It was quoted: this name and no longer one. */
  readonly isWhole: boolean
}

/** Who decided: anybody, nobody, whoever asks, or those with this name. */
export type Decider = 'anyone' | 'nobody' | 'me' | Name

/** Both ends belong to it, unless `above` or `below` says otherwise. */
export interface ScoreRange {
  readonly from: number
  readonly to: number
  readonly isAbove: boolean
  readonly isBelow: boolean
}

/** Milliseconds since 1970, in UTC; the end is the first moment that does not belong to it. Infinite where open. */
export interface Period {
  readonly startMs: number
  readonly endMs: number
}

export const havings = ['note', 'passage', 'link', 'reply', 'parent', 'earlier'] as const
export type Having = (typeof havings)[number]

export type Term =
  | TextTerm
  | { readonly kind: 'author' | 'thread' | 'source'; readonly names: readonly Name[] }
  /** Null: nobody has decided. */
  | { readonly kind: 'label'; readonly labels: readonly (string | null)[] }
  | { readonly kind: 'decided'; readonly by: readonly Decider[] }
  /** What stands, as far as it does. */
  | { readonly kind: 'status'; readonly statuses: readonly Status[] }
  /** Ids of reasons for which the label that stands was given. */
  | { readonly kind: 'rule'; readonly rules: readonly string[] }
  /** Who has a judgement on it that is not taken back, whatever stands. */
  | { readonly kind: 'coder'; readonly names: readonly (Name | 'me')[] }
  | { readonly kind: 'suggestion'; readonly bands: readonly Band[] }
  /** What a decision was taken for when the model was measured, by a model without it. Null: anything. */
  | { readonly kind: 'measured'; readonly bands: readonly (Band | null)[] }
  /** `label`: whose share; null for the harmful one. */
  | { readonly kind: 'score'; readonly label: string | null; readonly ranges: readonly ScoreRange[] }
  | { readonly kind: 'date'; readonly periods: readonly Period[] }
  | { readonly kind: 'has'; readonly what: readonly Having[] }

export interface Part {
  readonly isNot: boolean
  readonly term: Term
}
/** One of its parts must hold. */
export type Group = readonly Part[]

export const fieldNames = [
  'author',
  'thread',
  'source',
  'label',
  'decided',
  'status',
  'rule',
  'coder',
  'suggestion',
  'measured',
  'score',
  'date',
  'has',
] as const
export type FieldName = (typeof fieldNames)[number]

/** What is wrong with the query between two places of what was typed, in UTF-16 units. */
export type Hint = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'unknown-field'; readonly name: string; readonly nearest: FieldName | null }
  | { readonly kind: 'no-value'; readonly field: FieldName }
  | { readonly kind: 'unclosed-quote' }
  | {
      readonly kind: 'unknown-value'
      readonly field: FieldName
      readonly value: string
      readonly nearest: string | null
    }
  | { readonly kind: 'bad-date' | 'impossible-date' | 'bad-score' | 'empty-range'; readonly value: string }
  /** No label of this codebook is the harmful one, so a score needs the name of its label. */
  | { readonly kind: 'score-of-what' }
  /** Still being typed, and looked for as a whole word meanwhile. */
  | { readonly kind: 'short-word'; readonly word: string }
  | { readonly kind: 'lone'; readonly sign: 'OR' | '-' | '*' }
)

export interface Query {
  /** All of them must hold. */
  readonly groups: readonly Group[]
  /** In the order in which they stand. */
  readonly hints: readonly Hint[]
}
