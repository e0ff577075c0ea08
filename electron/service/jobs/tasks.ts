/** Runs one task in a worker thread: what it posts is answered in order, and it can be stopped at once. */
import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { ToTask } from '../../workers/worker-messages.ts'
import { endThread, letRest, takeRested } from './resting.ts'
import { patienceMs, stopThread, waitForEnd } from './thread-end.ts'
import { type TaskName, workerUrl } from './worker-url.ts'

/** The last message of every task is one of these two. */
export type Ending =
  /** With `stays` the thread waits for its next task, or to be told to end; see resting.ts. */
  | { readonly type: 'done'; readonly result: unknown; readonly stays?: boolean }
  | { readonly type: 'failed'; readonly failure: Failure }

export interface TaskOptions<Message> {
  readonly data: unknown
  readonly signal: AbortSignal
  /**
   * Called for every message but the last. What it returns is posted back; the task may wait for it, which
   * keeps a fast reader from running ahead of a slow writer.
   */
  readonly onMessage: (message: Message) => unknown
}

export const heapLimitMb = 512
/** What a batch leaves behind is gone with the next: more room would only be filled. */
const youngLimitMb = 24

/**
 * @returns what the task gave as its result; the caller names the type that its worker returns
 * @throws AppError the task's own failure, `cancelled`, or `unexpected` when the thread died
 */
export async function runTask<Message, Out>(name: TaskName, options: TaskOptions<Message>): Promise<Out> {
  const { signal, onMessage } = options
  if (signal.aborted) throw new AppError('cancelled', sentences.stopped())
  const worker = threadFor(name, options.data)
  const stop = () => {
    tell(worker, { type: 'cancel' })
    setTimeout(() => void worker.terminate(), patienceMs).unref()
  }
  signal.addEventListener('abort', stop, { once: true })
  let last: Ending | null = null
  const deafen = new AbortController()
  try {
    return await new Promise<Out>((resolve, reject) => {
      const listen = <Event>(event: 'message' | 'error' | 'exit', heard: (value: Event) => void) => {
        worker.on(event, heard)
        deafen.signal.addEventListener('abort', () => worker.off(event, heard))
      }
      let turn: Promise<unknown> = Promise.resolve()
      listen('message', (message: Message | Ending) => {
        last = isEnding(message) ? message : null
        if (signal.aborted) {
          if (last !== null) reject(ended(signal))
          else tell(worker, { type: 'refused' })
          return
        }
        turn = turn.then(async () => {
          if (signal.aborted) {
            if (isEnding(message)) reject(ended(signal))
            else tell(worker, { type: 'refused' })
          } else if (!isEnding(message)) {
            await answer(worker, message, onMessage)
            await others()
          }
          // Safe: each worker posts the result that its caller names.
          else if (message.type === 'done') resolve(message.result as Out)
          else reject(new AppError(message.failure.code, message.failure.message))
        })
        turn.catch(reject)
      })
      listen('error', (cause) => reject(new AppError('unexpected', sentences.workerDied(), { cause })))
      // What it had said before is heard first.
      listen('exit', () => void turn.finally(() => reject(ended(signal))).catch(() => undefined))
    })
  } catch (error) {
    throw signal.aborted ? ended(signal) : error
  } finally {
    signal.removeEventListener('abort', stop)
    deafen.abort()
    await leave(name, worker, { last, isStopped: signal.aborted })
  }
}

function threadFor(name: TaskName, data: unknown): Worker {
  const rested = takeRested(name)
  if (rested !== null) {
    rested.postMessage({ type: 'next', data })
    return rested
  }
  return new Worker(workerUrl(name), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: youngLimitMb },
  })
}

async function leave(
  name: TaskName,
  worker: Worker,
  { last, isStopped }: { readonly last: Ending | null; readonly isStopped: boolean },
): Promise<void> {
  if (last === null) await stopThread(worker)
  else if (last.type === 'failed' || last.stays !== true) await waitForEnd(worker)
  else if (isStopped) await endThread(worker)
  else await letRest(name, worker)
}

/**
 * Node gives out all messages of a thread that have come, and those that come meanwhile, before it looks at anything
 * else: without this a thread that always has a next batch would keep a wish to stop waiting to its end.
 */
const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function tell(worker: Worker, message: ToTask): void {
  worker.postMessage(message)
}

async function answer<Message>(
  worker: Worker,
  message: Message,
  onMessage: (message: Message) => unknown,
): Promise<void> {
  const reply = await onMessage(message)
  if (reply !== undefined) worker.postMessage(reply)
}

function isEnding(message: unknown): message is Ending {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'done' || message.type === 'failed')
  )
}

function ended(signal: AbortSignal): AppError {
  return signal.aborted
    ? new AppError('cancelled', sentences.stopped())
    : new AppError('unexpected', sentences.workerDied())
}
