/** The reading worker's end of the line to the service: posts, waits for answers, hears that it should stop. */
import type { MessagePort } from 'node:worker_threads'
import { AppError, assertNever } from '../../core/result.ts'
import { batchesUnderWay, type FromReader, type ToReader } from './worker-messages.ts'

export interface Line {
  readonly post: (message: FromReader) => void
  /** Posts a batch, after waiting while too many are under way. @throws AppError 'cancelled' */
  readonly sendBatch: (message: FromReader & { readonly type: 'batch' }) => Promise<void>
  /** Asks which of these comments the project has. @throws AppError 'cancelled' */
  readonly areKnown: (keys: readonly string[]) => Promise<readonly boolean[]>
  /** Hears what has been said, when it has not listened for a while. @throws AppError 'cancelled' */
  readonly listen: () => Promise<void>
  readonly isCancelled: () => boolean
  /** Hears no more: the task is over. */
  readonly close: () => void
}

const longestDeafMs = 30
/** How many keys are asked for at a time. */
const mostKeys = 2000

export function createLine(port: MessagePort): Line {
  let isCancelled = false
  let underWay = 0
  let known: readonly boolean[] | null = null
  let listenedAt = performance.now()
  /** Set while something waits for a message; called when one has come. */
  let wake: (() => void) | null = null
  const hear = (message: ToReader) => {
    // Of one task to the next; see parse.worker.ts.
    if (message.type === 'next' || message.type === 'end') return
    if (message.type === 'ack') underWay -= 1
    else if (message.type === 'known') known = message.known
    else if (message.type === 'cancel' || message.type === 'refused') isCancelled = true
    else assertNever(message)
    wake?.()
  }
  port.on('message', hear)
  const nextMessage = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    wake = null
  }
  const stopIfCancelled = (): void => {
    if (isCancelled) throw new AppError('cancelled', 'Stopped. Nothing was changed.')
  }
  return {
    post: (message) => port.postMessage(message),
    async sendBatch(message) {
      while (underWay >= batchesUnderWay && !isCancelled) await nextMessage()
      stopIfCancelled()
      underWay += 1
      port.postMessage(message)
    },
    async areKnown(keys) {
      const all: boolean[] = []
      for (let at = 0; at < keys.length; at += mostKeys) {
        known = null
        port.postMessage({ type: 'known?', keys: keys.slice(at, at + mostKeys) } satisfies FromReader)
        while (known === null && !isCancelled) await nextMessage()
        stopIfCancelled()
        all.push(...(known ?? []))
      }
      return all
    },
    async listen() {
      if (performance.now() - listenedAt < longestDeafMs) return
      await new Promise((resolve) => setImmediate(resolve))
      listenedAt = performance.now()
      stopIfCancelled()
    },
    isCancelled: () => isCancelled,
    close: () => void port.off('message', hear),
  }
}
