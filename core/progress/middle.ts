/** The middle of many times on the screen. */

/**
 * Longer than this on the screen, and somebody was probably away: the longest comments that people write take four
 * minutes to read aloud.
 */
export const longestMs = 300_000

/** The median; the mean of the two in the middle where there is no one. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper
  return (lower + upper) / 2
}
