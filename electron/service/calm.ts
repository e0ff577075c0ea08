/** Somebody who decides one comment after another has both processors: what nobody waits for stands back meanwhile. */
import { setTimeout } from 'node:timers/promises'

export interface Calm {
  /** Somebody has decided. */
  disturb(): void
  /** Settles when nobody has decided for a moment, when it has waited for long enough, or when it is stopped. */
  wait(signal: AbortSignal): Promise<void>
}

const momentMs = 500
/** Who never rests must not keep the work from its end. */
const longestMs = 1_000

export function createCalm(): Calm {
  let lastMs = Number.NEGATIVE_INFINITY
  return {
    disturb() {
      lastMs = performance.now()
    },
    async wait(signal) {
      const untilMs = performance.now() + longestMs
      for (;;) {
        const nowMs = performance.now()
        const leftMs = Math.min(lastMs + momentMs, untilMs) - nowMs
        if (leftMs <= 0 || signal.aborted) return
        await setTimeout(leftMs, undefined, { signal }).catch(() => undefined)
      }
    },
  }
}
