/** The project that is open: its file, its model, and the lists that are kept in memory while it is. */
import path from 'node:path'
import type { Classifier } from '../../core/classifier/classifier.ts'
import type { ProjectSummary } from '../../core/contract/answers.ts'
import type { Filter, Order } from '../../core/contract/requests.ts'
import type { Codebook } from '../../core/labels.ts'
import { pseudonym } from '../../core/pseudonym.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Learned, TrainTask } from '../workers/train.worker.ts'
import type { Background, Scoring } from './background.ts'
import { createCalm, createPauses } from './calm.ts'
import { createDecided, type Decided } from './decided.ts'
import { holdPlace, type Place } from './in-place.ts'
import { type KeptTask, keepTask } from './jobs/kept-task.ts'
import { type KeptLists, keepLists } from './kept-lists.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import { type OwnWork, ownWork } from './own-work.ts'
import { createPen } from './pen.ts'
import { type ProjectQueues, projectQueues } from './project-queues.ts'
import { baseFor } from './store/classifier.ts'
import type { WritableDB } from './store/database.ts'
import { decidedIds, type LeftOpen, leftOpen } from './store/decisions.ts'
import type { StoredModel } from './store/models.ts'
import { type PackageFacts, readPackage, summaryOf } from './store/packages.ts'
import {
  type Bands,
  type ModelUse,
  noBands,
  readBands,
  readProject,
  readPseudonyms,
  readTotals,
  type Totals,
} from './store/project.ts'
import type { ProjectFile } from './store/project-file.ts'
import { readRules } from './store/rules.ts'

/** `Context` does. */
interface HasCurrent {
  readonly current: { get(): OpenProject | null }
}

interface Named {
  readonly authorId: number | null
  readonly author: string | null
}

/** False as soon as it is being closed, and while another thread writes: nothing may be begun with it then. */
export function isOpen({ current }: HasCurrent, project: OpenProject): boolean {
  return current.get() === project && !project.closing.signal.aborted && !project.pen.isLent
}

export class OpenProject {
  readonly path: string
  readonly db: WritableDB
  /** Somebody else has it open and writes. */
  readonly isReadOnly: boolean
  readonly uid: string
  readonly name: string
  /** Of all that is drawn at random in it. */
  readonly seed: number
  readonly codebook: Codebook
  /** Null where it is no work package. */
  readonly package: PackageFacts | null
  readonly pen = createPen()
  /** What the project's models are learned on: the starter, or nothing where the labels are not ours. */
  readonly base: Classifier
  /** Aborts when the project closes. */
  readonly closing = new AbortController()
  classifier: Classifier
  use: ModelUse
  /** True: the window is told invented names only. */
  pseudonyms: boolean
  /** The project's own model; null while the base is in use. */
  model: StoredModel | null = null
  readonly learning: Background = { isRunning: false, isDirty: false, pauses: createPauses() }
  readonly training: KeptTask<TrainTask, Learned> = keepTask('train', this.closing.signal)
  readonly scoring: Scoring = {
    isRunning: false,
    isDirty: false,
    pauses: createPauses(),
    done: null,
    decisions: 0,
  }
  readonly calm = createCalm()
  /** Through which it was looked at last; null before the first time. */
  view: { readonly order: Order; readonly filter: Filter } | null = null
  measuring: { readonly jobId: string; readonly basis: string } | null = null

  /** Settles when work that nobody waits for may begin: the first comment is on the screen by then. */
  settled: Promise<void> = Promise.resolve()
  /** Which comments have a decision that stands. */
  decided: Decided
  readonly queues: ProjectQueues
  readonly numbers: Numbers
  readonly lists: KeptLists

  private readonly file: ProjectFile
  private readonly place: Place
  private readonly owns = new Map<string, OwnWork>()
  private knownTotals: Totals | null = null
  private knownBands: Bands | null = null

