/** Keeps the project's model up with its decisions: refits in the background, one refit at a time. */
import { loadProjectModel } from '../../core/classifier/linear-classifier.ts'
import { AppError } from '../../core/result.ts'
import type { Learned } from '../workers/train.worker.ts'
import { type Context, changed } from './context.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { scoreAfterLearning, scoreInBackground } from './scoring.ts'
import { forgetModel, type StoredModel, saveModel } from './store/models.ts'
import { explained } from './store/project-file.ts'
import { isEnough, quicklyCounted, taughtFacts } from './store/taught.ts'

/**
 * Brings the model up with the decisions that stand, unless it is already. Decisions that come while it learns are
 * learned together, once it has done.
 */
export function learnInBackground(context: Context, project: OpenProject): void {
  if (!project.use.suggestions || project.isReadOnly || project.pen.isLent) return
  if (project.learning.isRunning) {
    project.learning.isDirty = true
    return
  }
  // With many decisions the counting alone would keep the next comment waiting: then the worker finds out.
  const taught = project.decidedCount > quicklyCounted ? null : taughtFacts(project.db)
  if (taught && !isEnough(taught)) backToBase(context, project)
  else if (taught === null || project.model?.basis !== taught.basis) startLearning(context, project)
}

function startLearning(context: Context, project: OpenProject): void {
  const { learning } = project
  learning.isRunning = true
  context.jobs.start('train', 'steps', async ({ signal }) => {
    let isLearned = false
    try {
      const model = await learning.pauses.run(
        () => {
          // What was decided until now is learned now; where it was stopped, it may have been asked for again since.
          if (!signal.aborted) learning.isDirty = false
          return fitModel(context, project, signal)
        },
        AbortSignal.any([signal, project.closing.signal]),
      )
      if (model === 'too-few') backToBase(context, project)
      else if (model !== 'known') {
        explained(project.path, () => saveModel(project.db, model, context.now().toISOString()))
        takeModel(context, project, model)
      }
      isLearned = true
    } finally {
      learning.isRunning = false
      // After this job has ended, so that the two are told apart.
      setImmediate(() => isOpen(context, project) && goOn(context, project, isLearned))
    }
    return { decisions: project.classifier.decisions, modelVersion: project.classifier.version }
  })
}

function goOn(context: Context, project: OpenProject, isLearned: boolean): void {
  if (project.learning.isDirty) learnInBackground(context, project)
  if (isLearned) scoreAfterLearning(context, project)
}

function fitModel(context: Context, project: OpenProject, signal: AbortSignal): Promise<Learned> {
  const known = project.model?.basis ?? null
  return project.training.run({ project: project.path, starterFile: context.starterFile, known }, signal)
}

/** What the suggestions on the screen follow from now on. */
function takeModel(context: Context, project: OpenProject, model: StoredModel): void {
  project.model = model
  project.classifier = loadProjectModel(project.base, model.weights, project.use)
  changed(context, 'predictions')
}

/**
 * Decisions were taken back until too few are left. Where the disk is too full to forget the model, it is let go the
 * next time: a decision that was taken back must not be said to have failed for that.
 */
function backToBase(context: Context, project: OpenProject): void {
  if (project.model === null) return
  try {
    explained(project.path, () => forgetModel(project.db))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  project.model = null
  project.classifier = project.base
  changed(context, 'predictions')
  scoreAfterLearning(context, project)
}

/** Gives the model the limit that the project has now, and starts or stops the work in the background with it. */
export function applyModelUse(context: Context, project: OpenProject): void {
  if (project.model) project.classifier = loadProjectModel(project.base, project.model.weights, project.use)
  changed(context, 'predictions', 'project')
  if (project.use.suggestions) {
    learnInBackground(context, project)
    scoreInBackground(context, project)
    return
  }
  const jobs = context.jobs.list().filter(({ kind }) => kind === 'train' || kind === 'score')
  for (const { id } of jobs) context.jobs.cancel(id)
}
