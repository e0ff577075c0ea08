/** Somebody who decides one comment after another has both processors: what nobody waits for stands back meanwhile. */
import { setTimeout } from 'node:timers/promises'

export interface Calm {
  /** Somebody has decided. */
  disturb(): void
  /** Settles when nobody has decided for so long, when it has waited for long enough, or when it is stopped. */
  wait(wish: CalmWish, signal: AbortSignal): Promise<void>
}

interface CalmWish {
  readonly quietMs: number
  /** Who never rests must not keep the work from its end. */
  readonly longestMs: number
}

export function createCalm(): Calm {
  let lastMs = Number.NEGATIVE_INFINITY
  return {
    disturb() {
      lastMs = performance.now()
    },
    async wait({ quietMs, longestMs }, signal) {
      const untilMs = performance.now() + longestMs
      for (;;) {
        const leftMs = Math.min(lastMs + quietMs, untilMs) - performance.now()
        if (leftMs <= 0 || signal.aborted) return
        await setTimeout(leftMs, undefined, { signal }).catch(() => undefined)
      }
    },
  }
}
