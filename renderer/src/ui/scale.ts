/** From values to places on a plot. All pixels are those of the drawing, see `plot.tsx`. */

export interface Scale {
  /** The place of a value, in pixels. */
  at(value: number): number
}

/** A straight line through two pairs of value and pixel. */
export function scale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [v0, v1] = from
  const [p0, p1] = to
  const step = v1 === v0 ? 0 : (p1 - p0) / (v1 - v0)
  return { at: (value) => round(p0 + (value - v0) * step) }
}

/** Round steps of 1, 2 or 5 times a power of ten, from 0 up to and not above `max`, about `wanted` of them. */
export function niceTicks(max: number, wanted: number): readonly number[] {
  if (!(max > 0)) return [0]
  const rough = max / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999) ?? rough
  const count = Math.floor(max / step + 1e-9)
  // From whole numbers, so that the third of 0.1 is 0.3.
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

/** The axis of a share: ends on a tick, holds the bound with room for its words, and never passes 100 %. */
export function shareAxis(
  high: number,
  limit: number,
): { readonly max: number; readonly ticks: readonly number[] } {
  const need = Math.min(1, Math.max(high * 1.6, limit * 1.5))
  const ticks = niceTicks(need, 5)
  const step = ticks[1] ?? need
  const max = Math.min(1, Math.ceil(need / step - 1e-9) * step)
  return { max, ticks: niceTicks(max, Math.round(max / step)) }
}

/** Where the axis of a learning curve begins, and its lines, of 100: at most three lines above the beginning. */
export function learningAxis(lowest: number): readonly number[] {
  if (lowest >= 80) return [80, 90, 100]
  if (lowest >= 60) return [60, 80, 100]
  return lowest >= 40 ? [40, 60, 80, 100] : [0, 50, 100]
}

/** "M1 2L3 4". */
export function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
