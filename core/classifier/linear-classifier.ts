/** The one classifier there is: the starter, or the starter with what a project's decisions have added. */
import type { Suggestion } from '../records.ts'
import { AppError } from '../result.ts'
import { Vectorizer } from '../text/features.ts'
import { isMostlyLatin } from '../text/script.ts'
import type { Classifier, LabelledText, SuggestOptions } from './classifier.ts'
import { bandOf, probabilitiesOf } from './decide.ts'
import { evidenceIn } from './evidence.ts'
import { addResidual, fitResidual, readResidual, writeResidual } from './residual.ts'
import { readStarter, type StarterModel } from './starter-file.ts'
import { logitsOf, type Weights } from './weights.ts'

/** What a project has learned, as bytes and as weights with the starter's in them. */
interface Learned {
  readonly weights: Weights
  readonly decisions: number
  readonly fingerprint: string
  readonly bytes: Uint8Array
}

/** @throws AppError `bad-request` with a plain sentence when the file is damaged, foreign or newer than the app */
export function loadStarter(bytes: Uint8Array): Classifier {
  return new LinearClassifier(readStarter(bytes), null, new Vectorizer())
}

/**
 * A project's own model, from what `save` gave.
 *
 * @param starter what `loadStarter` gave, or a model learned on it
 * @throws AppError `bad-request` when the bytes are damaged, foreign, newer, or learned on another starter
 */
export function loadProjectModel(starter: Classifier, bytes: Uint8Array): Classifier {
  if (!(starter instanceof LinearClassifier)) {
    throw new AppError('bad-request', 'The model of a project needs the starter it was learned on.')
  }
  return starter.withLearned(bytes)
}

/** Holds the vectorizer's buffers, so that a million comments do not make a million arrays. */
class LinearClassifier implements Classifier {
  readonly version: string
  readonly decisions: number
  readonly #starter: StarterModel
  readonly #learned: Learned | null
  readonly #vectorizer: Vectorizer

  constructor(starter: StarterModel, learned: Learned | null, vectorizer: Vectorizer) {
    this.#starter = starter
    this.#learned = learned
    this.#vectorizer = vectorizer
    this.decisions = learned?.decisions ?? 0
    const own = learned ? `+${learned.decisions}.${learned.fingerprint}` : ''
    this.version = `starter-${starter.fingerprint}${own}`
  }

  suggest(texts: readonly string[], options: SuggestOptions = {}): readonly Suggestion[] {
    return texts.map((text) => this.#suggestOne(text, options.evidence ?? false))
  }

  learn(decisions: readonly LabelledText[]): Classifier | null {
    const residual = fitResidual(this.#starter.weights, decisions, this.#vectorizer)
    if (residual === null) return null
    return this.withLearned(writeResidual(residual, this.#starter.fingerprint))
  }

  save(): Uint8Array | null {
    return this.#learned ? Uint8Array.from(this.#learned.bytes) : null
  }

  /** Learning ends here as well, so that a model is the same before it is saved and after it is loaded. */
  withLearned(bytes: Uint8Array): Classifier {
    const { residual, fingerprint } = readResidual(bytes, this.#starter.fingerprint)
    const weights = addResidual(this.#starter.weights, residual)
    const learned = { weights, decisions: residual.decisions, fingerprint, bytes: Uint8Array.from(bytes) }
    return new LinearClassifier(this.#starter, learned, this.#vectorizer)
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
