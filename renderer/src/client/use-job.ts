/** Starts one job at a time and follows it; a failure is said in the message bar. */
import { useCallback, useRef, useState } from 'react'
import type { Job, JobKind, JobResults } from '../../../core/contract/answers.ts'
import { failureOf, useClient, useReport } from './client.ts'
import { followJob } from './follow-job.ts'

export interface RunningJob<K extends JobKind> {
  /** Null while none runs. */
  readonly job: Job | null
  /**
   * @param start null when the person thought better of it
   * @returns the result; null where there is none, also where one runs already
   */
  run(start: () => Promise<{ readonly jobId: string } | null>): Promise<JobResults[K] | null>
  stop(): void
}

export function useJob<K extends JobKind>(kind: K, onStopped: () => void): RunningJob<K> {
  const client = useClient()
  const report = useReport()
  const [job, setJob] = useState<Job | null>(null)
  const isBusy = useRef(false)
  const run = useCallback(
    async (start: () => Promise<{ readonly jobId: string } | null>): Promise<JobResults[K] | null> => {
      if (isBusy.current) return null
      isBusy.current = true
      try {
        const started = await start()
        if (started === null) return null
        const ended = await followJob(client, started.jobId, setJob)
        // Safe: the result of a job is that of its kind.
        if (ended.kind === kind && ended.result) return ended.result as JobResults[K]
        if (ended.status === 'cancelled') onStopped()
        else if (ended.failure) report(ended.failure)
      } catch (error) {
        report(failureOf(error))
      } finally {
        isBusy.current = false
        setJob(null)
      }
      return null
    },
    [client, kind, onStopped, report],
  )
  return {
    job,
    run,
    stop: () => {
      if (job)
        client.call('jobs.cancel', { jobId: job.id }).catch((error: unknown) => report(failureOf(error)))
    },
  }
}
