/** Checks the record and saves it, and follows the work to its end. */
import { useCallback, useState } from 'react'
import type { VerifyReport } from '../../../../../core/contract/answers.ts'
import type { Request } from '../../../../../core/contract/requests.ts'
import type { RecordFormat } from '../../../../../core/record/file.ts'
import { failureOf, useClient, useReport } from '../../../client/client.ts'
import { followJob } from '../../../client/follow-job.ts'
import { en } from '../../../copy/en.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'

export type Check = 'none' | 'running' | VerifyReport

export interface RecordWork {
  readonly check: Check
  verify(): void
  save(filter: Pick<Request<'record.export'>, 'groups' | 'coder'>, name: string, format: RecordFormat): void
}

const endings: Readonly<Record<RecordFormat, string>> = { csv: 'csv', jsonl: 'jsonl', text: 'txt' }

export function useRecord(): RecordWork {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const [check, setCheck] = useState<Check>('none')
  const verify = useCallback(async () => {
    setCheck('running')
    const { jobId } = await client.call('record.verify', {})
    const job = await followJob(client, jobId, () => undefined)
    if (job.failure) report(job.failure)
    setCheck(job.kind === 'verify' && job.result ? job.result : 'none')
  }, [client, report])
  const save = useCallback(
    async (
      filter: Pick<Request<'record.export'>, 'groups' | 'coder'>,
      name: string,
      format: RecordFormat,
    ) => {
      const target = await client.pickTarget(`${name}.${endings[format]}`)
      if (target === null) return
      const { jobId } = await client.call('record.export', { ...filter, format, target })
      const job = await followJob(client, jobId, () => undefined)
      if (job.failure) report(job.failure)
      if (job.kind !== 'export' || job.result === null) return
      await client.deliver(target)
      announce(en.record.saved(job.result.rows))
    },
    [client, report, announce],
  )
  const said = (work: Promise<void>) => void work.catch((error: unknown) => report(failureOf(error)))
  return {
    check,
    verify: () => {
      said(
        verify().catch((error: unknown) => {
          setCheck('none')
          throw error
        }),
      )
    },
    save: (filter, name, format) => said(save(filter, name, format)),
  }
}
