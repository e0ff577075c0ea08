/**
 * Fits the project's model on all standing decisions. Reads the project only. The thread is kept between decisions, and
 * with it what the model stands on and the texts read: the next model is the same as in a new thread, only sooner.
 */
import type { Classifier } from '../../core/classifier/classifier.ts'
import { readBase } from '../service/store/classifier.ts'
import { readCodebook } from '../service/store/codebook.ts'
import type { ReadableDB } from '../service/store/database.ts'
import type { StoredModel } from '../service/store/models.ts'
import { type ModelUse, readUse } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { isEnough, readTaught } from '../service/store/taught.ts'
import { stepBack } from './step-back.ts'
import { runAsKeptTask } from './task.ts'

export interface TrainTask {
  readonly project: string
  readonly starterFile: string
  /** The basis of the model in use: on the same decisions there is nothing new to learn. */
  readonly known?: string | null
}

/** `too-few`: there is nothing to learn from. `known`: the model in use is up with all decisions. */
export type Learned = StoredModel | 'too-few' | 'known'

let kept: { readonly key: string; readonly base: Classifier } | null = null

function baseOf(db: ReadableDB, starterFile: string, use: ModelUse): Classifier {
  const key = JSON.stringify([starterFile, readCodebook(db)])
  if (kept?.key !== key) kept = { key, base: readBase(db, starterFile, use) }
  return kept.base
}

stepBack()

runAsKeptTask(({ project, starterFile, known }: TrainTask): Learned => {
  const db = readProjectFile(project)
  try {
    const use = readUse(db)
    const { decisions, facts } = readTaught(db)
    if (!isEnough(facts)) return 'too-few'
    if (facts.basis === known) return 'known'
    const model = baseOf(db, starterFile, use).learn(decisions, use)
    const weights = model?.save()
    if (!model || !weights) return 'too-few'
    const { basis, byLabel: learned } = facts
    return { version: model.version, decisions: model.decisions, weights, basis, learned }
  } finally {
    db.close()
  }
})
