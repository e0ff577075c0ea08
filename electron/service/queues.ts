/** The queues of the open project: orders that do not move, and how each comment in them was drawn. */
import { randomBytes } from 'node:crypto'
import type { Filter, Order } from '../../core/contract/requests.ts'
import { teachingOrder } from '../../core/queue/teach.ts'
import { type Draw, draws } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { ReadableDB } from './store/database.ts'
import { candidates, queueIds } from './store/queue.ts'

export interface Queue {
  readonly id: string
  readonly ids: Int32Array
  readonly order: Order
  readonly filter: Filter
  /** In the order `teach`, by place: an index into `draws`. Those decided already have none, behind the others. */
  readonly picks: Uint8Array | null
}

export interface Queues {
  /** @param isGlance looked at once: the last two are kept, apart from those that somebody works in */
  open(order: Order, filter: Filter, isGlance?: boolean): Queue
  /** @throws AppError not-found when the queue was opened too long ago, or in another sitting */
  get(queueId: string): Queue
  find(queueId: string | null): Queue | null
}

const keptQueues = 8
const keptGlances = 2

/**
 * @param seed the same seed gives the same random order, in this sitting and the next
 * @param hasHarm whether one of the labels is the harmful one
 */
export function createQueues(db: ReadableDB, seed: number, hasHarm: boolean): Queues {
  const queues = new Map<string, Queue>()
  const glances = new Map<string, Queue>()
  const find = (queueId: string | null) =>
    queueId === null ? null : (queues.get(queueId) ?? glances.get(queueId) ?? null)
  return {
    find,
    get(queueId) {
      const queue = find(queueId)
      if (!queue) throw new AppError('not-found', sentences.queueMissing())
      return queue
    },
    open(order, filter, isGlance = false) {
      const queue = {
        id: randomBytes(8).toString('hex'),
        order,
        filter,
        ...(order === 'teach'
          ? toTeach(db, filter, { seed, hasHarm })
          : { ids: queueIds(db, order, filter, seed), picks: null }),
      }
      if (isGlance) keep(glances, queue.id, queue, keptGlances)
      else keep(queues, queue.id, queue, keptQueues)
      return queue
    },
  }
}

/**
 * How an undecided comment was drawn in a queue. `random` only where the whole project was drawn from: among the
 * comments with a certain word, or of one import, or once decided already, a random one is no sample of the project.
 *
 * @param place in the queue; -1 where it is not in it
 */
export function drawAt({ order, filter, picks }: Queue, place: number): Draw {
  if (place < 0) return 'other'
  const isWhole = filter.text.trim() === '' && filter.importId === null && filter.show !== 'decided'
  const draw = order === 'teach' ? draws[picks?.[place] ?? -1] : drawOf[order]
  return draw === undefined || (draw === 'random' && !isWhole) ? 'other' : draw
}

const drawOf: Readonly<Record<Exclude<Order, 'teach'>, Draw>> = {
  random: 'random',
  'troll-first': 'likely-troll',
  'unsure-first': 'doubtful',
  'oldest-first': 'other',
  'newest-first': 'other',
}

function toTeach(
  db: ReadableDB,
  filter: Filter,
  { seed, hasHarm }: { readonly seed: number; readonly hasHarm: boolean },
): Pick<Queue, 'ids' | 'picks'> {
  if (filter.show === 'decided') return { ids: queueIds(db, 'oldest-first', filter, seed), picks: null }
  const drawn = teachingOrder(candidates(db, filter, hasHarm), seed)
  if (filter.show === 'undecided') return { ids: drawn.ids, picks: drawn.draws }
  const decided = queueIds(db, 'oldest-first', { ...filter, show: 'decided' }, seed)
  const ids = new Int32Array(drawn.ids.length + decided.length)
  ids.set(drawn.ids)
  ids.set(decided, drawn.ids.length)
  return { ids, picks: drawn.draws }
}

/** Lets the oldest go when there are too many. */
export function keep<K, V>(map: Map<K, V>, key: K, value: V, limit: number): void {
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > limit && !oldest.done) map.delete(oldest.value)
}
