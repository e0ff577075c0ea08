/** The lines of an axis that is drawn by the square root. */

export interface RootTicks {
  /** Squares of the first multiples of a round number: three at most, none above `most`. */
  readonly ticks: readonly number[]
  /** Where the axis ends. */
  readonly most: number
}

/** @param max the largest number, whole and at least 0 */
export function rootTicks(max: number): RootTicks {
  const root = Math.sqrt(Math.max(1, max))
  const rough = root / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough)
  const ticks = [1, 2, 3].map((times) => (times * step) ** 2)
  // The last line may stand above the highest bar, but not far above.
  const shown = ticks.filter((_, at) => at === 0 || at * step < root)
  return { ticks: shown, most: Math.max(root ** 2, shown.at(-1) ?? 1) }
}
