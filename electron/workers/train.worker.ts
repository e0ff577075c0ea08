/** Fits the project's model on all standing decisions. Reads the project only. */
import { teachingLabels } from '../../core/classifier/classifier.ts'
import { readClassifier } from '../service/store/classifier.ts'
import { labelledTexts } from '../service/store/decisions.ts'
import type { StoredModel } from '../service/store/models.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { runAsTask } from './task.ts'

export interface TrainTask {
  readonly project: string
  readonly starterFile: string
}

runAsTask(async ({ project, starterFile }: TrainTask): Promise<StoredModel | null> => {
  const db = readProjectFile(project)
  try {
    const model = readClassifier(starterFile, null).learn(labelledTexts(db, teachingLabels))
    const weights = model?.save()
    return model && weights ? { version: model.version, decisions: model.decisions, weights } : null
  } finally {
    db.close()
  }
})
