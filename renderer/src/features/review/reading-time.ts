/** How long somebody has been reading without a break, from the moments at which they did something. */

export interface Reading {
  /** In milliseconds. */
  readonly readMs: number
  /** When something was done last; null before the first time. */
  readonly lastMs: number | null
}

export const startReading: Reading = { readMs: 0, lastMs: null }

/** Whoever does nothing for so long has had a break. */
const breakMs = 5 * 60_000

/** @param nowMs on any clock that only goes forward */
export function readOn({ readMs, lastMs }: Reading, nowMs: number): Reading {
  const pauseMs = lastMs === null ? 0 : nowMs - lastMs
  return { readMs: pauseMs >= breakMs ? 0 : readMs + pauseMs, lastMs: nowMs }
}
