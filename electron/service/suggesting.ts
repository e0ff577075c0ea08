/** What the open project's model says, where the project wants to hear it. */
import type { Prediction, Suggestion } from '../../core/records.ts'
import type { OpenProject } from './open-project.ts'

/** One prediction a text, in order; null for all where there are none to be had. */
export function predictionsFor(
  { classifier, suggests }: OpenProject,
  texts: readonly string[],
): readonly (Prediction | null)[] {
  if (!suggests) return texts.map(() => null)
  return classifier
    .suggest(texts)
    .map(({ evidence: _, ...prediction }) => ({ ...prediction, modelVersion: classifier.version }))
}

/** With the words that moved the model; null where there is none to be had. */
export function suggestionFor(
  { classifier, suggests }: OpenProject,
  text: string,
): (Suggestion & { readonly modelVersion: string }) | null {
  const [suggestion] = suggests ? classifier.suggest([text], { evidence: true }) : []
  return suggestion ? { ...suggestion, modelVersion: classifier.version } : null
}
