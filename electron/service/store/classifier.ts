/** The model that a project works with: the starter from its file, and the project's own part of it. */
import { readFileSync } from 'node:fs'
import type { Classifier, LearnOptions } from '../../../core/classifier/classifier.ts'
import { loadProjectModel, loadStarter } from '../../../core/classifier/linear-classifier.ts'
import type { StoredModel } from './models.ts'

/** @throws AppError bad-request when the starter, or what the project learned, cannot be used */
export function readClassifier(
  starterFile: string,
  own: StoredModel | null,
  options: LearnOptions,
): Classifier {
  const starter = loadStarter(readFileSync(starterFile), options)
  return own ? loadProjectModel(starter, own.weights, options) : starter
}
