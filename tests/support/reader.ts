/** Runs the worker that reads files to its end, as the service would. */
import { Worker } from 'node:worker_threads'
import type { InspectReport } from '../../core/contract/import-answers.ts'
import type { PickSurvey } from '../../core/members.ts'
import type { ImportedComment } from '../../core/records.ts'
import type { Failure } from '../../core/result.ts'
import { workerUrl } from '../../electron/service/jobs/worker-url.ts'
import type { FromReader, ParseResult, ReadTask } from '../../electron/workers/worker-messages.ts'

interface Ran<Result> {
  readonly result: Result | null
  readonly failure: Failure | null
  readonly comments: readonly ImportedComment[]
}

type ResultOf<T extends ReadTask> = T extends { readonly task: 'survey' }
  ? PickSurvey
  : T extends { readonly task: 'inspect' }
    ? InspectReport
    : ParseResult

export async function runReader<T extends ReadTask>(task: T, heapMb = 512): Promise<Ran<ResultOf<T>>> {
  const worker = new Worker(workerUrl('parse'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  })
  const comments: ImportedComment[] = []
  let last: FromReader | null = null
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromReader) => {
      last = message
      if (message.type !== 'batch') return
      comments.push(...message.comments)
      worker.postMessage({ type: 'ack' })
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
  // Safe: the closure above sets it, which the compiler does not see.
  const end = last as FromReader | null
  return {
    // Safe: the worker gives the result of the task it was given.
    result: end?.type === 'done' ? (end.result as ResultOf<T>) : null,
    failure: end?.type === 'failed' ? end.failure : null,
    comments,
  }
}
