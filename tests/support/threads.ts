/** Watches the threads that this process starts. */
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'

/**
 * The next thread that is started, and the code that it ends with: 0 by itself, 1 by force or by an error of its own.
 */
export function nextThread(): { readonly started: Promise<Worker>; readonly code: Promise<number> } {
  const started = once(process, 'worker').then(([worker]: Worker[]) => {
    if (worker === undefined) throw new Error('Node said that a thread was started, and named none.')
    return worker
  })
  const code = started.then((worker) => once(worker, 'exit')).then(([said]: number[]) => said ?? Number.NaN)
  return { started, code }
}
