/** What the decisions drawn at random say about a model: what its log-odds are worth here, and where to draw its line. */
import { conformalThreshold } from '../evaluation/conformal.ts'
import type { Scored } from '../evaluation/metrics.ts'
import { fitPlatt, type PlattScale } from '../evaluation/platt.ts'
import type { OutOfFold } from './cross-fit.ts'
import type { Lesson } from './lesson.ts'
import type { HeadResidual, Residual } from './residual.ts'
import type { Thresholds } from './weights.ts'

export interface Calibration {
  readonly troll: PlattScale
  readonly critic: PlattScale
  /** Calibrated log-odds of troll of the non-trolls drawn at random, by models without them; ascending. */
  readonly nonTrolls: Float64Array
}

/** With fewer decisions drawn at random the log-odds stay as they are. */
export const fewestToCalibrate = 50
/** The slope is drawn to 1 (a standard deviation of 0.3) and the offset, weakly, to 0 (1.4). */
const pull = { slope: 10, offset: 0.5 } as const
/** Scores must not turn around, or go flat, where a few decisions happen to say so. */
const leastSlope = 0.1
const asItIs: PlattScale = { slope: 1, offset: 0 }
/** Log-odds of one half. */
const evenOdds = 0

/** @param scored the decisions that may measure, and no others: the model did not pick those */
export function calibrate(lesson: Lesson, scored: readonly OutOfFold[]): Calibration {
  const labelled = scored.map(({ row, logits }) => ({ logits, label: lesson.decisions[row]?.label }))
  const rest = labelled.filter(({ label }) => label !== 'troll')
  const troll = lineThrough(
    labelled.map(({ logits, label }) => ({ score: logits.troll, isPositive: label === 'troll' })),
  )
  const critic = lineThrough(
    rest.map(({ logits, label }) => ({ score: logits.critic, isPositive: label === 'critic' })),
  )
  const nonTrolls = Float64Array.from(rest, ({ logits }) => along(troll, logits.troll)).toSorted()
  return { troll, critic, nonTrolls }
}

function lineThrough(examples: readonly Scored[]): PlattScale {
  if (examples.length < fewestToCalibrate) return asItIs
  const line = fitPlatt(examples, pull)
  if (line.slope >= leastSlope) return line
  const flat = examples.map((example) => ({ ...example, score: example.score * leastSlope }))
  return { slope: leastSlope, offset: fitPlatt(flat, { ...pull, slope: 1e9 }).offset }
}

const along = ({ slope, offset }: PlattScale, logit: number): number => slope * logit + offset

/** The same residual with its log-odds calibrated: put into the weights, so that they need nothing more. */
export function calibrated(residual: Residual, { troll, critic }: Calibration): Residual {
  return { troll: calibratedHead(residual.troll, troll), critic: calibratedHead(residual.critic, critic) }
}

function calibratedHead({ slope, bias, buckets, weights }: HeadResidual, line: PlattScale): HeadResidual {
  return {
    slope: line.slope * slope,
    bias: along(line, bias),
    buckets,
    weights: weights.map((weight) => line.slope * weight),
  }
}

/**
 * Where the bands begin, in calibrated log-odds.
 *
 * The project's own line is never below even odds: a large limit, or scores that tell little, would otherwise have the
 * app say "likely troll" of a comment that it takes to be none. Without enough non-trolls the shipped line holds, and
 * must be passed both before and after calibration: many trolls in the draw make each score worth more, which is no
 * reason to be less strict.
 */
export function thresholdsFor(shipped: Thresholds, calibration: Calibration, limit: number): Thresholds {
  const own = conformalThreshold(calibration.nonTrolls, limit)
  const troll =
    own === null ? Math.max(shipped.troll, along(calibration.troll, shipped.troll)) : Math.max(own, evenOdds)
  return { ...shipped, troll, unsure: Math.min(shipped.unsure, troll) }
}