  /** @throws AppError project-damaged for a file that was never given its first row */
  constructor(file: ProjectFile, starter: () => Classifier) {
    const row = readProject(file.db)
    if (!row) throw new AppError('project-damaged', sentences.projectEmpty(file.path))
    this.file = file
    this.path = file.path
    this.db = file.db
    this.isReadOnly = file.isReadOnly
    this.uid = row.uid
    this.name = row.name
    this.codebook = row.codebook
    this.package = readPackage(file.db)
    this.decided = createDecided(decidedIds(file.db))
    this.place = holdPlace(file)
    this.use = row.use
    this.pseudonyms = readPseudonyms(file.db)
    this.lists = keepLists(file.db)
    this.base = baseFor(row.codebook, starter)
    this.classifier = this.base
    this.seed = Number.parseInt(row.uid.slice(0, 8), 16)
    this.queues = projectQueues(this)
    this.numbers = createNumbers(this.path, this.closing.signal)
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
      isReadOnly: this.isReadOnly,
      ...this.use,
      rules: readRules(this.db),
      pseudonyms: this.pseudonyms,
      filter: this.view?.filter ?? null,
      package: this.package && summaryOf(this.package, path.basename(this.path)),
    }
  }

  /** @throws AppError project-busy where somebody else writes, busy while another thread writes, project-moved where the file is not in its place any more */
  requireInPlace(): void {
    this.pen.require()
    this.place.require()
  }

  get decidedCount(): number {
    return this.decided.count()
  }

  /** What this coder has done themselves, and what they have been told. */
  own(coder: string): OwnWork {
    const known = this.owns.get(coder) ?? ownWork(this, coder, this.decided)
    this.owns.set(coder, known)
    return known
  }

  /** This coder has decided on these. */
  decidedOn(commentIds: Iterable<number>, coder: string): void {
    const own = this.ownAfter(coder)
    for (const id of commentIds) {
      this.decided.set(id, true)
      own?.set(id, true)
    }
  }

  /**
   * After a step of this coder through the record, where labels may be gone from these comments.
   *
   * @param left what the file says of them
   */
  rereadDecided(
    commentIds: Int32Array,
    coder: string,
    left: LeftOpen = leftOpen(this.db, commentIds, coder),
  ): void {
    this.decidedOn(commentIds, coder)
    for (const id of left.undecided) this.decided.set(id, false)
    const own = this.owns.get(coder)
    for (const id of left.unjudged) own?.set(id, false)
  }

  /** Others may have been alone until this coder decided. */
  private ownAfter(coder: string): OwnWork | undefined {
    for (const other of this.owns.keys()) if (other !== coder) this.owns.delete(other)
    return this.owns.get(coder)
  }

  /** Those of the comments that nobody has decided, in their order. */
  undecidedAmong(commentIds: readonly number[]): readonly number[] {
    return commentIds.filter((id) => !this.decided.has(id))
  }

  /** Whether there is anything to suggest: not where suggestions are off, nor before the first lesson in other labels. */
  get suggests(): boolean {
    return this.use.suggestions && this.classifier.canSuggest
  }

  isDecided(commentId: number): boolean {
    return this.decided.has(commentId)
  }

  /** What the window may be told of who somebody is; null where nobody is named. */
  nameOf({ authorId, author }: Named): string | null {
    return this.pseudonyms && authorId !== null ? pseudonym(this.uid, authorId) : author
  }

  totals(): Totals {
    this.knownTotals ??= readTotals(this.db)
    return this.knownTotals
  }

  bands(): Bands {
    if (!this.use.suggestions) return noBands(this.codebook)
    this.knownBands ??= readBands(this.db, this.codebook)
    return this.knownBands
  }

  /** Somebody else has written to the file. */
  othersWrote(): void {
    this.decided = createDecided(decidedIds(this.db))
    this.commentsChanged()
    this.predictionsChanged()
  }

  /** @throws AppError bad-request where the project is a work package for somebody else */
  requireCoder(coder: string): void {
    const { forCoder = coder } = this.package ?? {}
    if (forCoder !== coder) throw new AppError('bad-request', sentences.packageOf(forCoder))
  }

  /** After an import: there are more comments, and threads have more in them. */
  commentsChanged(): void {
    this.scoring.done = null
    this.queues.commentsChanged()
    this.owns.clear()
    this.lists.clear()
    this.knownTotals = null
  }

  predictionsChanged(): void {
    this.queues.scoresChanged()
    this.numbers.scoresChanged()
    this.knownBands = null
  }

  close(): void {
    this.closing.abort()
    this.file.close()
    this.place.close()
  }
}
