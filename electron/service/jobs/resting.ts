/**
 * A thread that has done its task and may do the next of its kind: an archive of thousands of small files would
 * otherwise start a thread, and read the archive's list, twice for each of them.
 */
import type { Worker } from 'node:worker_threads'
import { waitForEnd } from './thread-end.ts'
import type { TaskName } from './worker-url.ts'

/** The next file mostly comes at once. */
const restMs = 1000

interface Rest {
  readonly worker: Worker
  readonly wake: () => void
}

const resting = new Map<TaskName, Rest>()

/** @returns null where none rests */
export function takeRested(name: TaskName): Worker | null {
  const rest = resting.get(name)
  if (rest === undefined) return null
  rest.wake()
  rest.worker.ref()
  return rest.worker
}

/** Keeps a thread that waits for its next task, for a moment; where one rests already, it is told to end. */
export async function letRest(name: TaskName, worker: Worker): Promise<void> {
  if (resting.has(name)) return endThread(worker)
  const wake = () => {
    clearTimeout(timer)
    worker.off('error', wake).off('exit', wake)
    resting.delete(name)
  }
  const timer = setTimeout(() => {
    wake()
    void endThread(worker)
  }, restMs).unref()
  worker.on('error', wake).on('exit', wake)
  resting.set(name, { worker, wake })
  worker.unref()
}

/** Tells one that waits for its next task that there is none. */
export function endThread(worker: Worker): Promise<void> {
  worker.postMessage({ type: 'end' })
  return waitForEnd(worker)
}
