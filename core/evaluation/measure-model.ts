/** How wrong a project's model is, and which decisions may be: every decision judged by a model without it. */
import type { Classifier, LearnOptions, Taught } from '../classifier/classifier.ts'
import { foldOf } from '../classifier/cross-fit.ts'
import type { LearningPoint, Measurement, Suspect } from '../contract/model-report.ts'
import type { Band } from '../records.ts'
import { AppError } from '../result.ts'
import { sentences } from '../sentences.ts'
import { shareOf } from './intervals.ts'
import { accusationsIn, confusionIn, isRight, type Judged, qualityIn, reliabilityIn } from './measurement.ts'
import { findSuspects } from './suspects.ts'

export interface MeasureOptions extends LearnOptions {
  /** Asked before each fit. */
  readonly isCancelled?: () => boolean
}

export interface ModelFindings {
  /** Null when no decision may be used for measuring. */
  readonly measurement: Measurement | null
  /** The likeliest mistakes first, at most fifty. */
  readonly suspects: readonly Omit<Suspect, 'excerpt'>[]
  /** What the measurement counts, one by one. */
  readonly counted: readonly Counted[]
}

/** A decision that measures, and what a model without it took it for. */
export interface Counted {
  readonly commentId: number
  readonly band: Band
}

/** Decisions that are judged by a model of others. */
interface Fold {
  readonly inside: readonly Taught[]
  /** Oldest first. */
  readonly outside: readonly Taught[]
}

const firstSize = 25

/**
 * Each fold is judged by what `learn` makes of the other decisions, with a calibration and a threshold of those alone:
 * what is measured is the whole model as it is used, but for one fifth of its decisions.
 *
 * @param starter what models are learned on: the starter, or what knows nothing yet
 * @param decisions oldest first
 * @throws AppError cancelled
 */
export function measureModel(
  starter: Classifier,
  decisions: readonly Taught[],
  options: MeasureOptions,
): ModelFindings {
  const learn = (taught: readonly Taught[]): Classifier => {
    if (options.isCancelled?.()) throw new AppError('cancelled', sentences.stopped())
    return starter.learn(taught, options) ?? starter
  }
  const folds = foldsOf(decisions)
  const judged = folds.flatMap(({ inside, outside }) => judge(learn(outside), inside))
  const measuring = measuringIn(judged)
  const { labels, heads } = starter
  const suspects = findSuspects(judged, labels)
  if (measuring.length === 0) return { measurement: null, suspects, counted: [] }
  const measurement = {
    modelVersion: learn(decisions).version,
    total: measuring.length,
    confusion: confusionIn(measuring, labels),
    quality: qualityIn(measuring, labels),
    accusations: starter.threshold && accusationsIn(measuring),
    reliability: heads.map((label) => reliabilityIn(measuring, label)),
    learning: learningCurve(folds, measuring, { learn, starter }),
  }
  const counted = measuring.map(({ decision: { commentId }, suggestion: { band } }) => ({ commentId, band }))
  return { measurement, suspects, counted }
}

function foldsOf(decisions: readonly Taught[]): readonly Fold[] {
  const byFold = Map.groupBy(decisions, ({ text }) => foldOf(text))
  return [...byFold].map(([fold, inside]) => ({
    inside,
    outside: decisions.filter(({ text }) => foldOf(text) !== fold),
  }))
}

function judge(model: Classifier, decisions: readonly Taught[]): readonly Judged[] {
  const suggestions = model.suggest(decisions.map(({ text }) => text))
  return decisions.flatMap((decision, at) => {
    const suggestion = suggestions[at]
    return suggestion ? [{ decision, suggestion }] : []
  })
}

const measuringIn = (judged: readonly Judged[]): readonly Judged[] =>
  judged.filter(({ decision }) => decision.measures)

/**
 * With every size, each fold is judged by a model of the first so many decisions outside it.
 *
 * @param whole judged with all the decisions outside
 */
function learningCurve(
  folds: readonly Fold[],
  whole: readonly Judged[],
  {
    learn,
    starter,
  }: { readonly learn: (taught: readonly Taught[]) => Classifier; readonly starter: Classifier },
): readonly LearningPoint[] {
  const rightIn = (judged: readonly Judged[]) =>
    shareOf(judged.filter((one) => isRight(one, starter.labels)).length, judged.length)
  const withMeasuring = folds.filter(({ inside }) => inside.some(({ measures }) => measures))
  const most = Math.min(...withMeasuring.map(({ outside }) => outside.length))
  const pointOf = (size: number): LearningPoint => {
    const judged = withMeasuring.flatMap(({ inside, outside }) =>
      judge(
        learn(outside.slice(0, size)),
        inside.filter(({ measures }) => measures),
      ),
    )
    return { decisions: size, right: rightIn(judged) }
  }
  const last = most > 0 ? [{ decisions: most, right: rightIn(whole) }] : []
  // What knows nothing yet would only be right by chance.
  const sizes = starter.canSuggest ? [0, ...sizesBelow(most)] : sizesBelow(most)
  return [...sizes.map(pointOf), ...last]
}

/** 25, 50, 100 and so on. */
function sizesBelow(most: number): readonly number[] {
  const doublings = Math.max(0, Math.ceil(Math.log2(most / firstSize)))
  return Array.from({ length: doublings }, (_, at) => firstSize * 2 ** at)
}
