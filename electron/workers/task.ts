/** The worker's side of a task: its data, its messages, its end. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Failure } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { ToTask } from './worker-messages.ts'

export interface TaskPort {
  readonly isCancelled: () => boolean
  post(message: unknown): void
  /** Posts and waits for the answer. */
  ask<Reply>(message: unknown): Promise<Reply>
}

/** What the service answers, of whatever type the asker named. */
interface Answer {
  readonly type: string
}

/** Runs the thread's one task on its `workerData` and posts how it ended. */
export function runAsTask<Data>(run: (data: Data, port: TaskPort) => Promise<unknown>): void {
  const port = parentPort
  if (!port) throw new Error('This file is a worker; it is started by the service.')
  let cancelled = false
  const waiting: {
    readonly resolve: (reply: unknown) => void
    readonly reject: (error: AppError) => void
  }[] = []
  port.on('message', (message: ToTask | Answer) => {
    if (message.type === 'cancel') cancelled = true
    else if (message.type === 'refused')
      waiting.shift()?.reject(new AppError('cancelled', sentences.stopped()))
    else waiting.shift()?.resolve(message)
  })
  const taskPort: TaskPort = {
    isCancelled: () => cancelled,
    post: (message) => port.postMessage(message),
    ask: <Reply>(message: unknown) =>
      new Promise<Reply>((resolve, reject) => {
        // Safe: answers come in the order of the questions, each of the type that its asker names.
        waiting.push({ resolve: resolve as (reply: unknown) => void, reject })
        port.postMessage(message)
      }),
  }
  // Safe: the service starts each worker with the data that the worker names.
  run(workerData as Data, taskPort)
    .then(
      (result) => port.postMessage({ type: 'done', result }),
      (error: unknown) => port.postMessage({ type: 'failed', failure: failureOf(error) }),
    )
    .finally(() => port.close())
}

interface KeptTaskParts<Out> {
  /** What of a result is given away and not copied. */
  readonly handedOver?: (result: Out) => readonly ArrayBuffer[]
  /** A piece of work for when nobody has asked anything for a moment; false when there is no more of it. */
  readonly meanwhile?: () => boolean
}

/** A queue is asked for more than once while a project is being opened; what can wait waits until that is over. */
const quietMs = 1000

/** Runs the thread's task on each message, one after the other, for as long as the thread is kept. */
export function runAsKeptTask<Data, Out>(
  run: (data: Data) => Out,
  { handedOver = () => [], meanwhile = () => false }: KeptTaskParts<Out> = {},
): void {
  const port = parentPort
  if (!port) throw new Error('This file is a worker; it is started by the service.')
  let quiet: NodeJS.Timeout | undefined
  const goOn = () => {
    try {
      if (meanwhile()) quiet = setTimeout(goOn, 0)
    } catch {
      // Nobody has asked for it; who does is told what is wrong.
    }
  }
  port.on('message', (data: Data) => {
    clearTimeout(quiet)
    try {
      const result = run(data)
      port.postMessage({ type: 'done', result }, handedOver(result))
    } catch (error) {
      port.postMessage({ type: 'failed', failure: failureOf(error) })
    }
    quiet = setTimeout(goOn, quietMs)
  })
}

/** Lets messages in between two steps of long work. @throws AppError cancelled */
export async function breathe(port: TaskPort): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (port.isCancelled()) throw new AppError('cancelled', sentences.stopped())
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  console.error(error)
  return { code: 'unexpected', message: sentences.unexpected() }
}
