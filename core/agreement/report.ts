/** How far the coders of a project agree, each with an interval, or that there is too little to say. */
import { type Interval, wilson } from '../evaluation/intervals.ts'
import { bootstrap, type Draws, gather } from './bootstrap.ts'
import { cohenKappa, gwetAc1, krippendorffAlpha, percentAgreement } from './coefficients.ts'
import { addUnit, widthOf } from './sums.ts'

/** One blind decision: nobody's other decision and no suggestion was seen. The latest of a coder on a unit counts. */
export interface CodedRow {
  /** What was labelled: a comment. */
  readonly unit: number | string
  readonly thread: number | string
  readonly coder: string
  readonly label: string
}

/**
 * `too-few`: fewer than `fewestUnits` units that two coders labelled. `one-label`: all gave the same label to all, so that
 * there is nothing to agree on. `no-spread`: every draw gives the same value, as where all agree.
 */
export type WhyNot = 'too-few' | 'one-label' | 'no-spread'

export interface Coefficient {
  /** Null where it has none. */
  readonly value: number | null
  /** At 95 %; null where it cannot be said. */
  readonly interval: Interval | null
  /** Why there is no value or no interval; null where there are both. */
  readonly whyNot: WhyNot | null
}

interface Agreement {
  /** Units that at least two coders labelled blind. */
  readonly units: number
  /** Of how many threads. */
  readonly threads: number
  /** Whole threads were drawn again, or, of fewer than `fewestThreads`, single comments: then the intervals are too narrow. */
  readonly drawn: 'threads' | 'units'
  readonly percent: Coefficient
}

/** Two coders. */
export interface PairAgreement extends Agreement {
  /** By name, in their order in the alphabet. */
  readonly coders: readonly [string, string]
  /** Units on which they agree. */
  readonly same: number
  readonly kappa: Coefficient
}

export interface AgreementReport extends Agreement {
  readonly coders: readonly string[]
  /** Units that anybody labelled blind. */
  readonly labelled: number
  readonly alpha: Coefficient
  readonly ac1: Coefficient
  /** Only of two coders; of more it is in `pairs`. */
  readonly kappa: Coefficient | null
  /** Those with most units in common first, at most `mostPairs`. */
  readonly pairs: readonly PairAgreement[]
  readonly draws: Draws
}

export interface AgreementOptions extends Partial<Draws> {
  /** Ids of all labels that could be given; without it those that were. */
  readonly labels?: readonly string[]
}

/**
 * Fewer than this, and even if all agree the true share may be as low as 84 in 100 (Wilson): that says neither that
 * people agree nor that they do not.
 */
export const fewestUnits = 20
/**
 * Draws of fewer clusters are known to promise too much.
 *
 * @source Cameron, Gelbach and Miller (2008), Bootstrap-based improvements for inference with clustered errors, Review
 * of Economics and Statistics 90, 414-427
 */
export const fewestThreads = 10
export const mostPairs = 45

/** @param rows blind decisions only; `unsure` is a label like the others */
export function agreementOf(rows: Iterable<CodedRow>, options: AgreementOptions = {}): AgreementReport {
  const draws = { seed: options.seed ?? 1, resamples: options.resamples ?? 2000 }
  const { units, labels, coders } = readRows(rows, options.labels ?? [])
  const shared = units.filter(({ labelOf }) => labelOf.size > 1)
  const size = sizeOf(shared)
  // Who labelled alone has a part in how common each label is for AC1, and in nothing else.
  const blocks = blocksOf(units, size.drawn, widthOf(labels), (sums, { labelOf }) =>
    addUnit(sums, ratingsOf([...labelOf.values()], labels)),
  )
  const [percent = tooFew, alpha = tooFew, ac1 = tooFew] = coefficientsOf(blocks, size.units, draws, [
    percentAgreement,
    (sums) => krippendorffAlpha(sums, labels),
    (sums) => gwetAc1(sums, labels),
  ])
  const pairs = pairsOf(shared, coders)
    .slice(0, mostPairs)
    .map((pair) => pairAgreement(pair, labels, draws))
  return {
    ...size,
    coders,
    labelled: units.length,
    percent: withWilson(percent, size.units),
    alpha,
    ac1,
    kappa: coders.length === 2 ? (pairs[0]?.kappa ?? tooFew) : null,
    pairs,
    draws,
  }
}

const tooFew: Coefficient = { value: null, interval: null, whyNot: 'too-few' }

interface Unit {
  readonly thread: number | string
  /** By coder: the place of the label that they gave. */
  readonly labelOf: Map<string, number>
}

