/** Lends a project to a thread that writes all of something or nothing. Meanwhile the service goes on answering. */
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { WriterMessage } from '../workers/writing.ts'
import type { Context } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'
import type { TaskName } from './jobs/worker-url.ts'
import { learnInBackground } from './learning.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { scoreWhenStale } from './scoring.ts'

export interface Writing<Out> {
  readonly task: TaskName
  readonly data: unknown
  /** What whoever asks to write meanwhile is told. */
  readonly refusal: string
  /** It is in the file: takes it into what is kept in memory, and says what has changed. */
  readonly onWritten: (outcome: Out) => void
}

/**
 * Until it is over nobody else may write, and whoever asks to is told so: to wait for SQLite's lock would keep the service
 * from answering anything. Refits and scoring are stopped first and taken up again afterwards.
 *
 * @throws AppError busy while comments come in or the model is measured, and as `requireInPlace`; the task's own failures
 */
export async function lendTo<Out>(
  context: Context,
  project: OpenProject,
  { task, data, refusal, onWritten }: Writing<Out>,
  { signal, progress }: JobContext,
): Promise<Out> {
  project.requireInPlace()
  const isBusy = (['import', 'measure', 'package'] as const).some((kind) => context.jobs.isRunning(kind))
  if (isBusy) throw new AppError('busy', sentences.othersWrite())
  project.pen.lend(refusal)
  try {
    await context.jobs.stopped(['train', 'score'])
    const stop = AbortSignal.any([signal, project.closing.signal])
    const outcome = await runToEnd<Out>(project, { task, data, signal: stop, progress })
    onWritten(outcome)
    return outcome
  } finally {
    project.pen.takeBack()
    if (isOpen(context, project)) {
      learnInBackground(context, project)
      scoreWhenStale(context, project)
    }
  }
}

interface Run extends JobContext {
  readonly task: TaskName
  readonly data: unknown
}

/** Can be stopped until all is in its place: what is said to be stopped must not be found written afterwards. */
async function runToEnd<Out>(project: OpenProject, { task, data, signal, progress }: Run): Promise<Out> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  let isWhole = false
  try {
    return await runTask<WriterMessage, Out>(task, {
      data,
      signal: stopping.signal,
      onMessage(message) {
        if (message.type === 'whole') {
          isWhole = true
          signal.removeEventListener('abort', stop)
          return { type: 'ack' }
        }
        progress(message)
        return undefined
      },
    })
  } catch (error) {
    // The thread died when it may have written all of it already.
    if (isWhole) project.othersWrote()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
