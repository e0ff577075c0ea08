/** A job that whoever asked for it has not started by its name: found among what runs, and followed to its end. */
import { useEffect, useState } from 'react'
import type { Job, JobKind } from '../../../core/contract/answers.ts'
import { failureOf, useClient, useReport } from './client.ts'

export interface RunningNow {
  /** Null while none of its kind runs. */
  readonly job: Job | null
  stop(): void
}

export function useRunning(kind: JobKind): RunningNow {
  const client = useClient()
  const report = useReport()
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    const take = (one: Job) => one.kind === kind && setJob(one.status === 'running' ? one : null)
    const ask = () => {
      client.call('jobs.list', {}).then(
        (jobs) => setJob(jobs.find((one) => one.kind === kind && one.status === 'running') ?? null),
        // Whoever asked for the job is told what is wrong.
        () => undefined,
      )
    }
    ask()
    return client.subscribe((event) => {
      if (event.type === 'job') take(event.job)
      // After a lost connection everything is said to have changed.
      else if (event.type === 'changed' && event.topic === 'jobs') ask()
    })
  }, [client, kind])
  return {
    job,
    stop() {
      if (job === null) return
      client.call('jobs.cancel', { jobId: job.id }).catch((error: unknown) => report(failureOf(error)))
    },
  }
}
