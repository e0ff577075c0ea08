/** A row of the record as it is read: what was done, by whom, and the hash that it has in the chain. */
import type { Role } from '../deciding/standing.ts'
import type { Mode } from '../records.ts'

export const actKinds = [
  'upgrade',
  'setting',
  'coder',
  'interest',
  'codebook',
  'import',
  'export',
  'refit',
  'package',
  'merge',
  'opposite',
  'letter',
  'appeal',
  'outcome',
  'expiry',
  'disclosure',
] as const
/** What is done that is no decision. */
export type ActKind = (typeof actKinds)[number]

export const entryKinds = ['decision', 'undo', 'redo', ...actKinds] as const
export type EntryKind = (typeof entryKinds)[number]

/** What a decision, an undo or a redo says in the record. */
export interface JudgedFacts {
  /** The label given, taken back or given again; null where it is kept from who reads. */
  readonly label: string | null
  readonly reason: string | null
  readonly role: Role | null
  readonly mode: Mode | null
  readonly sawSuggestion: boolean
  /** How many comments were decided in the same step. */
  readonly together: number
}

export interface RecordEntry {
  readonly id: number
  readonly kind: EntryKind
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
  readonly commentId: number | null
  /** The beginning of the comment; null where it is about none. */
  readonly excerpt: string | null
  /** Came from another copy of the project. */
  readonly isMerged: boolean
  readonly judged: JudgedFacts | null
  /** By kind, as it was written down; null for decisions. */
  readonly body: Readonly<Record<string, unknown>> | null
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** Kinds that are looked at together. */
export const entryGroups = {
  decisions: ['decision', 'undo', 'redo', 'opposite'],
  appeals: ['letter', 'appeal', 'outcome', 'expiry'],
  rules: ['setting', 'coder', 'interest', 'codebook', 'upgrade'],
  data: ['import', 'export', 'package', 'merge', 'disclosure'],
  model: ['refit'],
} as const satisfies Readonly<Record<string, readonly EntryKind[]>>
export type EntryGroup = keyof typeof entryGroups
