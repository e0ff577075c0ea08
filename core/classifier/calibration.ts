/** What the decisions drawn at random say about a model: what its log-odds are worth here, and where to draw its line. */
import { conformalThreshold } from '../evaluation/conformal.ts'
import type { Scored } from '../evaluation/metrics.ts'
import { fitPlatt, type PlattScale } from '../evaluation/platt.ts'
import type { OutOfFold } from './cross-fit.ts'
import type { Thresholds } from './decide.ts'
import type { Lesson } from './lesson.ts'
import type { HeadResidual, Residual } from './residual.ts'
import type { Scheme } from './scheme.ts'

export interface Calibration {
  /** One a head. */
  readonly lines: readonly PlattScale[]
  /** Calibrated log-odds of troll of the non-trolls drawn at random, by models without them; ascending. Ours only. */
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

/** Whether so many scores would say anything: a threshold is kept from the first on, a line from fifty. */
export const isWorthScoring = ({ harmful }: Scheme, count: number): boolean =>
  count > 0 && (harmful !== null || count >= fewestToCalibrate)

/** @param scored the decisions that may measure, and no others: the model did not pick those */
export function calibrate({ scheme, decisions }: Lesson, scored: readonly OutOfFold[]): Calibration {
  const labelled = scored.map(({ row, logits }) => ({ logits, label: decisions[row]?.label ?? '' }))
  const lines = scheme.heads.map((head, at) => {
    const asked = labelled.filter(({ label }) => head.isAskedAbout(label))
    return lineThrough(
      asked.map(({ logits, label }) => ({ score: logits[at] ?? 0, isPositive: label === head.label })),
    )
  })
  const { harmful } = scheme
  const harmless = harmful === null ? [] : labelled.filter(({ label }) => label !== harmful)
  const nonTrolls = Float64Array.from(harmless, ({ logits }) => along(lines[0] ?? asItIs, logits[0] ?? 0))
  return { lines, nonTrolls: nonTrolls.toSorted() }
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
export function calibrated(residual: Residual, { lines }: Calibration): Residual {
  return residual.map((head, at) => calibratedHead(head, lines[at] ?? asItIs))
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
  const line = calibration.lines[0] ?? asItIs
  const troll = own === null ? Math.max(shipped.troll, along(line, shipped.troll)) : Math.max(own, evenOdds)
  return { ...shipped, troll, unsure: Math.min(shipped.unsure, troll) }
}
