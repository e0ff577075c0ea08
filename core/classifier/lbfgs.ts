/** Finds the lowest point of a smooth convex function of many numbers. The same start gives the same result. */

/** Writes the gradient at `point` into `gradient` and returns the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export interface MinimizeOptions {
  /** Stops when the largest slope is below this share of the largest slope at the start. */
  readonly tolerance: number
  readonly maxIterations: number
}

/** A step that was taken, and what it changed of the gradient. */
export interface Step {
  readonly move: Float64Array
  readonly change: Float64Array
  readonly curvature: number
}

/** What stands for the product of two vectors. */
export type Inner = (one: Float64Array, other: Float64Array) => number

const memory = 8
const sufficientDecrease = 1e-4

/**
 * Limited-memory BFGS with a backtracking line search.
 *
 * @param start left as it is
 * @returns the point reached
 * @source Liu and Nocedal (1989), On the limited memory BFGS method, Mathematical Programming 45, 503-528
 */
export function minimize(objective: Objective, start: Float64Array, options: MinimizeOptions): Float64Array {
  let point = Float64Array.from(start)
  let gradient = new Float64Array(point.length)
  let value = objective(point, gradient)
  const enough = largest(gradient) * options.tolerance
  let steps: readonly Step[] = []
  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (largest(gradient) <= enough) break
    const direction = descentDirection(gradient, steps)
    const slope = dot(direction, gradient)
    // Without a history the direction is the bare gradient, whose length says nothing about how far to go.
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = value
    for (let tries = 0; tries < 40; tries++) {
      for (let at = 0; at < point.length; at++) next[at] = (point[at] ?? 0) + length * (direction[at] ?? 0)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + sufficientDecrease * length * slope) break
      length /= 2
    }
    if (!(nextValue < value)) break
    steps = remember(steps, difference(next, point), difference(nextGradient, gradient))
    point = next
    gradient = nextGradient
    value = nextValue
  }
  return point
}

/** With one step more, if it says anything; the oldest is forgotten. */
export function remember(
  steps: readonly Step[],
  move: Float64Array,
  change: Float64Array,
  inner: Inner = dot,
): readonly Step[] {
  const curvature = inner(move, change)
  if (curvature <= 1e-12 * inner(change, change)) return steps
  return [...steps.slice(steps.length < memory ? 0 : 1), { move, change, curvature }]
}

/** Where to go from a gradient, by what the steps remembered say of the curvature: straight down without any. */
export function descentDirection(
  gradient: Float64Array,
  steps: readonly Step[],
  inner: Inner = dot,
): Float64Array {
  const direction = new Float64Array(gradient.length)
  addScaled(direction, gradient, -1)
  const backwards = steps.toReversed().map((step) => {
    const share = inner(step.move, direction) / step.curvature
    addScaled(direction, step.change, -share)
    return { step, share }
  })
  const latest = backwards[0]?.step
  if (latest) {
    const scale = latest.curvature / inner(latest.change, latest.change)
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale
  }
  for (const { step, share } of backwards.toReversed()) {
    addScaled(direction, step.move, share - inner(step.change, direction) / step.curvature)
  }
  return direction
}

export function addScaled(target: Float64Array, addend: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + scale * (addend[at] ?? 0)
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

export function difference(one: Float64Array, other: Float64Array): Float64Array {
  const gap = Float64Array.from(one)
  addScaled(gap, other, -1)
  return gap
}

export function largest(values: Float64Array): number {
  let most = 0
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0))
  return most
}
