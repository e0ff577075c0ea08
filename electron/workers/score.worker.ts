/** Asks the model about every comment that it has not looked at, a chunk at a time. Reads the project only. */
import { limitThatCounts, readClassifier } from '../service/store/classifier.ts'
import { nextUnscored, type ScoredWith, type Scores } from '../service/store/models.ts'
import { readUse } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { stepBack } from './step-back.ts'
import { breathe, runAsTask, type TaskPort } from './task.ts'

export interface ScoreTask {
  readonly project: string
  readonly starterFile: string
}
export interface ScoresMessage {
  readonly type: 'scores'
  readonly scores: Scores
}
/** With the model and the limit that were there when the work began; the service may have others by now. */
export interface ScoreOutcome extends ScoredWith {
  readonly scored: number
}

const chunk = 200

stepBack()

runAsTask(async ({ project, starterFile }: ScoreTask, port: TaskPort): Promise<ScoreOutcome> => {
  const db = readProjectFile(project)
  try {
    const use = readUse(db)
    const model = readClassifier(db, starterFile, use)
    const using = { modelVersion: model.version, accusationLimit: limitThatCounts(model, use) }
    let scored = 0
    let after = 0
    for (;;) {
      // Decisions may have been taken back since the work was asked for.
      const comments = !model.canSuggest ? [] : nextUnscored(db, using, { after, limit: chunk })
      const last = comments.at(-1)
      if (!last) return { scored, ...using }
      const predictions = model
        .suggest(comments.map(({ text }) => text))
        .map(({ shares, band }) => ({ shares, band }))
      const message: ScoresMessage = {
        type: 'scores',
        scores: { ids: comments.map(({ id }) => id), predictions, harmful: model.harmful, ...using },
      }
      await port.ask(message)
      await breathe(port)
      scored += comments.length
      after = last.id
    }
  } finally {
    db.close()
  }
})
