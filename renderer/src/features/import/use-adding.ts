/** Brings the files into a project: the job, its progress, and what came of it. */
import { useCallback, useRef, useState } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import type { ImportReport } from '../../../../core/contract/import-answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { en } from '../../copy/en.ts'

export interface Adding {
  readonly phase: 'idle' | 'adding' | 'done'
  readonly job: Job | null
  readonly isStopping: boolean
  /** One a file, in their order. */
  readonly results: readonly ImportReport[]
  start(request: Request<'imports.start'>): void
  /** Asks for the running import to stop. */
  stop(): void
}

const idle = { phase: 'idle', job: null, isStopping: false, results: [] } as const

/** @param onNote told when it was stopped: then nothing was added */
export function useAdding(onNote: (words: string) => void): Adding {
  const client = useClient()
  const report = useReport()
  const [at, setAt] = useState<Omit<Adding, 'start' | 'stop'>>(idle)
  const running = useRef<string | null>(null)

  const run = useCallback(
    async (request: Request<'imports.start'>) => {
      setAt({ ...idle, phase: 'adding' })
      const { jobId } = await client.call('imports.start', request)
      running.current = jobId
      const job = await followJob(client, jobId, (news) => setAt((before) => ({ ...before, job: news })))
      running.current = null
      if (job.kind === 'import' && job.status === 'done' && job.result) {
        setAt({ ...idle, phase: 'done', results: job.result })
        return
      }
      setAt(idle)
      if (job.status === 'cancelled') onNote(en.import.stopped)
      else if (job.failure) report(job.failure)
    },
    [client, onNote, report],
  )
  const start = (request: Request<'imports.start'>) => {
    if (at.phase !== 'idle') return
    run(request).catch((error: unknown) => {
      setAt(idle)
      report(failureOf(error))
    })
  }
  const stop = () => {
    if (running.current === null) return
    setAt((before) => ({ ...before, isStopping: true }))
    client.call('jobs.cancel', { jobId: running.current }).catch((error: unknown) => report(failureOf(error)))
  }
  return { ...at, start, stop }
}
