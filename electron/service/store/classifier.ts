/** The model that a project works with: what its models are learned on, and the project's own part of it. */
import { readFileSync } from 'node:fs'
import type { Classifier, LearnOptions } from '../../../core/classifier/classifier.ts'
import { learnerOf, loadProjectModel, loadStarter } from '../../../core/classifier/linear-classifier.ts'
import { defaultAccusationLimit } from '../../../core/evaluation/conformal.ts'
import { type Codebook, hasStarter, teachingLabels } from '../../../core/labels.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB } from './database.ts'
import { currentModel } from './models.ts'

/** What models for these labels are learned on: the starter for ours, nothing for others. */
export function baseFor(codebook: Codebook, starter: () => Classifier): Classifier {
  return hasStarter(codebook) ? starter() : learnerOf(teachingLabels(codebook).map(({ id }) => id))
}

/** For a thread or a command that has the project file only. @throws AppError bad-request when the starter cannot be used */
export function readBase(db: ReadableDB, starterFile: string, options: LearnOptions): Classifier {
  return baseFor(readCodebook(db), () => loadStarter(readFileSync(starterFile), options))
}

/**
 * The limit that what a model says depends on: the project's, or always the same one where no label is harmful. There
 * another limit changes nothing, and nothing must be done again for it.
 */
export function limitThatCounts({ harmful }: Classifier, { accusationLimit }: LearnOptions): number {
  return harmful === null ? defaultAccusationLimit : accusationLimit
}

/** @throws AppError bad-request when the starter, or what the project learned, cannot be used */
export function readClassifier(db: ReadableDB, starterFile: string, options: LearnOptions): Classifier {
  const base = readBase(db, starterFile, options)
  const own = currentModel(db)
  return own ? loadProjectModel(base, own.weights, options) : base
}
