/** Finds the lowest point of a smooth convex function whose second derivatives are known. Fast, and without chance. */
import type { Objective } from './lbfgs.ts'

/** A convex function, at one point at a time: the last that `slopeAt` was asked about. */
export interface Curved {
  /** Writes the gradient at `point` into `gradient` and returns the value there. */
  readonly slopeAt: Objective
  /** Writes the matrix of second derivatives, at the point asked about last, times `direction` into `product`. */
  readonly bend: (direction: Float64Array, product: Float64Array) => void
  /** Roughly the diagonal of that matrix at the start, all above 0. */
  readonly diagonal: Float64Array
}

export interface NewtonOptions {
  /** Stops when the largest slope is below this share of the largest slope at the start. */
  readonly tolerance: number
  readonly maxSteps: number
}

const sufficientDecrease = 1e-4
/** How well each step solves its equations: roughly solved, a few heavy numbers fit and all others seem to. */
const enoughOfStep = 0.05
const mostRounds = 100

/**
 * Truncated Newton: each step solved by conjugate gradients, then shortened until it goes down enough.
 *
 * @param start left as it is
 * @returns the point reached
 * @source Lin, Weng and Keerthi (2008), Trust region Newton method for large-scale logistic regression, JMLR 9, 627-650,
 * with a line search in place of the trust region
 */
export function minimizeByNewton(curved: Curved, start: Float64Array, options: NewtonOptions): Float64Array {
  let point = Float64Array.from(start)
  let gradient = new Float64Array(point.length)
  let value = curved.slopeAt(point, gradient)
  const enough = largest(gradient) * options.tolerance
  for (let step = 0; step < options.maxSteps; step++) {
    if (largest(gradient) <= enough) break
    const direction = solveStep(curved, gradient)
    const slope = dot(direction, gradient)
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = value
    for (let length = 1; length > 1e-10; length /= 2) {
      for (let at = 0; at < point.length; at++) next[at] = (point[at] ?? 0) + length * (direction[at] ?? 0)
      nextValue = curved.slopeAt(next, nextGradient)
      if (nextValue <= value + sufficientDecrease * length * slope) break
    }
    if (!(nextValue < value)) break
    point = next
    gradient = nextGradient
    value = nextValue
  }
  return point
}

/** Conjugate gradients on: second derivatives times the step = minus the gradient. */
function solveStep({ bend, diagonal }: Curved, gradient: Float64Array): Float64Array {
  const step = new Float64Array(gradient.length)
  const left = new Float64Array(gradient.length)
  const flattened = new Float64Array(gradient.length)
  for (let at = 0; at < left.length; at++) {
    left[at] = -(gradient[at] ?? 0)
    flattened[at] = (left[at] ?? 0) / (diagonal[at] ?? 1)
  }
  const direction = Float64Array.from(flattened)
  const product = new Float64Array(gradient.length)
  let size = dot(left, flattened)
  const enough = size * enoughOfStep ** 2
  for (let round = 0; round < mostRounds && size > enough; round++) {
    bend(direction, product)
    const length = size / dot(direction, product)
    let nextSize = 0
    for (let at = 0; at < step.length; at++) {
      step[at] = (step[at] ?? 0) + length * (direction[at] ?? 0)
      const rest = (left[at] ?? 0) - length * (product[at] ?? 0)
      left[at] = rest
      flattened[at] = rest / (diagonal[at] ?? 1)
      nextSize += (rest * rest) / (diagonal[at] ?? 1)
    }
    const carried = nextSize / size
    for (let at = 0; at < step.length; at++) {
      direction[at] = (flattened[at] ?? 0) + carried * (direction[at] ?? 0)
    }
    size = nextSize
  }
  return step
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function largest(values: Float64Array): number {
  let most = 0
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0))
  return most
}
