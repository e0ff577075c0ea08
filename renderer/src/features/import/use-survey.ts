/** Asks what is in the files, folders and archives that were picked. */
import { useEffect, useState } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import type { PickedFile } from '../../../../core/contract/contract.ts'
import type { SurveyReport } from '../../../../core/contract/import-answers.ts'
import type { Failure } from '../../../../core/result.ts'
import { failureOf, useClient } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { en } from '../../copy/en.ts'

export interface Survey {
  readonly job: Job | null
  readonly report: SurveyReport | null
  readonly failure: Failure | null
}

const nothingYet: Survey = { job: null, report: null, failure: null }

/** @param picked the same list for as long as the page is there */
export function useSurvey(picked: readonly PickedFile[]): Survey {
  const client = useClient()
  const [survey, setSurvey] = useState<Survey>(nothingYet)
  useEffect(() => {
    let jobId: string | null = null
    let isOver = false
    const cancel = () => jobId && client.call('jobs.cancel', { jobId }).catch(() => undefined)
    const run = async () => {
      jobId = (await client.call('imports.survey', { files: picked.map(({ ref }) => ref) })).jobId
      if (isOver) return cancel()
      const job = await followJob(client, jobId, (news) => {
        if (!isOver) setSurvey((before) => ({ ...before, job: news }))
      })
      jobId = null
      if (isOver) return
      if (job.kind === 'survey' && job.result) setSurvey({ ...nothingYet, report: job.result })
      else
        setSurvey({ ...nothingYet, failure: job.failure ?? { code: 'cancelled', message: en.import.left } })
    }
    run().catch((error: unknown) => {
      if (!isOver) setSurvey({ ...nothingYet, failure: failureOf(error) })
    })
    return () => {
      isOver = true
      cancel()
    }
  }, [client, picked])
  return survey
}
