/** Writes a file as a job: where to, how far it is, and what came of it. */
import { useState } from 'react'
import type { Job, JobKind, JobResults } from '../../../../core/contract/answers.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { useJob } from '../../client/use-job.ts'

export interface Writing<K extends JobKind> {
  /** The running job; null while there is none. */
  readonly job: Job | null
  /** Of the latest one on this page; null before it. */
  readonly result: JobResults[K] | null
  /** Asks where to, and then for the job that writes there. */
  write(suggestedName: string, start: (target: string) => Promise<{ readonly jobId: string }>): Promise<void>
  stop(): void
  /** Shows the file in its folder, or hands it to the browser again. */
  deliver(): void
  /** Lets go of the result, as it is of another choice. */
  forget(): void
}

export function useWritten<K extends JobKind>(kind: K, onStopped: () => void): Writing<K> {
  const client = useClient()
  const report = useReport()
  const { job, run, stop } = useJob(kind, onStopped)
  const [made, setMade] = useState<{ readonly result: JobResults[K]; readonly target: string } | null>(null)
  const deliver = (target: string) => {
    client.deliver(target).catch((error: unknown) => report(failureOf(error)))
  }
  return {
    job,
    result: made?.result ?? null,
    async write(suggestedName, start) {
      if (job !== null) return
      setMade(null)
      let target: string | null = null
      const result = await run(async () => {
        target = await client.pickTarget(suggestedName)
        return target === null ? null : start(target)
      })
      if (result === null || target === null) return
      setMade({ result, target })
      // A browser gets the file at once; in the app it already lies where it was meant to.
      if (client.kind === 'browser') deliver(target)
    },
    stop,
    deliver: () => made && deliver(made.target),
    forget: () => setMade(null),
  }
}
