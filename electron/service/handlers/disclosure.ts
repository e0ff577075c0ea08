/** One act makes what a public body could release. */
import path from 'node:path'
import type { Service } from '../../../core/contract/contract.ts'
import type { Context } from '../context.ts'
import { disclose } from '../disclosing.ts'

export function disclosureHandlers(context: Context): Pick<Service, 'disclosure.start'> {
  const { current, files, jobs } = context
  return {
    'disclosure.start': ({ target }) => {
      const project = current.require()
      project.requireInPlace()
      const place = files.pathOf(target)
      const job = jobs.start('disclose', 'files', ({ signal, progress }) =>
        disclose(context, {
          project,
          target: place,
          as: 'archive',
          name: path.basename(place),
          signal: AbortSignal.any([signal, project.closing.signal]),
          onProgress: (done, total) => progress({ done, total }),
        }),
      )
      return { jobId: job.id }
    },
  }
}
