/** Looks at the files one after another in the background, and starts the import when the person says so. */
import { type Dispatch, useEffect, useReducer } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import type { SurveyedFile } from '../../../../core/contract/import-answers.ts'
import { AppError } from '../../../../core/result.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { en } from '../../copy/en.ts'
import {
  type ImportAction,
  type ImportState,
  type Into,
  importReducer,
  type Plan,
  planOf,
  startImport,
  togetherKey,
} from './state.ts'
import { type Adding, useAdding } from './use-adding.ts'

export interface Importing {
  readonly state: ImportState
  readonly plan: Plan
  readonly adding: Adding
  readonly dispatch: Dispatch<ImportAction>
  /** Goes ahead, or to what is in the way. */
  start(): void
}

interface Given {
  readonly files: readonly SurveyedFile[]
  readonly into: Into
  readonly onNote: (words: string) => void
}

export function useImport({ files, into, onNote }: Given): Importing {
  const [state, dispatch] = useReducer(importReducer, { files, into }, startImport)
  const adding = useAdding(onNote)
  const plan = planOf(state)
  useInspections(state, dispatch)
  useTogether(plan, dispatch)
  const start = () => {
    if (plan.obstacle === 'needs' && plan.needs) dispatch({ type: 'opened', at: plan.needs.first })
    if (plan.obstacle !== null) return
    const left = state.leavesOut && plan.withdrawn > 0 ? { withoutDeleted: true } : {}
    adding.start({
      files: plan.files.flatMap(({ file, report }) =>
        report ? [{ file: file.file, reading: { ...report.reading, ...left } }] : [],
      ),
      into: state.into,
      name: state.name.trim() || files[0]?.name.slice(0, 120) || en.import.unnamed,
      codebook: state.into === 'new' ? state.codebook : null,
    })
  }
  return { state, plan, adding, dispatch, start }
}

/** Asks what the files come to together whenever others are taken, so that what they share is promised once. */
function useTogether({ files }: Plan, dispatch: Dispatch<ImportAction>): void {
  const client = useClient()
  const key = togetherKey(files)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the files.
  useEffect(() => {
    if (key === null) return
    let isOld = false
    client
      .call('imports.together', { files: files.map(({ file }) => file.file) })
      .then((report) => !isOld && dispatch({ type: 'together', key, report }))
      // Then the sum is said to be the most there can be.
      .catch(() => undefined)
    return () => {
      isOld = true
    }
  }, [client, key])
}

/** Asks the question that stands; the job of a question that no longer matters is stopped. */
function useInspections(state: ImportState, dispatch: Dispatch<ImportAction>): void {
  const client = useClient()
  const report = useReport()
  const at = state.inspecting
  const file = at === null ? undefined : state.files[at]
  const turn = file?.turn ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file and its turn stand for the question; nothing else may ask again.
  useEffect(() => {
    if (at === null || file === undefined || !file.isAsking) return
    let jobId: string | null = null
    let isOld = false
    const cancel = () => jobId && client.call('jobs.cancel', { jobId }).catch(() => undefined)
    const fail = (error: unknown) => {
      if (isOld) return
      dispatch({ type: 'file', at, action: { type: 'failed', turn, failure: failureOf(error) } })
      if (turn > 1) report(failureOf(error))
    }
    const inspect = async () => {
      jobId = (await client.call('imports.inspect', { file: file.file.file, reading: file.asked })).jobId
      if (isOld) return cancel()
      const job = await followJob(client, jobId, (news) => {
        if (!isOld) dispatch({ type: 'file', at, action: { type: 'news', turn, job: news } })
      })
      jobId = null
      return isOld ? undefined : finish(job)
    }
    const finish = (job: Job) => {
      if (job.kind === 'inspect' && job.result) {
        dispatch({ type: 'file', at, action: { type: 'inspected', turn, report: job.result } })
      } else fail(new AppError(job.failure?.code ?? 'cancelled', job.failure?.message ?? en.import.left))
    }
    inspect().catch(fail)
    return () => {
      isOld = true
      cancel()
    }
  }, [client, at, turn])
}
