/** Fits the project's model on all standing decisions. Reads the project only. */
import { readClassifier } from '../service/store/classifier.ts'
import type { StoredModel } from '../service/store/models.ts'
import { readUse } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { readTaught } from '../service/store/taught.ts'
import { runAsTask } from './task.ts'

export interface TrainTask {
  readonly project: string
  readonly starterFile: string
}

/** @returns null when there is nothing to learn from */
runAsTask(async ({ project, starterFile }: TrainTask): Promise<StoredModel | null> => {
  const db = readProjectFile(project)
  try {
    const use = readUse(db)
    const { decisions, facts } = readTaught(db)
    const model = readClassifier(starterFile, null, use).learn(decisions, use)
    const weights = model?.save()
    if (!model || !weights) return null
    const { basis, byLabel: learned } = facts
    return { version: model.version, decisions: model.decisions, weights, basis, learned }
  } finally {
    db.close()
  }
})
