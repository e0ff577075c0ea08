/** What the open project's model says, where the project wants to hear it. */
import type { Prediction, Suggestion } from '../../core/records.ts'
import type { OpenProject } from './open-project.ts'

/** One prediction a text, in order; null for all where suggestions are off. */
export function predictionsFor(
  { classifier, use }: OpenProject,
  texts: readonly string[],
): readonly (Prediction | null)[] {
  if (!use.suggestions) return texts.map(() => null)
  return classifier
    .suggest(texts)
    .map(({ evidence: _, ...prediction }) => ({ ...prediction, modelVersion: classifier.version }))
}

/** With the words that moved the model; null where suggestions are off. */
export function suggestionFor(
  { classifier, use }: OpenProject,
  text: string,
): (Suggestion & { readonly modelVersion: string }) | null {
  const [suggestion] = use.suggestions ? classifier.suggest([text], { evidence: true }) : []
  return suggestion ? { ...suggestion, modelVersion: classifier.version } : null
}
