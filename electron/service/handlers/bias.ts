/** Who is called a troll. Counted in a thread: it reads every decided comment. */
import { noBias } from '../../../core/bias/none.ts'
import type { BiasReport } from '../../../core/contract/bias-report.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import type { BiasTask } from '../../workers/bias.worker.ts'
import type { Context } from '../context.ts'
import { runTask } from '../jobs/tasks.ts'
import { biasBasis } from '../store/bias-rows.ts'

export function biasHandlers({ current }: Context): Pick<Service, 'bias.report'> {
  // A million take half a minute: who comes back to the page, or asks in two windows, gets what is there.
  let kept: { readonly key: string; readonly report: Promise<BiasReport> } | null = null
  return {
    'bias.report': ({ timeZone }) => {
      const project = current.require()
      const harmful = harmfulLabel(project.codebook)
      if (harmful === null) return noBias
      const data: BiasTask = { project: project.path, timeZone, harmful: harmful.id }
      const key = JSON.stringify([data, biasBasis(project.db)])
      if (kept?.key === key) return kept.report
      const { signal } = project.closing
      const report = runTask<never, BiasReport>('bias', { data, signal, onMessage: () => undefined })
      kept = { key, report }
      report.catch(() => {
        if (kept?.report === report) kept = null
      })
      return report
    },
  }
}
