/** Runs the jobs of an import and tells the state what came of them. */
import { type Dispatch, useCallback, useEffect, useReducer, useRef } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import type { PickedFile } from '../../../../core/contract/contract.ts'
import { AppError } from '../../../../core/result.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { en } from '../../copy/en.ts'
import {
  type ImportAction,
  type ImportState,
  type Into,
  importReducer,
  obstacleOf,
  startImport,
} from './state.ts'

export interface Importing {
  readonly state: ImportState
  readonly dispatch: Dispatch<ImportAction>
  /** Goes ahead, unless something is in the way. */
  start(): void
  /** Asks for the running import to stop. */
  stop(): void
}

interface Given {
  readonly file: PickedFile
  readonly into: Into
  readonly onNote: (words: string) => void
}

export function useImport({ file, into, onNote }: Given): Importing {
  const client = useClient()
  const report = useReport()
  const [state, dispatch] = useReducer(importReducer, into, startImport)
  const adding = useRef<string | null>(null)
  useInspection(file, state, dispatch)

  const start = useCallback(async () => {
    const reading = state.report?.reading
    if (state.phase !== 'matching' || obstacleOf(state) !== null || reading === undefined) return
    const turn = state.turn + 1
    dispatch({ type: 'adding' })
    try {
      const request = {
        files: [{ file: file.ref, reading }],
        into: state.into,
        name: state.name.trim() || file.name.slice(0, 120),
        codebook: state.into === 'new' ? state.codebook : null,
      }
      const { jobId } = await client.call('imports.start', request)
      adding.current = jobId
      const job = await followJob(client, jobId, (news) => dispatch({ type: 'news', turn, job: news }))
      const [result] = job.kind === 'import' && job.status === 'done' && job.result ? job.result : []
      if (result) {
        dispatch({ type: 'added', result })
        return
      }
      dispatch({ type: 'back' })
      if (job.status === 'cancelled') onNote(en.import.stopped)
      else if (job.failure) report(job.failure)
    } catch (error) {
      dispatch({ type: 'back' })
      report(failureOf(error))
    }
  }, [client, file, onNote, report, state])

  const stop = useCallback(() => {
    if (adding.current === null) return
    dispatch({ type: 'stopping' })
    client.call('jobs.cancel', { jobId: adding.current }).catch((error: unknown) => report(failureOf(error)))
  }, [client, report])

  return { state, dispatch, start, stop }
}

/** Reads the file again for each question; the job of a question that no longer matters is stopped. */
function useInspection(file: PickedFile, state: ImportState, dispatch: Dispatch<ImportAction>): void {
  const client = useClient()
  const report = useReport()
  const { turn, isAsking, asked } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn stands for the question; nothing else may ask again.
  useEffect(() => {
    if (!isAsking) return
    let jobId: string | null = null
    let isOld = false
    const cancel = () => jobId && client.call('jobs.cancel', { jobId }).catch(() => undefined)
    const fail = (error: unknown) => {
      if (isOld) return
      dispatch({ type: 'failed', turn, failure: failureOf(error) })
      if (turn > 1) report(failureOf(error))
    }
    const inspect = async () => {
      jobId = (await client.call('imports.inspect', { file: file.ref, reading: asked })).jobId
      if (isOld) return cancel()
      const job = await followJob(client, jobId, (news) => dispatch({ type: 'news', turn, job: news }))
      jobId = null
      return finish(job)
    }
    const finish = (job: Job) => {
      if (job.kind === 'inspect' && job.result) dispatch({ type: 'inspected', turn, report: job.result })
      else fail(new AppError(job.failure?.code ?? 'cancelled', job.failure?.message ?? en.import.left))
    }
    inspect().catch(fail)
    return () => {
      isOld = true
      cancel()
    }
  }, [client, file.ref, turn])
}
