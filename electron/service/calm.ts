/** Whoever decides one comment after another, or types a search, has both processors: what nobody waits for stands back. */
import { setTimeout } from 'node:timers/promises'

export interface Calm {
  /** Somebody has decided, or asked for a queue. */
  disturb(): void
  /** Settles when nobody has done so for so long, when it has waited for long enough, or when it is stopped. */
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

/** Between one piece of work and the next. */
export interface Pauses {
  /** Runs it once the pause after the one before is over, or at once where it is stopped meanwhile. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>
}

/** So many times as long as the work took: it never has more than a fifth of the time. */
const timesAsLong = 4

export function createPauses(): Pauses {
  let untilMs = Number.NEGATIVE_INFINITY
  return {
    async run(work, signal) {
      const leftMs = untilMs - performance.now()
      if (leftMs > 0) await setTimeout(leftMs, undefined, { signal }).catch(() => undefined)
      const begunMs = performance.now()
      try {
        return await work()
      } finally {
        const endedMs = performance.now()
        untilMs = endedMs + (endedMs - begunMs) * timesAsLong
      }
    },
  }
}
