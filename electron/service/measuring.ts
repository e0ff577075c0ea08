/** Measures the model in the background, where the person asked for it. */
import type { Job } from '../../core/contract/answers.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { MeasureOutcome, MeasureTask } from '../workers/measure.worker.ts'
import { type Context, changed } from './context.ts'
import { runTask } from './jobs/tasks.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { limitThatCounts } from './store/classifier.ts'
import { measuredOn, saveMeasured } from './store/measurements.ts'
import type { TaughtFacts } from './store/taught.ts'

/** Names what a measuring would measure now. */
export function measurableNow(project: OpenProject, taught: TaughtFacts): string {
  const accusationLimit = limitThatCounts(project.base, project.use)
  return measuredOn({ taught: taught.basis, starter: project.base.version, accusationLimit })
}

/** @returns the job that measures these decisions already, or a new one in the place of one that measures others */
export function startMeasuring(
  context: Context,
  project: OpenProject,
  basis: string,
): { readonly jobId: string } {
  const { jobs } = context
  const { measuring } = project
  if (measuring?.basis === basis) return { jobId: measuring.jobId }
  if (measuring) jobs.cancel(measuring.jobId)
  const job: Job = jobs.start('measure', 'steps', async ({ signal }) => {
    try {
      const { measured, basis: found } = await measure(context, project, signal)
      const at = context.now().toISOString()
      saveMeasured(project.db, measured, { basis: found, at })
      changed(context, 'project')
      const { measurement } = measured
      return {
        measured: measurement?.total ?? 0,
        modelVersion: measurement?.modelVersion ?? project.classifier.version,
      }
    } finally {
      if (project.measuring?.jobId === job.id) project.measuring = null
    }
  })
  project.measuring = { jobId: job.id, basis }
  return { jobId: job.id }
}

async function measure(context: Context, project: OpenProject, asked: AbortSignal): Promise<MeasureOutcome> {
  const signal = AbortSignal.any([asked, project.closing.signal])
  const stop = new Int32Array(new SharedArrayBuffer(4))
  signal.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true })
  const data: MeasureTask = { project: project.path, starterFile: context.starterFile, stop }
  const outcome = await runTask<never, MeasureOutcome>('measure', {
    data,
    signal,
    onMessage: () => undefined,
  })
  await project.pen.back()
  if (!isOpen(context, project)) throw new AppError('cancelled', sentences.stopped())
  return outcome
}
