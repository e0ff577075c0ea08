/** Counts what a model said of comments against what people decided. */
import type { Taught } from '../classifier/classifier.ts'
import type {
  ConfusionRow,
  LabelQuality,
  Reliability,
  ReliabilityBin,
  Share,
} from '../contract/model-report.ts'
import { type Band, type Suggestion, unsureBand } from '../records.ts'
import { shareOf, upperBound } from './intervals.ts'

/** A decision and what a model that has not learned from it says. */
export interface Judged {
  readonly decision: Taught
  readonly suggestion: Suggestion
}

/** What the model says of this label, in [0, 1]. */
export const shareFor = ({ suggestion }: Judged, label: string): number => suggestion.shares[label] ?? 0

/**
 * The likeliest label, whatever the band. Where two are as likely the first of the codebook gives way: of ours, the one
 * that accuses.
 */
export function likeliest(judged: Judged, labels: readonly string[]): string {
  const share = (label: string) => shareFor(judged, label)
  return [...labels.slice(1), ...labels.slice(0, 1)].reduce((best, label) =>
    share(label) > share(best) ? label : best,
  )
}

export const isRight = (judged: Judged, labels: readonly string[]): boolean =>
  likeliest(judged, labels) === judged.decision.label

const countOf = (judged: readonly Judged[], label: string, band: Band): number =>
  judged.filter(({ decision, suggestion }) => decision.label === label && suggestion.band === band).length

/** @param labels those that teach, in the order of the codebook; here and below */
export function confusionIn(judged: readonly Judged[], labels: readonly string[]): readonly ConfusionRow[] {
  return labels.map((label) => ({
    label,
    said: Object.fromEntries([...labels, unsureBand].map((band) => [band, countOf(judged, label, band)])),
    total: judged.filter(({ decision }) => decision.label === label).length,
  }))
}

export function qualityIn(judged: readonly Judged[], labels: readonly string[]): readonly LabelQuality[] {
  return labels.map((label) => {
    const hits = countOf(judged, label, label)
    const suggested = judged.filter(({ suggestion }) => suggestion.band === label).length
    const decided = judged.filter(({ decision }) => decision.label === label).length
    return {
      label,
      precision: suggested === 0 ? null : shareOf(hits, suggested),
      recall: decided === 0 ? null : shareOf(hits, decided),
    }
  })
}

/** Suggested as troll among those that are none; `high` is the one-sided 95 % bound. */
export function accusationsIn(judged: readonly Judged[]): Share {
  const nonTrolls = judged.filter(({ decision }) => decision.label !== 'troll')
  const hits = nonTrolls.filter(({ suggestion }) => suggestion.band === 'troll').length
  return { hits, of: nonTrolls.length, low: 0, high: upperBound(hits, nonTrolls.length) }
}

const mostBins = 8
/** Fewer in a bin say nothing. */
const fewestInBin = 5

/**
 * Bins of about as many comments each, by rising probability: bins of equal width would leave most of them empty.
 * The error is that of these bins.
 *
 * @source Naeini, Cooper and Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI
 */
export function reliabilityIn(judged: readonly Judged[], label: string): Reliability {
  const sorted = judged.toSorted((one, other) => shareFor(one, label) - shareFor(other, label))
  const count = Math.min(mostBins, Math.max(1, Math.floor(sorted.length / fewestInBin)))
  const bins = Array.from({ length: count }, (_, at) =>
    sorted.slice(Math.round((at * sorted.length) / count), Math.round(((at + 1) * sorted.length) / count)),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => binOf(bin, label))
  const gaps = bins.map(({ said, decided }) => Math.abs(said * decided.of - decided.hits))
  const error = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, judged.length)
  return { label, bins, error }
}

function binOf(bin: readonly Judged[], label: string): ReliabilityBin {
  const said = bin.reduce((sum, judged) => sum + shareFor(judged, label), 0) / bin.length
  return { said, decided: shareOf(bin.filter(({ decision }) => decision.label === label).length, bin.length) }
}
