/** Runs an export: where to, the job, and what came of it. */
import { useCallback, useRef, useState } from 'react'
import type { ExportReport, Job } from '../../../../core/contract/answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { en } from '../../copy/en.ts'

export interface Exporting {
  /** The running job; null while there is none. */
  readonly job: Job | null
  /** The file of the latest export on this page; null before it. */
  readonly result: ExportReport | null
  start(choice: Request<'exports.preview'>, suggestedName: string): void
  stop(): void
  /** Shows the file in its folder, or hands it to the browser again. */
  deliver(): void
  /** Lets go of the result, as it is of another choice. */
  forget(): void
}

export function useExport(onNote: (words: string) => void): Exporting {
  const client = useClient()
  const report = useReport()
  const [job, setJob] = useState<Job | null>(null)
  const [result, setResult] = useState<{ readonly report: ExportReport; readonly target: string } | null>(
    null,
  )
  const isBusy = useRef(false)

  const run = useCallback(
    async (choice: Request<'exports.preview'>, suggestedName: string) => {
      const target = await client.pickTarget(suggestedName)
      if (target === null) return
      const { jobId } = await client.call('exports.start', { ...choice, target })
      const ended = await followJob(client, jobId, setJob)
      if (ended.kind === 'export' && ended.result) {
        setResult({ report: ended.result, target })
        // A browser gets the file at once; in the app it already lies where it was meant to.
        if (client.kind === 'browser') await client.deliver(target)
      } else if (ended.status === 'cancelled') onNote(en.share.stopped)
      else if (ended.failure) report(ended.failure)
    },
    [client, onNote, report],
  )

  return {
    job,
    result: result?.report ?? null,
    start: (choice, suggestedName) => {
      if (isBusy.current) return
      isBusy.current = true
      setResult(null)
      run(choice, suggestedName)
        .catch((error: unknown) => report(failureOf(error)))
        .finally(() => {
          isBusy.current = false
          setJob(null)
        })
    },
    stop: () => {
      if (job)
        client.call('jobs.cancel', { jobId: job.id }).catch((error: unknown) => report(failureOf(error)))
    },
    deliver: () => {
      if (result) client.deliver(result.target).catch((error: unknown) => report(failureOf(error)))
    },
    forget: () => setResult(null),
  }
}
