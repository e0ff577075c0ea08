/** Queues straight from the store, without a service and a thread. */
import type { Filter, Order } from '../../core/contract/requests.ts'
import { type Codebook, hasStarter, standardCodebook } from '../../core/labels.ts'
import type { Picked } from '../../core/queue/columns.ts'
import type { ReadableDB } from '../../electron/service/store/database.ts'
import { createQueueMaker, type QueueWish } from '../../electron/service/store/queue-maker.ts'

export const everything: Filter = { show: 'all', text: '', importId: null }

export function wishFor(over: Partial<QueueWish> = {}, codebook: Codebook = standardCodebook): QueueWish {
  return {
    order: 'oldest-first',
    filter: everything,
    seed: 1,
    codebook,
    hasHarm: hasStarter(codebook),
    coder: 'Priya',
    today: '2026-09-14',
    comments: 0,
    scores: 0,
    ...over,
  }
}

export function pick(db: ReadableDB, over: Partial<QueueWish>): Picked {
  return createQueueMaker().pick(db, wishFor(over))
}

export function queueIds(db: ReadableDB, order: Order, filter: Filter, seed: number): Int32Array {
  return pick(db, { order, filter, seed }).ids
}
