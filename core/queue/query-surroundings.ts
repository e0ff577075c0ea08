/** What a query is understood with, and what reading one field of it gives. */
import type { Codebook } from '../labels.ts'
import type { Hint, Term } from './query-terms.ts'

export interface Surroundings {
  readonly codebook: Pick<Codebook, 'id' | 'labels'>
  /** The day it is, in UTC: "2026-09-14". */
  readonly today: string
}

export interface FieldRead {
  /** Null where nothing of it was understood. */
  readonly term: Term | null
  readonly hints: readonly Hint[]
}
