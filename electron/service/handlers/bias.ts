/** Who is called a troll. Counted in a thread: it reads every decided comment. */
import { noBias } from '../../../core/bias/none.ts'
import type { BiasReport } from '../../../core/contract/bias-report.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import type { BiasTask } from '../../workers/bias.worker.ts'
import type { Context } from '../context.ts'
import { runTask } from '../jobs/tasks.ts'

export function biasHandlers({ current }: Context): Pick<Service, 'bias.report'> {
  return {
    'bias.report': ({ timeZone }) => {
      const project = current.require()
      const harmful = harmfulLabel(project.codebook)
      if (harmful === null) return noBias
      const data: BiasTask = { project: project.path, timeZone, harmful: harmful.id }
      const { signal } = project.closing
      return runTask<never, BiasReport>('bias', { data, signal, onMessage: () => undefined })
    },
  }
}
