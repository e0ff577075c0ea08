/** Where one can be in the window. */
import type { PickedFile } from '../../core/contract/contract.ts'
import type { MeasurePage } from './features/measure/measure.tsx'
import type { OutwardPlace } from './outward.tsx'

export type Place =
  | { readonly at: 'many' }
  | OutwardPlace
  | { readonly at: 'measure'; readonly page: MeasurePage }
  /** `opening`: the comment to begin with, or to go to; null for the first undecided one, or to stay. */
  | {
      readonly at: 'review'
      readonly opening: number | null
      /** What is searched for there; without it, what was searched for last. */
      readonly search?: string | undefined
    }
  /** `turn` makes the same files a new import when they are chosen again. */
  | { readonly at: 'import'; readonly picked: readonly PickedFile[]; readonly turn: number }

/** Places that have a key, or are come back to. */
export const places = {
  desk: { at: 'review', opening: null },
  many: { at: 'many' },
  model: { at: 'measure', page: 'model' },
  progress: { at: 'measure', page: 'progress' },
  record: { at: 'measure', page: 'record' },
  bias: { at: 'measure', page: 'bias' },
  appeals: { at: 'answer', page: 'appeals' },
  share: { at: 'share', page: 'export' },
  packages: { at: 'share', page: 'packages' },
  disclosure: { at: 'share', page: 'disclose' },
} as const satisfies Record<string, Place>
