/** Keeps the suggestions up with the project: scores new comments, refits the model on the decisions. */
import { teachingLabels } from '../../core/classifier/classifier.ts'
import { loadProjectModel } from '../../core/classifier/linear-classifier.ts'
import type { ScoresMessage, ScoreTask } from '../workers/score.worker.ts'
import type { TrainTask } from '../workers/train.worker.ts'
import { type Context, changed } from './context.ts'
import { runTask } from './jobs/tasks.ts'
import type { OpenProject } from './open-project.ts'
import { countLearnable } from './store/decisions.ts'
import { countUnscored, type StoredModel, saveModel, savePredictions } from './store/models.ts'

/** Fewer decisions say more about chance than about the project. */
const firstLesson = 20
const nextLesson = 10

/** Starts scoring where comments have no prediction of the model in use. */
export function scoreInBackground(context: Context, project: OpenProject): void {
  if (context.jobs.isRunning('score')) return
  const total = countUnscored(project.db, project.classifier.version)
  if (total === 0) return
  context.jobs.start('score', 'comments', async ({ signal, progress }) => {
    let done = 0
    const data: ScoreTask = { project: project.path, starterFile: context.starterFile }
    const version = project.classifier.version
    const result = await runTask<ScoresMessage, { scored: number; modelVersion: string }>('score', {
      data,
      signal: AbortSignal.any([signal, project.closing.signal]),
      onMessage({ scores }) {
        savePredictions(project.db, version, scores)
        done += scores.ids.length
        progress({ done, total, comments: done })
        return { type: 'ack' }
      },
    })
    project.predictionsChanged()
    changed(context, 'predictions')
    return result
  })
}

/** Refits when enough decisions have come since the last time. */
export function learnInBackground(context: Context, project: OpenProject): void {
  if (context.jobs.isRunning('train') || context.jobs.isRunning('score')) return
  const learnable = countLearnable(project.db, teachingLabels)
  if (learnable < firstLesson || Math.abs(learnable - project.learnedFrom) < nextLesson) return
  context.jobs.start('train', 'steps', async ({ signal }) => {
    const data: TrainTask = { project: project.path, starterFile: context.starterFile }
    const model = await runTask<never, StoredModel | null>('train', {
      data,
      signal: AbortSignal.any([signal, project.closing.signal]),
      onMessage: () => undefined,
    })
    project.learnedFrom = learnable
    if (model) {
      saveModel(project.db, model, context.now().toISOString())
      project.classifier = loadProjectModel(context.starter(), model.weights)
      changed(context, 'project', 'predictions')
      // After this job has ended, so that the two are told apart.
      setImmediate(() => context.current.get() === project && scoreInBackground(context, project))
    }
    return { decisions: learnable, modelVersion: project.classifier.version }
  })
}
