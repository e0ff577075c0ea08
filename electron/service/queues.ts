/** The queues of the open project: orders that do not move, and how each comment in them was drawn. */
import { randomBytes } from 'node:crypto'
import type { Filter, Order } from '../../core/contract/requests.ts'
import type { Codebook } from '../../core/labels.ts'
import type { ScoreCounts } from '../../core/queue/histogram.ts'
import { asksOthers, asksTheModel, parseQuery } from '../../core/queue/query.ts'
import type { Query } from '../../core/queue/query-terms.ts'
import { type Draw, draws } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { QueueAnswer, QueueTask } from '../workers/queue.worker.ts'
import { keepTask } from './jobs/kept-task.ts'
import { takeTurns } from './jobs/turns.ts'
import type { PickedFor, QueueWish } from './store/queue-maker.ts'

export interface Queue extends PickedFor {
  readonly id: string
  readonly order: Order
  readonly filter: Filter
  /** What was looked for, as it was understood. */
  readonly query: Query
  /** To be in this queue, or where it is in it, tells of a comment what the model thinks of it. */
  readonly revealsSuggestion: boolean
  /** To be in it tells of a comment what others decided. */
  readonly revealsOthers: boolean
  /** Whoever opened it. */
  readonly coder: string
  /** What others decided on its comments is hidden from them. */
  readonly hidesOthers: boolean
  /** What is done in it is what they have decided themselves, not what anybody has. */
  readonly isByOne: boolean
}

/** Who asks, and when. */
export interface Asker {
  readonly coder: string
  readonly now: Date
  /** Looked at once: the last two are kept, apart from those that somebody works in. */
  readonly isGlance?: boolean | undefined
  /** Others' decisions are hidden from them, as far as the queue itself does not say otherwise. */
  readonly isBlind?: boolean | undefined
}

export interface Queues {
  /** @throws AppError cancelled when the project is closed meanwhile */
  open(order: Order, filter: Filter, asker: Asker): Promise<Queue>
  /** The ids of all that match, without a queue. @throws AppError cancelled */
  find(filter: Filter, asker: Asker): Promise<Int32Array>
  /** How the scores of what is undecided are spread. @throws AppError cancelled */
  countScores(filter: Filter, label: string | null, asker: Asker): Promise<ScoreCounts>
  /** @throws AppError not-found when the queue was opened too long ago, or in another sitting */
  get(queueId: string): Queue
  known(queueId: string | null): Queue | null
  /** Settles when nobody waits for a queue or a search: work that can wait lets them go first. */
  idle(): Promise<void>
  commentsChanged(): void
  scoresChanged(): void
}

const keptQueues = 8
const keptGlances = 2

interface QueuesOf {
  /** Of the project's file. */
  readonly path: string
  readonly codebook: Codebook
  /** The same seed gives the same random order, in this sitting and the next. */
  readonly seed: number
  /** Whether one of the labels is the harmful one. */
  readonly hasHarm: boolean
  readonly closing: AbortSignal
}

export function createQueues({ path: project, codebook, seed, hasHarm, closing }: QueuesOf): Queues {
  const queues = new Map<string, Queue>()
  const glances = new Map<string, Queue>()
  // Kept as long as the project is open: what it has read is half a second's work at a million comments.
  const thread = keepTask<QueueTask, QueueAnswer>('queue', closing, true)
  const versions = { comments: 0, scores: 0 }
  const turns = takeTurns()
  const known = (queueId: string | null) => {
    if (queueId === null) return null
    const queue = queues.get(queueId)
    if (!queue) return glances.get(queueId) ?? null
    // In use: others are let go before it, however many are opened beside it.
    queues.delete(queue.id)
    queues.set(queue.id, queue)
    return queue
  }

  /** @param task as it is when its turn has come */
  const inTurn = (task: () => QueueTask) => turns.run(() => thread.run(task(), closing))
  function ask(
    { order, filter }: Pick<QueueWish, 'order' | 'filter'>,
    scoresOf: { readonly label: string | null } | null,
    { coder, now }: Asker,
  ): Promise<QueueAnswer> {
    const wish = { order, filter, seed, codebook, hasHarm, coder, today: dayOf(now) }
    return inTurn(() => ({ project, wish: { ...wish, ...versions }, scoresOf }))
  }
  // Safe: the thread answers each task with what it asked for.
  const pick = async (order: Order, filter: Filter, asker: Asker) =>
    (await ask({ order, filter }, null, asker)) as PickedFor

  return {
    known,
    get(queueId) {
      const queue = known(queueId)
      if (!queue) throw new AppError('not-found', sentences.queueMissing())
      return queue
    },
    async open(order, filter, asker) {
      const query = parseQuery(filter.text, { codebook, today: dayOf(asker.now) })
      const queue = {
        id: randomBytes(8).toString('hex'),
        order,
        filter,
        query,
        revealsSuggestion: order === 'troll-first' || asksTheModel(query),
        revealsOthers: filter.show === 'adjudicate' || asksOthers(query),
        coder: asker.coder,
        hidesOthers: hidesOthers(filter, asker),
        isByOne: isByOne(filter, asker),
        ...(await pick(order, filter, asker)),
      }
      if (asker.isGlance) keep(glances, queue.id, queue, keptGlances)
      else keep(queues, queue.id, queue, keptQueues)
      return queue
    },
    find: async (filter, asker) => (await pick('oldest-first', filter, asker)).ids,
    // Safe: as `pick`.
    countScores: async (filter, label, asker) =>
      (await ask({ order: 'oldest-first', filter }, { label }, asker)) as ScoreCounts,
    idle: turns.idle,
    commentsChanged() {
      versions.comments += 1
      versions.scores += 1
    },
    scoresChanged() {
      versions.scores += 1
    },
  }
}

const hidesOthers = ({ show }: Filter, { isBlind = false }: Asker): boolean =>
  show === 'second' || (isBlind && show !== 'adjudicate')

/** Where others' decisions are hidden, or a dispute is settled, a comment is done when whoever asks has decided it. */
export const isByOne = (filter: Filter, asker: Asker): boolean =>
  filter.show === 'adjudicate' || hidesOthers(filter, asker)

const dayOf = (now: Date) => now.toISOString().slice(0, 10)

/**
 * How an undecided comment was drawn in a queue. `random` only where the whole project was drawn from: among the
 * comments with a certain word, or of one import, or once decided already, a random one is no sample of the project.
 *
 * @param place in the queue; -1 where it is not in it
 */
export function drawAt({ order, filter, picks }: Queue, place: number): Draw {
  if (place < 0) return 'other'
  const isWhole = filter.text.trim() === '' && filter.importId === null && isDrawn(filter.show)
  const draw = order === 'teach' ? draws[picks?.[place] ?? -1] : drawOf[order]
  return draw === undefined || (draw === 'random' && !isWhole) ? 'other' : draw
}

/** Second opinions and disputes are no sample of the project. */
const isDrawn = (show: Filter['show']): boolean => show === 'all' || show === 'undecided'

const drawOf: Readonly<Record<Exclude<Order, 'teach'>, Draw>> = {
  random: 'random',
  'troll-first': 'likely-troll',
  'unsure-first': 'doubtful',
  'oldest-first': 'other',
  'newest-first': 'other',
}

/** Lets the oldest go when there are too many. */
export function keep<K, V>(map: Map<K, V>, key: K, value: V, limit: number): void {
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > limit && !oldest.done) map.delete(oldest.value)
}
