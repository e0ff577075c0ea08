/**
 * Keeps the table of predictions up with the model, for orders, counts and exports. What is on the screen does not
 * wait for it: see `suggesting.ts`.
 */
import { AppError } from '../../core/result.ts'
import type { ScoreOutcome, ScoresMessage, ScoreTask } from '../workers/score.worker.ts'
import { type Context, changed } from './context.ts'
import { runTask } from './jobs/tasks.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { limitThatCounts } from './store/classifier.ts'
import { countUnscored, forgetPredictions, type ScoredWith, savePredictions } from './store/models.ts'
import { explained } from './store/project-file.ts'

/** So many comments take less than a second, and are scored after every refit. */
const quicklyScored = 5000
/** Above that, after so many decisions. */
const decisionsBetween = 10
/** A chunk is scored in a hundredth of a second, so that who decides slowly hardly slows it. */
const betweenKeys = { quietMs: 500, longestMs: 1_000 }

/** Starts scoring where comments have no prediction of the model in use. */
export function scoreInBackground(context: Context, project: OpenProject): void {
  const { scoring } = project
  if (!project.use.suggestions || project.isReadOnly || project.pen.isLent) return
  if (scoring.isRunning) {
    scoring.isDirty = true
    return
  }
  const wanted = wantedNow(project)
  scoring.decisions = 0
  if (!project.classifier.canSuggest) {
    forgetScores(context, project)
    return
  }
  const { comments } = project.totals()
  // With a new model all of them are to be looked at: nothing needs to be counted for that.
  const isNew = scoring.done !== null && scoring.done.modelVersion !== wanted.modelVersion
  const total = isNew ? comments : countUnscored(project.db, wanted, comments)
  if (total === 0) {
    scoring.done = wanted
    return
  }
  startScoring(context, project, total)
}

/** After a refit: at once in a small project, now and then in a large one. */
export function scoreAfterLearning(context: Context, project: OpenProject): void {
  const isDue =
    !project.classifier.canSuggest ||
    project.totals().comments <= quicklyScored ||
    project.scoring.decisions >= decisionsBetween
  if (isDue) scoreWhenStale(context, project)
}

/** Without counting a million comments when the table is known to be up to date. */
export function scoreWhenStale(context: Context, project: OpenProject): void {
  const { done } = project.scoring
  const wanted = wantedNow(project)
  const isUpToDate =
    done?.modelVersion === wanted.modelVersion && done.accusationLimit === wanted.accusationLimit
  if (!isUpToDate) scoreInBackground(context, project)
}

/**
 * What a model said whose decisions were taken back, where there is nothing else to say. Where the disk is too full even
 * for that, it is tried again the next time.
 */
function forgetScores(context: Context, project: OpenProject): void {
  try {
    explained(project.path, () => forgetPredictions(project.db))
    project.scoring.done = wantedNow(project)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  project.predictionsChanged()
  changed(context, 'predictions')
}

function wantedNow({ classifier, use }: OpenProject): ScoredWith {
  return { modelVersion: classifier.version, accusationLimit: limitThatCounts(classifier, use) }
}

function startScoring(context: Context, project: OpenProject, total: number): void {
  const { scoring } = project
  const isQuick = total <= quicklyScored
  scoring.isRunning = true
  context.jobs.start('score', 'comments', async (job) => {
    let done = 0
    const data: ScoreTask = { project: project.path, starterFile: context.starterFile }
    const signal = AbortSignal.any([job.signal, project.closing.signal])
    const score = () => {
      if (!signal.aborted) scoring.isDirty = false
      return runTask<ScoresMessage, ScoreOutcome>('score', {
        data,
        signal,
        async onMessage({ scores }) {
          // With two processors, what somebody waits for would share one with this.
          await project.queues.idle()
          if (!isQuick) await project.calm.wait(betweenKeys, signal)
          savePredictions(project.db, scores)
          done += scores.ids.length
          job.progress({ done, total, comments: done })
          return { type: 'ack' }
        },
      })
    }
    try {
      const outcome = isQuick ? await scoring.pauses.run(score, signal) : await score()
      const { scored, modelVersion, accusationLimit } = outcome
      scoring.done = { modelVersion, accusationLimit }
      return { scored, modelVersion }
    } finally {
      scoring.isRunning = false
      // Where it was stopped for something else it goes on afterwards: the orders of before do until then.
      if (!signal.aborted) {
        project.predictionsChanged()
        changed(context, 'predictions')
      }
      // Counts again: what came meanwhile may be comments as well as a model.
      if (scoring.isDirty) {
        setImmediate(() => isOpen(context, project) && scoreInBackground(context, project))
      }
    }
  })
}
