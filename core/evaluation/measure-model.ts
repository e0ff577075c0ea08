/** How wrong a project's model is, and which decisions may be: every decision judged by a model without it. */
import type { Classifier, LearnOptions, Taught } from '../classifier/classifier.ts'
import { foldOf } from '../classifier/cross-fit.ts'
import type { LearningPoint, Measurement, Suspect } from '../contract/answers.ts'
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
  const suspects = findSuspects(judged)
  if (measuring.length === 0) return { measurement: null, suspects }
  const measurement = {
    modelVersion: learn(decisions).version,
    total: measuring.length,
    confusion: confusionIn(measuring),
    quality: qualityIn(measuring),
    accusations: accusationsIn(measuring),
    reliability: [reliabilityIn(measuring, 'troll'), reliabilityIn(measuring, 'critic')],
    learning: learningCurve(folds, measuring, learn),
  }
  return { measurement, suspects }
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
  learn: (taught: readonly Taught[]) => Classifier,
): readonly LearningPoint[] {
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
  return [...sizesBelow(most).map(pointOf), ...last]
}

/** 0, 25, 50, 100 and so on. */
function sizesBelow(most: number): readonly number[] {
  const doublings = Math.max(0, Math.ceil(Math.log2(most / firstSize)))
  return [0, ...Array.from({ length: doublings }, (_, at) => firstSize * 2 ** at)]
}

const rightIn = (judged: readonly Judged[]): LearningPoint['right'] =>
  shareOf(judged.filter(isRight).length, judged.length)
