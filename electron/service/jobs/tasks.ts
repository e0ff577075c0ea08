/** Runs one task in a worker thread: what it posts is answered in order, and it can be stopped at once. */
import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { patienceMs, waitForEnd } from './thread-end.ts'
import { type TaskName, workerUrl } from './worker-url.ts'

/** The last message of every task is one of these two. */
export type Ending =
  | { readonly type: 'done'; readonly result: unknown }
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
  const worker = new Worker(workerUrl(name), {
    workerData: options.data,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: youngLimitMb },
  })
  const stop = () => {
    worker.postMessage({ type: 'cancel' })
    setTimeout(() => void worker.terminate(), patienceMs).unref()
  }
  signal.addEventListener('abort', stop, { once: true })
  let hasSaidLast = false
  try {
    return await new Promise<Out>((resolve, reject) => {
      worker.on('message', (message: Message | Ending) => {
        hasSaidLast = isEnding(message)
        if (signal.aborted) return
        if (!isEnding(message)) answer(worker, message, onMessage).catch(reject)
        // Safe: each worker posts the result that its caller names.
        else if (message.type === 'done') resolve(message.result as Out)
        else reject(new AppError(message.failure.code, message.failure.message))
      })
      worker.on('error', (cause) => reject(new AppError('unexpected', sentences.workerDied(), { cause })))
      worker.on('exit', () => reject(ended(signal)))
    })
  } catch (error) {
    throw signal.aborted ? ended(signal) : error
  } finally {
    signal.removeEventListener('abort', stop)
    await (hasSaidLast ? waitForEnd(worker) : worker.terminate())
  }
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
