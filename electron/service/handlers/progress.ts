/** How the work goes. Counted in a thread: of a hundred thousand decisions it takes longer than a key may wait. */
import type { Service } from '../../../core/contract/contract.ts'
import type { ProgressReport } from '../../../core/contract/progress-report.ts'
import type { ProgressTask } from '../../workers/progress.worker.ts'
import type { Context } from '../context.ts'
import { runTask } from '../jobs/tasks.ts'

export function progressHandlers({ current, now }: Context): Pick<Service, 'progress.report'> {
  return {
    'progress.report': ({ timeZone, coder }) => {
      const project = current.require()
      const data: ProgressTask = {
        project: project.path,
        facts: {
          decidable: project.totals().decidable,
          timeZone,
          now: now().toISOString(),
          coder,
          labels: project.codebook.labels.map(({ id }) => id),
        },
      }
      const { signal } = project.closing
      return runTask<never, ProgressReport>('progress', { data, signal, onMessage: () => undefined })
    },
  }
}
