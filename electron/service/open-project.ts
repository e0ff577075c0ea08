/** The project that is open: its file, its model, and the lists that are kept in memory while it is. */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Classifier } from '../../core/classifier/classifier.ts'
import type { ProjectSummary, QueueHandle } from '../../core/contract/answers.ts'
import type { Filter, Order } from '../../core/contract/requests.ts'
import type { Codebook } from '../../core/labels.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { type ReadingOrder, readingOrder } from '../../core/thread.ts'
import { threadNodes } from './store/comments.ts'
import type { WritableDB } from './store/database.ts'
import { decidedIds } from './store/decisions.ts'
import { type Bands, readBands, readProject, readTotals, type Totals } from './store/project.ts'
import type { ProjectFile } from './store/project-file.ts'
import { queueIds } from './store/queue.ts'

const keptQueues = 8
const keptThreads = 8

export class OpenProject {
  readonly path: string
  readonly db: WritableDB
  readonly uid: string
  readonly name: string
  readonly codebook: Codebook
  /** Aborts when the project closes. */
  readonly closing = new AbortController()
  classifier: Classifier
  /** What the model in use learned from; counted in decisions. */
  learnedFrom: number

  private readonly file: ProjectFile
  private readonly identity: string
  private readonly decided: Set<number>
  private readonly queues = new Map<
    string,
    { readonly ids: Int32Array; readonly order: Order; readonly filter: Filter }
  >()
  private readonly threads = new Map<number, ReadingOrder>()
  private knownTotals: Totals | null = null
  private knownBands: Bands | null = null

  /** @throws AppError project-damaged for a file that was never given its first row */
  constructor(file: ProjectFile, modelFor: (db: WritableDB) => Classifier) {
    const row = readProject(file.db)
    if (!row) throw new AppError('project-damaged', sentences.projectEmpty(file.path))
    this.file = file
    this.path = file.path
    this.db = file.db
    this.uid = row.uid
    this.name = row.name
    this.codebook = row.codebook
    this.identity = identityOf(file.path) ?? ''
    this.decided = new Set(decidedIds(file.db))
    this.classifier = modelFor(file.db)
    this.learnedFrom = this.classifier.decisions
  }

  summary(): ProjectSummary {
    const { comments, threads } = this.totals()
    const { version, decisions } = this.classifier
    return {
      id: this.uid,
      name: this.name,
      folder: path.dirname(this.path),
      comments,
      threads,
      decided: this.decidedCount,
      codebook: this.codebook,
      model: { version, decisions },
    }
  }

  /**
   * The open file goes on being written after it was moved, but its log stays behind under the old name. So all
   * is put into the file itself before anything else.
   *
   * @throws AppError project-moved
   */
  requireInPlace(): void {
    if (identityOf(this.path) === this.identity) return
    this.db.execute('pragma wal_checkpoint(truncate)')
    throw new AppError('project-moved', sentences.projectMoved(this.path))
  }

  get decidedCount(): number {
    return this.decided.size
  }

  setDecided(commentId: number, isDecided: boolean): void {
    if (isDecided) this.decided.add(commentId)
    else this.decided.delete(commentId)
  }

  openQueue(order: Order, filter: Filter): QueueHandle {
    const ids = queueIds(this.db, order, filter, Number.parseInt(this.uid.slice(0, 8), 16))
    const queueId = randomBytes(8).toString('hex')
    keep(this.queues, queueId, { ids, order, filter }, keptQueues)
    const undecided = ids.reduce((n, id) => (this.decided.has(id) ? n : n + 1), 0)
    const next = this.nextUndecided(queueId, 0)
    return { queueId, order, filter, total: ids.length, undecided, next: next?.index ?? null }
  }

  /** @throws AppError not-found when the queue was opened too long ago, or in another sitting */
  queue(queueId: string): Int32Array {
    const queue = this.queues.get(queueId)
    if (!queue) throw new AppError('not-found', sentences.queueMissing())
    return queue.ids
  }

  /** The first undecided at or after `from`, then from the top. */
  nextUndecided(
    queueId: string,
    from: number,
  ): { readonly index: number; readonly commentId: number } | null {
    const ids = this.queue(queueId)
    for (let step = 0; step < ids.length; step += 1) {
      const index = (from + step) % ids.length
      const commentId = ids[index]
      if (commentId !== undefined && !this.decided.has(commentId)) return { index, commentId }
    }
    return null
  }

  thread(threadId: number): ReadingOrder {
    const known = this.threads.get(threadId)
    if (known) return known
    const order = readingOrder(threadNodes(this.db, threadId))
    keep(this.threads, threadId, order, keptThreads)
    return order
  }

  totals(): Totals {
    this.knownTotals ??= readTotals(this.db)
    return this.knownTotals
  }

  bands(): Bands {
    this.knownBands ??= readBands(this.db)
    return this.knownBands
  }

  /** After an import: there are more comments, and threads have more in them. */
  commentsChanged(): void {
    this.threads.clear()
    this.knownTotals = null
  }

  predictionsChanged(): void {
    this.knownBands = null
  }

  close(): void {
    this.closing.abort()
    this.file.close()
  }
}

/** Device and inode: stays with the file when it is moved. Null when nothing is there. */
function identityOf(file: string): string | null {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true })
  return facts ? `${facts.dev}:${facts.ino}` : null
}

function keep<K, V>(map: Map<K, V>, key: K, value: V, limit: number): void {
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > limit && !oldest.done) map.delete(oldest.value)
}
