/** A thread that is kept between tasks of one kind, for what is done again after each decision. */
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Ending, heapLimitMb } from './tasks.ts'
import { type TaskName, workerUrl } from './worker-url.ts'

export interface KeptTask<Data, Out> {
  /**
   * One at a time.
   *
   * @throws AppError the task's own failure, `cancelled`, or `unexpected` when the thread died
   */
  run(data: Data, signal: AbortSignal): Promise<Out>
}

/** A sitting goes on as long as decisions come; then the thread is let go with what it remembers. */
const idleMs = 120_000

/**
 * @param closing lets the thread go
 * @param keeps false where it is let go after two minutes without a task
 */
export function keepTask<Data, Out>(
  name: TaskName,
  closing: AbortSignal,
  keeps = false,
): KeptTask<Data, Out> {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  function letGo(): Promise<unknown> {
    const gone = worker
    worker = null
    clearTimeout(idle)
    return gone ? gone.terminate() : Promise.resolve()
  }
  closing.addEventListener('abort', () => void letGo(), { once: true })

  function ready(): Worker {
    if (worker) return worker
    const made = new Worker(workerUrl(name), { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } })
    // Also between tasks: a thread that has died is replaced the next time.
    made.on('error', () => undefined)
    made.once('exit', () => {
      if (worker === made) worker = null
    })
    worker = made
    return made
  }

  return {
    async run(data, signal) {
      if (signal.aborted || closing.aborted) throw new AppError('cancelled', sentences.stopped())
      clearTimeout(idle)
      const running = ready()
      running.ref()
      try {
        return await answerOf<Out>(running, data, AbortSignal.any([signal, closing]))
      } catch (error) {
        // What it is at now, or what has befallen it, must not meet the next task.
        await letGo()
        throw error
      } finally {
        if (worker === running) {
          running.unref()
          if (!keeps) idle = setTimeout(() => void letGo(), idleMs).unref()
        }
      }
    },
  }
}

function answerOf<Out>(running: Worker, data: unknown, signal: AbortSignal): Promise<Out> {
  const over = new AbortController()
  const heard = new Promise<Out>((resolve, reject) => {
    const on = (event: 'message' | 'error' | 'exit', listen: (value: unknown) => void) => {
      running.on(event, listen)
      over.signal.addEventListener('abort', () => running.off(event, listen))
    }
    on('message', (value) => {
      // Safe: the thread posts nothing else, and the result that its caller names.
      const ending = value as Ending
      if (ending.type === 'done') resolve(ending.result as Out)
      else reject(new AppError(ending.failure.code, ending.failure.message))
    })
    on('error', (cause) => reject(new AppError('unexpected', sentences.workerDied(), { cause })))
    on('exit', () => reject(new AppError('unexpected', sentences.workerDied())))
    signal.addEventListener('abort', () => reject(new AppError('cancelled', sentences.stopped())), {
      signal: over.signal,
    })
    running.postMessage(data)
  })
  return heard.finally(() => over.abort())
}
