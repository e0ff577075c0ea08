/** Asks the service to do something, once at a time, and says it when that failed. */
import { useCallback, useState } from 'react'
import type { Answers } from '../../../core/contract/contract.ts'
import type { Method, Request } from '../../../core/contract/requests.ts'
import type { Result } from '../../../core/result.ts'
import { failureOf, useClient, useReport } from './client.ts'

export interface Command<M extends Method> {
  readonly isBusy: boolean
  /** A failure has already been said in the message bar when this comes back. */
  run(request: Request<M>): Promise<Result<Answers[M]>>
}

export function useCommand<M extends Method>(method: M): Command<M> {
  const client = useClient()
  const report = useReport()
  const [isBusy, setBusy] = useState(false)
  const run = useCallback(
    async (request: Request<M>): Promise<Result<Answers[M]>> => {
      setBusy(true)
      try {
        return { ok: true, value: await client.call(method, request) }
      } catch (error) {
        const failure = failureOf(error)
        report(failure)
        return { ok: false, failure }
      } finally {
        setBusy(false)
      }
    },
    [client, method, report],
  )
  return { isBusy, run }
}
