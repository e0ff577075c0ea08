/** Bringing another copy of the project, or a work package, into the one that is open: all of it or nothing. */
import path from 'node:path'
import type { MergeReport } from '../../core/contract/package-answers.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { MergeMessage, MergeTask } from '../workers/merge.worker.ts'
import { type Context, changed } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'
import { learnInBackground } from './learning.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { scoreInBackground } from './scoring.ts'
import { whoDecides } from './who-decides.ts'

export interface MergeOrder {
  readonly file: string
  readonly sameCoders: boolean
  /** Says what it would do, and does nothing. */
  readonly isLook: boolean
}

/**
 * A thread of its own writes, in one transaction; until it is over nobody else may, and what asks to is told so.
 *
 * @throws AppError busy while comments come in or the model is measured; the sentences of `mergeOther` and of what the
 *   file may be
 */
export async function mergeCopy(
  context: Context,
  project: OpenProject,
  { file, ...how }: MergeOrder,
  { signal, progress }: JobContext,
): Promise<MergeReport> {
  project.requireInPlace()
  if (path.resolve(file) === path.resolve(project.path)) {
    throw new AppError('bad-request', sentences.mergeSelf())
  }
  const isBusy = (['import', 'measure', 'package'] as const).some((kind) => context.jobs.isRunning(kind))
  if (isBusy) throw new AppError('busy', sentences.mergeWaits())
  const coder = whoDecides(context, project)
  const data: MergeTask = {
    project: project.path,
    file,
    name: path.basename(file),
    coder,
    at: context.now().toISOString(),
    ...how,
  }
  project.isMerging = true
  try {
    await context.jobs.stopped(['train', 'score'])
    return await runToEnd(data, AbortSignal.any([signal, project.closing.signal]), progress)
  } finally {
    project.isMerging = false
    if (isOpen(context, project)) takeUp(context, project, how.isLook)
  }
}

/** Can be stopped until all is in its place: what is said to be stopped must not be found merged afterwards. */
async function runToEnd(
  data: MergeTask,
  signal: AbortSignal,
  progress: JobContext['progress'],
): Promise<MergeReport> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await runTask<MergeMessage, MergeReport>('merge', {
      data,
      signal: stopping.signal,
      onMessage(message) {
        if (message.type === 'whole') {
          signal.removeEventListener('abort', stop)
          return { type: 'ack' }
        }
        progress(message)
        return undefined
      },
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function takeUp(context: Context, project: OpenProject, isLook: boolean): void {
  if (!isLook) {
    project.othersWrote()
    changed(context, 'comments', 'decisions', 'predictions', 'project', 'coders')
  }
  learnInBackground(context, project)
  scoreInBackground(context, project)
}
