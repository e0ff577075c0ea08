/** How much the suggestion sways: agreement with it where it was shown, against where it was hidden. */
import type { Sway } from '../contract/progress-report.ts'
import { newcombe, shareOf } from '../evaluation/intervals.ts'

/** Fewer on either side, and the interval of the difference is wider than any difference worth speaking of. */
export const fewestForSway = 30

export interface Agreed {
  readonly hits: number
  readonly of: number
}

export function swayOf(shown: Agreed, hidden: Agreed): Sway {
  const missing = {
    shown: Math.max(0, fewestForSway - shown.of),
    hidden: Math.max(0, fewestForSway - hidden.of),
  }
  return {
    shown: shareOf(shown.hits, shown.of),
    hidden: shareOf(hidden.hits, hidden.of),
    difference: missing.shown + missing.hidden > 0 ? null : newcombe(shown, hidden),
    missing,
  }
}