function readRows(rows: Iterable<CodedRow>, known: readonly string[]) {
  const labelAt = new Map(known.map((label, at) => [label, at]))
  const units = new Map<number | string, Unit>()
  const coders = new Set<string>()
  for (const { unit, thread, coder, label } of rows) {
    const place = labelAt.get(label) ?? labelAt.size
    labelAt.set(label, place)
    const one = units.get(unit) ?? { thread, labelOf: new Map() }
    units.set(unit, one)
    one.labelOf.set(coder, place)
    coders.add(coder)
  }
  return { units: [...units.values()], labels: labelAt.size, coders: [...coders].sort() }
}

function sizeOf(shared: readonly Unit[]): Pick<Agreement, 'units' | 'threads' | 'drawn'> {
  const threads = new Set(shared.map(({ thread }) => thread)).size
  return { units: shared.length, threads, drawn: threads < fewestThreads ? 'units' : 'threads' }
}

function ratingsOf(given: readonly number[], labels: number): Float64Array {
  const ratings = new Float64Array(labels)
  for (const label of given) ratings[label] = (ratings[label] ?? 0) + 1
  return ratings
}

/** The sums of each thread, or of each unit. */
function blocksOf(
  units: readonly Unit[],
  by: Agreement['drawn'],
  width: number,
  add: (sums: Float64Array, unit: Unit) => void,
): readonly Float64Array[] {
  const blocks = new Map<unknown, Float64Array>()
  for (const unit of units) {
    const of = by === 'threads' ? unit.thread : unit
    const sums = blocks.get(of) ?? new Float64Array(width)
    blocks.set(of, sums)
    add(sums, unit)
  }
  return [...blocks.values()]
}

/** @param units that two coders labelled */
function coefficientsOf(
  all: readonly Float64Array[],
  units: number,
  draws: Draws,
  coefficients: readonly ((sums: Float64Array) => number | null)[],
): readonly Coefficient[] {
  if (units < fewestUnits) return coefficients.map(() => tooFew)
  const blocks = gather(all, draws.seed)
  const total = Float64Array.from(blocks[0] ?? [], (_, at) =>
    blocks.reduce((sum, block) => sum + (block[at] ?? 0), 0),
  )
  const intervals = bootstrap(blocks, coefficients, draws)
  return coefficients.map((coefficient, at): Coefficient => {
    const value = coefficient(total)
    const interval = value === null ? null : (intervals[at] ?? null)
    const whyNot = value === null ? 'one-label' : interval === null ? 'no-spread' : null
    return { value, interval, whyNot }
  })
}

/** Where all agree, or none, the draws say nothing, and a share of units has an interval all the same. */
function withWilson(percent: Coefficient, units: number): Coefficient {
  const { value } = percent
  if (value === null || percent.whyNot !== 'no-spread') return percent
  return { value, interval: wilson(Math.round(value * units), units), whyNot: null }
}

interface Pair {
  readonly coders: readonly [string, string]
  readonly units: readonly Unit[]
}

/** Those with most units in common first. */
function pairsOf(shared: readonly Unit[], coders: readonly string[]): readonly Pair[] {
  const pairs = coders.flatMap((one, at) =>
    coders.slice(at + 1).map((other): Pair => {
      const both = shared.filter(({ labelOf }) => labelOf.has(one) && labelOf.has(other))
      return { coders: [one, other], units: both }
    }),
  )
  return pairs
    .filter(({ units }) => units.length > 0)
    .toSorted((one, other) => other.units.length - one.units.length)
}

function pairAgreement({ coders, units }: Pair, labels: number, draws: Draws): PairAgreement {
  const [one, other] = coders
  const size = sizeOf(units)
  const placeOf = ({ labelOf }: Unit) => (labelOf.get(one) ?? 0) * labels + (labelOf.get(other) ?? 0)
  const blocks = blocksOf(units, size.drawn, labels * labels, (table, unit) => {
    const place = placeOf(unit)
    table[place] = (table[place] ?? 0) + 1
  })
  const sameIn = (table: ArrayLike<number>) =>
    Array.from({ length: labels }, (_, at) => table[at * labels + at] ?? 0).reduce((sum, n) => sum + n, 0)
  const all = (table: Float64Array) => table.reduce((sum, n) => sum + n, 0)
  const [percent = tooFew, kappa = tooFew] = coefficientsOf(blocks, size.units, draws, [
    (table) => sameIn(table) / all(table),
    (table) => cohenKappa(table, labels),
  ])
  const same = units.filter(({ labelOf }) => labelOf.get(one) === labelOf.get(other)).length
  return { ...size, coders, same, percent: withWilson(percent, size.units), kappa }
}
