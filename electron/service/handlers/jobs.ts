/** Watching and stopping long work. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Context } from '../context.ts'

export function jobHandlers({ jobs }: Context): Pick<Service, 'jobs.get' | 'jobs.list' | 'jobs.cancel'> {
  return {
    'jobs.get': ({ jobId }) => jobs.get(jobId),
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ jobId }) => jobs.cancel(jobId),
  }
}
