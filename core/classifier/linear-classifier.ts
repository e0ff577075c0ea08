/** The one classifier there is: what was known beforehand (the starter, or nothing), and what decisions have added. */
import { defaultAccusationLimit, fewestFor } from '../evaluation/conformal.ts'
import { type Suggestion, unsureBand } from '../records.ts'
import { AppError } from '../result.ts'
import { Vectorizer } from '../text/features.ts'
import { isMostlyLatin } from '../text/script.ts'
import { calibrate, calibrated } from './calibration.ts'
import type { Classifier, LearnOptions, SuggestOptions, Taught, ThresholdFacts } from './classifier.ts'
import { fitAndScore } from './cross-fit.ts'
import { evidenceIn } from './evidence.ts'
import { readLesson } from './lesson.ts'
import { readModel, writeModel } from './model-file.ts'
import { ownScheme } from './own-scheme.ts'
import { addResidual, residualOf } from './residual.ts'
import type { BandOf, Scheme } from './scheme.ts'
import { readStarter } from './starter-file.ts'
import { starterScheme } from './starter-scheme.ts'
import { createTextReader, type TextReader } from './text-reader.ts'
import { logitsOf, type Weights } from './weights.ts'

/** What a project has learned, as bytes and as weights with those known beforehand in them. */
interface Learned {
  /** Calibrated. Made when first asked for: the thread that learns passes on the bytes alone. */
  readonly weights: () => Weights
  readonly bandOf: BandOf
  readonly harmfulAbove: number | null
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
  return unlearned(starterScheme(readStarter(bytes)), options)
}

/**
 * Knows nothing, and learns the labels of a project's own from its decisions.
 *
 * @param labels ids of those that teach, in the order of the codebook; at least two
 */
export function learnerOf(labels: readonly string[]): Classifier {
  const options = { accusationLimit: defaultAccusationLimit }
  return unlearned(ownScheme(labels), options)
}

function unlearned(scheme: Scheme, options: LearnOptions): Classifier {
  const vectorizer = new Vectorizer()
  return new LinearClassifier(
    scheme,
    { vectorizer, reader: createTextReader(scheme.base, vectorizer) },
    options,
  )
}

/**
 * A project's own model, from what `save` gave.
 *
 * @param base what `loadStarter` or `learnerOf` gave, or a model learned on it
 * @param options need not be those it was learned with: the file keeps what a threshold for any limit comes from
 * @throws AppError `bad-request` when the bytes are damaged, foreign, older, newer, or learned on something else
 */
export function loadProjectModel(base: Classifier, bytes: Uint8Array, options: LearnOptions): Classifier {
  if (!(base instanceof LinearClassifier)) {
    throw new AppError('bad-request', 'The model of a project needs the starter it was learned on.')
  }
  return base.withLearned(bytes, options)
}

/** Shared by all that was learned on the same: buffers, so that a million comments do not make a million arrays. */
interface Tools {
  readonly vectorizer: Vectorizer
  readonly reader: TextReader
}

class LinearClassifier implements Classifier {
  readonly version: string
  readonly decisions: number
  readonly labels: readonly string[]
  readonly heads: readonly string[]
  readonly harmful: string | null
  readonly canSuggest: boolean
  readonly threshold: ThresholdFacts | null
  readonly harmfulAbove: number | null
  readonly #scheme: Scheme
  readonly #learned: Learned | null
  readonly #bandOf: BandOf
  readonly #tools: Tools

  constructor(
    scheme: Scheme,
    tools: Tools,
    { accusationLimit }: LearnOptions,
    learned: Learned | null = null,
  ) {
    this.#scheme = scheme
    this.#learned = learned
    this.#bandOf = learned?.bandOf ?? scheme.bandsBy(null, accusationLimit)
    this.#tools = tools
    this.harmfulAbove = learned ? learned.harmfulAbove : scheme.harmfulAbove(null, accusationLimit)
    this.decisions = learned?.decisions ?? 0
    this.labels = scheme.labels
    this.heads = scheme.heads.map(({ label }) => label)
    this.harmful = scheme.harmful
    this.canSuggest = learned !== null || scheme.knowsBeforehand
    const own = learned ? `+${learned.decisions}.${learned.fingerprint}` : ''
    this.version = `${scheme.version}${own}`
    this.threshold = scheme.harmful === null ? null : thresholdFacts(learned, accusationLimit)
  }

  suggest(texts: readonly string[], options: SuggestOptions = {}): readonly Suggestion[] {
    return texts.map((text) => this.#suggestOne(text, options.evidence ?? false))
  }

  learn(decisions: readonly Taught[], options: LearnOptions): Classifier | null {
    const lesson = readLesson(this.#scheme, decisions, this.#tools.reader)
    const { fit, outOfFold } = fitAndScore(lesson)
    if (fit === null) return null
    const calibration = calibrate(lesson, outOfFold)
    const model = { decisions: decisions.length, residual: residualOf(lesson, fit), calibration }
    return this.withLearned(writeModel(model, this.#scheme), options)
  }

  save(): Uint8Array | null {
    return this.#learned ? Uint8Array.from(this.#learned.bytes) : null
  }

  /** Learning ends here as well, so that a model is the same before it is saved and after it is loaded. */
  withLearned(bytes: Uint8Array, options: LearnOptions): Classifier {
    const scheme = this.#scheme
    const { model, fingerprint } = readModel(bytes, scheme)
    const { decisions, residual, calibration } = model
    const learned = {
      weights: onlyOnce(() => addResidual(scheme.base, calibrated(residual, calibration))),
      bandOf: scheme.bandsBy(calibration, options.accusationLimit),
      harmfulAbove: scheme.harmfulAbove(calibration, options.accusationLimit),
      decisions,
      nonTrolls: calibration.nonTrolls.length,
      fingerprint,
      bytes: Uint8Array.from(bytes),
    }
    return new LinearClassifier(scheme, this.#tools, options, learned)
  }

  #suggestOne(text: string, wantsEvidence: boolean): Suggestion {
    const weights = this.#learned?.weights() ?? this.#scheme.base
    const { vectorizer } = this.#tools
    vectorizer.read(text)
    const logits = logitsOf(weights, vectorizer)
    const shares = this.#scheme.sharesOf(logits)
    const reasons = () => {
      const counts = this.#scheme.reasonsOf(shares)
      return this.heads.map((label, head) => ({ label, counts: counts[head] ?? 0 }))
    }
    const evidence = wantsEvidence ? evidenceIn(text, weights, vectorizer, reasons()) : []
    // The starter alone knows English only; what a project teaches may be in any language.
    const isBeyond = this.#learned === null && !isMostlyLatin(text)
    const band = isBeyond ? unsureBand : this.#bandOf(logits, shares)
    return { shares, band, evidence }
  }
}

function onlyOnce<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}

function thresholdFacts(learned: Learned | null, accusationLimit: number): ThresholdFacts {
  const nonTrolls = learned?.nonTrolls ?? 0
  const needed = fewestFor(accusationLimit)
  return { from: nonTrolls >= needed ? 'project' : 'shipped', nonTrolls, needed }
}
