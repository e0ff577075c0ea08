/** One label for many comments, and steps through the record: here where they are few, in a thread where they are many. */
import type { Step } from '../../core/contract/answers.ts'
import { sentences } from '../../core/sentences.ts'
import type { ManyOutcome, ManyTask, ManyWish } from '../workers/many.worker.ts'
import { type Context, changed } from './context.ts'
import { learnInBackground } from './learning.ts'
import { lendTo } from './lending.ts'
import type { OpenProject } from './open-project.ts'
import { appendMany, type ManyDecisions } from './store/many.ts'
import { explained } from './store/project-file.ts'
import { type By, redoLatest, type StepKind, sizeOfStep, undoLatest } from './store/steps.ts'

/** So many take a fifth of a second; to start a thread takes as long, and while it writes no decision is taken. */
export const mostAtOnce = 5000

/** @returns when all of them are on the disk, or, with an error, none. @throws AppError as `lendTo` where they are many */
export async function markMany(
  context: Context,
  project: OpenProject,
  commentIds: readonly number[],
  common: ManyDecisions,
): Promise<void> {
  if (commentIds.length > mostAtOnce) {
    await inThread(context, project, { kind: 'label', commentIds: Int32Array.from(commentIds), common })
    return
  }
  explained(project.path, () => appendMany(project.db, commentIds, common))
  project.decidedOn(commentIds, common.coder)
  afterDeciding(context, project, commentIds.length)
}

/** @returns null where there is nothing to take back, or to give again. @throws AppError as `lendTo` where it is of many */
export async function takeStep(
  context: Context,
  project: OpenProject,
  kind: StepKind,
  by: By,
): Promise<Step | null> {
  const size = sizeOfStep(project.db, kind, by.coder)
  if (size > mostAtOnce) return inThread(context, project, { kind, by, size })
  const take = kind === 'undo' ? undoLatest : redoLatest
  const taken = explained(project.path, () => take(project.db, by))
  if (taken === null) return null
  project.rereadDecided(taken.commentIds, by.coder)
  afterDeciding(context, project, taken.commentIds.length)
  return taken.step
}

export function afterDeciding(context: Context, project: OpenProject, decisions: number): void {
  noteDecided(context, project, decisions)
  learnInBackground(context, project)
}

function noteDecided(context: Context, project: OpenProject, decisions: number): void {
  project.scoring.decisions += decisions
  project.calm.disturb()
  changed(context, 'decisions')
}

/** As a job, which the window can show and stop. */
function inThread(context: Context, project: OpenProject, wish: ManyWish): Promise<Step | null> {
  const data: ManyTask = { ...wish, project: project.path }
  const coder = wish.kind === 'label' ? wish.common.coder : wish.by.coder
  const onWritten = ({ commentIds, left }: ManyOutcome) => {
    project.rereadDecided(commentIds, coder, left)
    noteDecided(context, project, commentIds.length)
  }
  const writing = { task: 'many', data, refusal: sentences.manyRunning(), onWritten } as const
  return new Promise((resolve, reject) => {
    context.jobs.start('many', 'comments', async (job) => {
      try {
        const { step, commentIds } = await lendTo<ManyOutcome>(context, project, writing, job)
        resolve(step)
        return { comments: commentIds.length }
      } catch (error) {
        reject(error)
        throw error
      }
    })
  })
}
