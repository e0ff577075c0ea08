/** The service behind a thread of its own: the main thread only carries messages. */
import { Worker } from 'node:worker_threads'
import type { AppEvent, PickedFile } from '../../core/contract/contract.ts'
import { AppError, type Result } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { waitForEnd } from './jobs/thread-end.ts'
import { workerUrl } from './jobs/worker-url.ts'
import type { Places } from './paths.ts'

/** What both transports stand on. */
export interface Door {
  /** Never rejects. */
  dispatch(method: string, request: unknown): Promise<Result<unknown>>
  subscribe(listener: (event: AppEvent) => void): () => void
  /** @throws AppError file-missing */
  registerFile(path: string): Promise<PickedFile>
  /** A place that the person chose to save to. */
  registerTarget(path: string): Promise<string>
  /** A place of our own for a file that will be downloaded. */
  registerDownload(name: string): Promise<string>
  /** @throws AppError file-missing for a reference that is not known */
  pathOf(ref: string): Promise<string>
  close(): Promise<void>
}

export interface DoorOptions {
  readonly places: Places
  readonly version: string
}

export type DoorCall =
  | { readonly kind: 'dispatch'; readonly method: string; readonly request: unknown }
  | {
      readonly kind: 'registerFile' | 'registerTarget' | 'registerDownload' | 'pathOf'
      readonly value: string
    }
  | { readonly kind: 'close' }

export interface DoorQuestion {
  readonly seq: number
  readonly call: DoorCall
}

/** An event has no `seq`; the very first message says that the service is ready. */
export type DoorMessage =
  | { readonly type: 'answer'; readonly seq: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: AppEvent }

/** Batches of an import come and go: with more room they would only gather. */
const youngLimitMb = 24

/** Starts the thread. Calls made before it is ready wait for it. */
export function openDoor(options: DoorOptions): Door {
  const worker = new Worker(workerUrl('service'), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: youngLimitMb },
  })
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Set<(event: AppEvent) => void>()
  let seq = 0
  let over = false

  worker.on('message', (message: DoorMessage) => {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event)
      return
    }
    waiting.get(message.seq)?.(message.result)
    waiting.delete(message.seq)
  })
  worker.on('error', (error) => console.error('The service stopped:', error))
  worker.on('exit', () => {
    over = true
    for (const resolve of waiting.values()) resolve(gone)
    waiting.clear()
  })

  function ask(call: DoorCall): Promise<Result<unknown>> {
    if (over) return Promise.resolve(gone)
    seq += 1
    const question: DoorQuestion = { seq, call }
    return new Promise((resolve) => {
      waiting.set(question.seq, resolve)
      worker.postMessage(question)
    })
  }

  /** Safe where used: each kind of call answers with the type of its method in `Door`. */
  async function value<T>(call: DoorCall): Promise<T> {
    const result = await ask(call)
    if (!result.ok) throw new AppError(result.failure.code, result.failure.message)
    return result.value as T
  }

  return {
    dispatch: (method, request) => ask({ kind: 'dispatch', method, request }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    registerFile: (path) => value({ kind: 'registerFile', value: path }),
    registerTarget: (path) => value({ kind: 'registerTarget', value: path }),
    registerDownload: (name) => value({ kind: 'registerDownload', value: name }),
    pathOf: (ref) => value({ kind: 'pathOf', value: ref }),
    async close() {
      await ask({ kind: 'close' })
      await waitForEnd(worker)
    },
  }
}

const gone: Result<never> = {
  ok: false,
  failure: { code: 'unexpected', message: sentences.unexpected() },
}
