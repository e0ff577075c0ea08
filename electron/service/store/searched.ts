/** What a query is answered from. */
import type { Codebook } from '../../../core/labels.ts'
import type { ScoreColumns } from '../../../core/queue/columns.ts'
import type { ReadableDB } from './database.ts'
import type { Placed } from './marks.ts'

export interface Searched extends Placed {
  readonly db: ReadableDB
  readonly codebook: Codebook
  readonly labels: Uint8Array
  scores(): ScoreColumns
  shares(label: string): Float64Array
  /** Names of the authors or titles of the threads, in lower case, by id. */
  names(of: 'author' | 'thread'): readonly (string | null)[]
  /** Whoever asks. */
  readonly coder: string
  /** What the index found lately, by what it was asked, while the comments are the same. */
  readonly hits: Map<string, Uint8Array>
  /** What was found last by looking letter by letter, while the comments are the same. */
  readonly lately: { found: { readonly text: string; readonly ids: Int32Array } | null }
}
