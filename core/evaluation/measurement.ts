/** Counts what a model said of comments against what people decided. */
import { type LabelledText, type Taught, teachingLabels } from '../classifier/classifier.ts'
import type { ConfusionRow, LabelQuality, Reliability, ReliabilityBin, Share } from '../contract/answers.ts'
import type { Band, Suggestion } from '../records.ts'
import { shareOf, upperBound } from './intervals.ts'

/** A decision and what a model that has not learned from it says. */
export interface Judged {
  readonly decision: Taught
  readonly suggestion: Suggestion
}

type Label = LabelledText['label']

/** The likeliest label, whatever the band; the gentler one where two are as likely. */
export function likeliest({ suggestion }: Judged): Label {
  const { troll, critic, neither } = suggestion
  if (troll > Math.max(critic, neither)) return 'troll'
  return neither > critic ? 'neither' : 'critic'
}

export const isRight = (judged: Judged): boolean => likeliest(judged) === judged.decision.label

const countOf = (judged: readonly Judged[], label: Label, band: Band): number =>
  judged.filter(({ decision, suggestion }) => decision.label === label && suggestion.band === band).length

export function confusionIn(judged: readonly Judged[]): readonly ConfusionRow[] {
  return teachingLabels.map((label) => {
    const said = (band: Band) => countOf(judged, label, band)
    return {
      label,
      said: {
        troll: said('troll'),
        critic: said('critic'),
        neither: said('neither'),
        unsure: said('unsure'),
      },
      total: judged.filter(({ decision }) => decision.label === label).length,
    }
  })
}

export function qualityIn(judged: readonly Judged[]): readonly LabelQuality[] {
  return teachingLabels.map((label) => {
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
export function reliabilityIn(judged: readonly Judged[], label: 'troll' | 'critic'): Reliability {
  const sorted = judged.toSorted((one, other) => one.suggestion[label] - other.suggestion[label])
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

function binOf(bin: readonly Judged[], label: 'troll' | 'critic'): ReliabilityBin {
  const said = bin.reduce((sum, { suggestion }) => sum + suggestion[label], 0) / bin.length
  return { said, decided: shareOf(bin.filter(({ decision }) => decision.label === label).length, bin.length) }
}
