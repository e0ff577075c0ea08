/** The report of the model, and the measuring that brings it up to date when the page is opened. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Job, ProjectSummary } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import type { ModelReport } from '../../../../core/contract/model-report.ts'
import { hasStarter } from '../../../../core/labels.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/** `ended`: how the latest measuring on this page ended; null before one has. */
export interface Measuring {
  readonly isRunning: boolean
  /** The running job; null while it is asked for, and while there is none. */
  readonly job: Job | null
  readonly ended: 'done' | 'stopped' | 'failed' | null
}

export interface Reporting {
  /** Null until it is read. */
  readonly report: ModelReport | null
  readonly hasFailed: boolean
  readonly measuring: Measuring
  measure(): void
  stop(): void
  again(): void
}

const resting: Measuring = { isRunning: false, job: null, ended: null }

export function useModelReport(project: ProjectSummary): Reporting {
  const query = useQuery('model.report', {})
  const report = query.value
  const { measuring, measure, stop } = useMeasuring(query.again)
  const isOpened = useRef(false)
  const needs = report !== null && needsMeasuring(report, project)
  useEffect(() => {
    // Once an opening of the page: whoever stops it does not want it to begin again.
    if (!needs || isOpened.current) return
    isOpened.current = true
    measure()
  }, [needs, measure])
  return { report, hasFailed: query.hasFailed, measuring, measure, stop, again: query.again }
}

/** Out of date, or never measured although there are decisions to measure with. */
function needsMeasuring(report: ModelReport, project: ProjectSummary): boolean {
  return report.isStale || (report.measurement === null && canMeasure(report, project))
}

/** There is a model, and a decision to measure it with. */
export function canMeasure(report: ModelReport, { decided, codebook }: ProjectSummary): boolean {
  return decided > 0 && (hasStarter(codebook) || decisionsLearned(report) > 0)
}

/** How many decisions the model has learned from; 0 while there is only the starter, or none. */
export function decisionsLearned({ learned }: ModelReport): number {
  return Object.values(learned).reduce((sum, one) => sum + one, 0)
}

function useMeasuring(onEnd: () => void): Pick<Reporting, 'measuring' | 'measure' | 'stop'> {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const [measuring, setMeasuring] = useState<Measuring>(resting)
  const isBusy = useRef(false)
  const measure = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setMeasuring({ isRunning: true, job: null, ended: null })
    const end = (ended: Measuring['ended'], words: string) => {
      setMeasuring({ isRunning: false, job: null, ended })
      announce(words)
    }
    try {
      const ended = await followJob(client, await runningJob(client), (job) =>
        setMeasuring({ isRunning: true, job, ended: null }),
      )
      onEnd()
      if (ended.status === 'done') end('done', en.model.status.done)
      else if (ended.status === 'cancelled') end('stopped', en.model.status.stopped)
      else {
        end('failed', en.model.status.failed)
        if (ended.failure) report(ended.failure)
      }
    } catch (error) {
      end('failed', en.model.status.failed)
      report(failureOf(error))
    } finally {
      isBusy.current = false
    }
  }, [client, report, announce, onEnd])
  const jobId = measuring.job?.id ?? null
  const stop = useCallback(() => {
    if (jobId === null) return
    client.call('jobs.cancel', { jobId }).catch((error: unknown) => report(failureOf(error)))
  }, [client, report, jobId])
  return { measuring, measure, stop }
}

/** A measuring that is under way, begun when the page was open before, or else a new one. */
async function runningJob(client: Client): Promise<string> {
  const jobs = await client.call('jobs.list', {})
  const running = jobs.find(
    ({ kind, status }) => kind === 'measure' && (status === 'running' || status === 'waiting'),
  )
  return running ? running.id : (await client.call('model.measure', {})).jobId
}
