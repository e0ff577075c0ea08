/** The queues of the open project, beside what is decided in it and what its model is asked. */
import type { Classifier } from '../../core/classifier/classifier.ts'
import type { QueueHandle } from '../../core/contract/answers.ts'
import type { ScoreHistogram } from '../../core/contract/many-answers.ts'
import type { Filter, Order } from '../../core/contract/requests.ts'
import type { Codebook } from '../../core/labels.ts'
import { fineBins, type ScoreCounts } from '../../core/queue/histogram.ts'
import type { Draw } from '../../core/records.ts'
import type { Scoring } from './background.ts'
import type { Decided } from './decided.ts'
import type { OwnWork } from './own-work.ts'
import { type Asker, createQueues, drawAt, isByOne, type Queue, type Queues } from './queues.ts'
import type { ModelUse } from './store/project.ts'

export interface ProjectQueues
  extends Pick<Queues, 'find' | 'get' | 'known' | 'idle' | 'commentsChanged' | 'scoresChanged'> {
  /**
   * Without suggestions there are no scores to order by, and a random order stands in for those that need them.
   *
   * @throws AppError cancelled when the project is closed meanwhile
   */
  open(asked: Order, filter: Filter, asker: Asker): Promise<QueueHandle>
  /** How many comments a filter finds, without a queue of them. @throws AppError cancelled */
  count(filter: Filter, asker: Asker): Promise<{ readonly total: number; readonly undecided: number }>
  /** How the scores of the undecided comments that match are spread. @throws AppError cancelled */
  histogram(filter: Filter, label: string | null, asker: Asker): Promise<ScoreHistogram>
  /** In the order of the queue. @throws AppError not-found as `get` */
  undecidedIn(queueId: string): readonly number[]
  /** The first undecided at or after `from`, then from the top; null where there is none. @throws as `get` */
  nextUndecided(queueId: string, from: number): Place | null
  /** The undecided at or after `from`, at most so many, without wrapping round. @throws as `get` */
  undecidedAhead(queueId: string, from: number, limit: number): readonly Place[]
  /** How a comment comes to be decided that is looked at in this queue; "other" when it was opened from elsewhere. */
  drawOf(queueId: string | null, commentId: number): Draw
  /** Whether it was found in this queue by what the model thinks of it. */
  revealsSuggestion(queueId: string | null): boolean
  /** Whether a comment, in this queue, keeps its suggestion hidden so that the model can be measured by it. */
  isMeasuring(queueId: string | null, commentId: number): boolean
  /** The same. @param place in the queue; -1 where the comment is not in it */
  isMeasuringAt(queue: Queue, place: number): boolean
}

interface Place {
  readonly index: number
  readonly commentId: number
}

/** Of the project that they are of; what can change is read when it is asked for. */
interface Asked {
  /** Of the project's file. */
  readonly path: string
  readonly codebook: Codebook
  readonly seed: number
  readonly closing: AbortController
  readonly base: Classifier
  readonly classifier: Classifier
  readonly use: ModelUse
  readonly suggests: boolean
  readonly scoring: Scoring
  readonly decided: Decided
  own(coder: string): OwnWork
}

const noScores: ScoreCounts = { bins: new Array(fineBins).fill(0), unscored: 0 }

export function needsScores(order: Order): boolean {
  return order === 'teach' || order === 'troll-first' || order === 'unsure-first'
}

export function projectQueues(project: Asked): ProjectQueues {
  const { path, codebook, seed, closing, base } = project
  const hasHarm = base.harmful !== null
  const queues = createQueues({ path, codebook, seed, hasHarm, closing: closing.signal })
  const measuringAt = (queue: Queue, place: number) => isMeasuringAt(project, queue, place)
  return {
    ...queues,
    async open(asked, filter, asker) {
      const queue = await queues.open(orderFor(project, asked, filter), filter, asker)
      return handleOf(project, queue)
    },
    async count(filter, asker) {
      const ids = await queues.find(filter, asker)
      const { coder } = asker
      return {
        total: ids.length,
        undecided: countUndecided(project, ids, { coder, isByOne: isByOne(filter, asker) }),
      }
    },
    async histogram(filter, label, asker) {
      const hasScores = project.suggests && (label !== null || hasHarm)
      const likelyFrom = label === null ? project.classifier.harmfulAbove : null
      const counts = hasScores ? await queues.countScores(filter, label, asker) : noScores
      return { ...counts, hasScores, isScoring: project.scoring.isRunning, likelyFrom }
    },
    undecidedIn: (queueId) => Array.from(queues.get(queueId).ids).filter((id) => !project.decided.has(id)),
    nextUndecided: (queueId, from) => nextUndecided(project, queues.get(queueId), from),
    undecidedAhead: (queueId, from, limit) => undecidedAhead(project, queues.get(queueId), { from, limit }),
    drawOf(queueId, commentId) {
      const queue = queues.known(queueId)
      return queue ? drawIn(project, queue, queue.ids.indexOf(commentId)) : 'other'
    },
    revealsSuggestion: (queueId) => queues.known(queueId)?.revealsSuggestion ?? false,
    isMeasuring(queueId, commentId) {
      const queue = queues.known(queueId)
      return queue?.order === 'teach' && measuringAt(queue, queue.ids.indexOf(commentId))
    },
    isMeasuringAt: measuringAt,
  }
}

function orderFor({ suggests, base }: Asked, asked: Order, { show }: Filter): Order {
  if (show === 'second') return 'random'
  if (needsScores(asked) && !suggests) return 'random'
  // Where no label is the harmful one, what is likeliest to be is what the model doubts.
  return asked === 'troll-first' && base.harmful === null ? 'unsure-first' : asked
}

function handleOf(project: Asked, queue: Queue): QueueHandle {
  const { id: queueId, order, filter, ids, kept, keptFor } = queue
  const { revealsSuggestion, revealsOthers, hidesOthers } = queue
  return {
    queueId,
    order,
    filter,
    total: ids.length,
    undecided: countUndecided(project, ids, queue),
    next: nextUndecided(project, queue, 0)?.index ?? null,
    revealsSuggestion,
    revealsOthers,
    hidesOthers,
    kept,
    keptFor,
  }
}

function countUndecided(
  project: Asked,
  ids: Int32Array,
  { coder, isByOne }: Pick<Queue, 'coder' | 'isByOne'>,
): number {
  return isByOne ? project.own(coder).countLeft(ids) : ids.length - project.decided.among(ids)
}

function nextUndecided(project: Asked, queue: Queue, from: number): Place | null {
  const firstFrom = (start: number) => undecidedAhead(project, queue, { from: start, limit: 1 })[0]
  return firstFrom(from) ?? firstFrom(0) ?? null
}

function undecidedAhead(
  project: Asked,
  { ids, coder, isByOne }: Queue,
  { from, limit }: { readonly from: number; readonly limit: number },
): readonly Place[] {
  const done: Pick<Decided, 'has'> = isByOne ? project.own(coder) : project.decided
  const found: Place[] = []
  for (let index = from; index < ids.length && found.length < limit; index += 1) {
    const commentId = ids[index]
    if (commentId !== undefined && !done.has(commentId)) found.push({ index, commentId })
  }
  return found
}

function isMeasuringAt(project: Asked, queue: Queue, place: number): boolean {
  return project.use.suggestions && queue.order === 'teach' && drawIn(project, queue, place) === 'random'
}

function drawIn({ decided }: Asked, queue: Queue, place: number): Draw {
  return decided.has(queue.ids[place] ?? 0) ? 'other' : drawAt(queue, place)
}
