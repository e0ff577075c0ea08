/** What the open project's model says, where the project wants to hear it. */
import type { Classifier } from '../../core/classifier/classifier.ts'
import type { Prediction, Suggestion } from '../../core/records.ts'
import { letterStart } from '../../core/text/letters.ts'
import type { OpenProject } from './open-project.ts'
import { keep } from './queues.ts'

/** What a model said of a text lately: after a decision the same rows are read again, and it has not changed its mind. */
const lately = new WeakMap<Classifier, Map<string, Prediction>>()
const mostKept = 500
/** In UTF-16 units; the texts themselves are kept. */
const longestKept = 2_000

/**
 * Underlined is what moved the model in so much of a comment, in UTF-16 units: looking through more would keep the
 * comment itself waiting. What the model says is said of the whole.
 */
const longestUnderlined = 20_000

/** One prediction a text, in order; null for all where there are none to be had. */
export function predictionsFor(
  { classifier, suggests }: OpenProject,
  texts: readonly string[],
): readonly (Prediction | null)[] {
  if (!suggests) return texts.map(() => null)
  return texts.map((text) => predictionOf(classifier, text))
}

function predictionOf(classifier: Classifier, text: string): Prediction | null {
  const kept = lately.get(classifier) ?? new Map<string, Prediction>()
  lately.set(classifier, kept)
  const known = kept.get(text)
  if (known) return known
  const [suggestion] = classifier.suggest([text])
  if (!suggestion) return null
  const { evidence: _, ...said } = suggestion
  const prediction = { ...said, modelVersion: classifier.version }
  if (text.length <= longestKept) keep(kept, text, prediction, mostKept)
  return prediction
}

/** With the words that moved the model; null where there is none to be had. */
export function suggestionFor(
  { classifier, suggests }: OpenProject,
  text: string,
): (Suggestion & { readonly modelVersion: string }) | null {
  if (!suggests) return null
  const isLong = text.length > longestUnderlined
  const beginning = isLong ? text.slice(0, letterStart(text, longestUnderlined)) : text
  const [seen] = classifier.suggest([beginning], { evidence: true })
  const [whole] = isLong ? classifier.suggest([text]) : [seen]
  return seen && whole ? { ...whole, evidence: seen.evidence, modelVersion: classifier.version } : null
}
