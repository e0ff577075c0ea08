/** How a thread ends: by itself, once it has said its last, or by force where it has not. */
import type { Worker } from 'node:worker_threads'

/** How long a thread that was told to end, or has said its last, may take before it is stopped. */
export const patienceMs = 1000

/**
 * Waits until a thread that is about to end has ended: it closes its files and its port by itself. Stopping it just
 * then would only make two of one ending. One that hangs is stopped.
 */
export async function waitForEnd(worker: Worker): Promise<void> {
  // What Node answers for a thread that is gone.
  if (worker.threadId === -1) return
  hearErrors(worker)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), patienceMs)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

export async function stopThread(worker: Worker): Promise<void> {
  hearErrors(worker)
  await worker.terminate()
}

/** Nobody waits for what it says any more; an error that nobody hears would end the whole service with it. */
function hearErrors(worker: Worker): void {
  worker.on('error', (error) => console.error(error))
}
