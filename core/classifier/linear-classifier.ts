/** The one classifier there is: the starter, or the starter with what a project's decisions have added. */
import { defaultAccusationLimit, fewestFor } from '../evaluation/conformal.ts'
import type { Suggestion } from '../records.ts'
import { AppError } from '../result.ts'
import { Vectorizer } from '../text/features.ts'
import { isMostlyLatin } from '../text/script.ts'
import { calibrate, calibrated, thresholdsFor } from './calibration.ts'
import type { Classifier, LearnOptions, SuggestOptions, Taught, ThresholdFacts } from './classifier.ts'
import { scoreOutOfFold } from './cross-fit.ts'
import { bandOf, probabilitiesOf } from './decide.ts'
import { evidenceIn } from './evidence.ts'
import { readLesson } from './lesson.ts'
import { readModel, writeModel } from './model-file.ts'
import { addResidual, fitLesson, residualOf } from './residual.ts'
import { readStarter, type StarterModel } from './starter-file.ts'
import { logitsOf, type Weights } from './weights.ts'

/** What a project has learned, as bytes and as weights with the starter's in them. */
interface Learned {
  /** Calibrated, with the project's thresholds. */
  readonly weights: Weights
  readonly decisions: number
  /** Non-trolls that the threshold can come from. */
  readonly nonTrolls: number
  readonly fingerprint: string
  readonly bytes: Uint8Array
}

/**
 * @param options only say how many non-trolls a project would need
 * @throws AppError `bad-request` with a plain sentence when the file is damaged, foreign or newer than the app
 */
export function loadStarter(
  bytes: Uint8Array,
  options: LearnOptions = { accusationLimit: defaultAccusationLimit },
): Classifier {
  return new LinearClassifier(readStarter(bytes), new Vectorizer(), options)
}

/**
 * A project's own model, from what `save` gave.
 *
 * @param starter what `loadStarter` gave, or a model learned on it
 * @param options need not be those it was learned with: the file keeps what a threshold for any limit comes from
 * @throws AppError `bad-request` when the bytes are damaged, foreign, older, newer, or learned on another starter
 */
export function loadProjectModel(starter: Classifier, bytes: Uint8Array, options: LearnOptions): Classifier {
  if (!(starter instanceof LinearClassifier)) {
    throw new AppError('bad-request', 'The model of a project needs the starter it was learned on.')
  }
  return starter.withLearned(bytes, options)
}

/** Holds the vectorizer's buffers, so that a million comments do not make a million arrays. */
class LinearClassifier implements Classifier {
  readonly version: string
  readonly decisions: number
  readonly threshold: ThresholdFacts
  readonly #starter: StarterModel
  readonly #learned: Learned | null
  readonly #vectorizer: Vectorizer

  constructor(
    starter: StarterModel,
    vectorizer: Vectorizer,
    { accusationLimit }: LearnOptions,
    learned: Learned | null = null,
  ) {
    this.#starter = starter
    this.#learned = learned
    this.#vectorizer = vectorizer
    this.decisions = learned?.decisions ?? 0
    const own = learned ? `+${learned.decisions}.${learned.fingerprint}` : ''
    this.version = `starter-${starter.fingerprint}${own}`
    const nonTrolls = learned?.nonTrolls ?? 0
    const needed = fewestFor(accusationLimit)
    this.threshold = { from: nonTrolls >= needed ? 'project' : 'shipped', nonTrolls, needed }
  }

  suggest(texts: readonly string[], options: SuggestOptions = {}): readonly Suggestion[] {
    return texts.map((text) => this.#suggestOne(text, options.evidence ?? false))
  }

  learn(decisions: readonly Taught[], options: LearnOptions): Classifier | null {
    const lesson = readLesson(this.#starter.weights, decisions, this.#vectorizer)
    const everyRow = lesson.decisions.map((_, row) => row)
    const fit = fitLesson(lesson, everyRow)
    if (fit === null) return null
    const calibration = calibrate(lesson, scoreOutOfFold(lesson))
    const model = { decisions: decisions.length, residual: residualOf(lesson, fit), calibration }
    return this.withLearned(writeModel(model, this.#starter.fingerprint), options)
  }

  save(): Uint8Array | null {
    return this.#learned ? Uint8Array.from(this.#learned.bytes) : null
  }

  /** Learning ends here as well, so that a model is the same before it is saved and after it is loaded. */
  withLearned(bytes: Uint8Array, options: LearnOptions): Classifier {
    const { model, fingerprint } = readModel(bytes, this.#starter.fingerprint)
    const { decisions, residual, calibration } = model
    const { weights: shipped } = this.#starter
    const learned = {
      weights: {
        ...addResidual(shipped, calibrated(residual, calibration)),
        thresholds: thresholdsFor(shipped.thresholds, calibration, options.accusationLimit),
      },
      decisions,
      nonTrolls: calibration.nonTrolls.length,
      fingerprint,
      bytes: Uint8Array.from(bytes),
    }
    return new LinearClassifier(this.#starter, this.#vectorizer, options, learned)
  }

  #suggestOne(text: string, wantsEvidence: boolean): Suggestion {
    const weights = this.#learned?.weights ?? this.#starter.weights
    this.#vectorizer.read(text)
    const logits = logitsOf(weights, this.#vectorizer)
    const probabilities = probabilitiesOf(logits)
    const evidence = wantsEvidence ? evidenceIn(text, weights, this.#vectorizer, probabilities.troll) : []
    // The starter alone knows English only; what a project teaches may be in any language.
    const isBeyond = this.#learned === null && !isMostlyLatin(text)
    const band = isBeyond ? 'unsure' : bandOf(logits, weights.thresholds)
    return { ...probabilities, band, evidence }
  }
}
