/**
 * Puts queues in order and searches the comments, away from the thread that answers decisions. What queues are made
 * from is kept here between questions, and brought up to date with each. Reads the project only.
 */
import type { ProjectStats } from '../../core/contract/answers.ts'
import type { Picked } from '../../core/queue/columns.ts'
import type { ScoreCounts } from '../../core/queue/histogram.ts'
import type { ReadableDB } from '../service/store/database.ts'
import { type Bands, noBands, readBands, readStats, type StatsAsked } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { createQueueMaker, type QueueMaker, type QueueWish } from '../service/store/queue-maker.ts'
import { runAsKeptTask } from './task.ts'

interface PickTask {
  readonly project: string
  readonly wish: QueueWish
  /** Whose scores are to be counted; null for a queue. */
  readonly scoresOf: { readonly label: string | null } | null
}
interface StatsTask {
  readonly project: string
  readonly stats: StatsAsked
  /** Whether the model's view of the comments is counted. */
  readonly hasBands: boolean
  /** As in `QueueWish`. */
  readonly scores: number
}
export type QueueTask = PickTask | StatsTask
export type QueueAnswer = Picked | ScoreCounts | ProjectStats

interface Kept {
  readonly project: string
  readonly maker: QueueMaker
  bands: { readonly scores: number; readonly counts: Bands } | null
}

let kept: Kept | null = null

runAsKeptTask(
  (task: QueueTask): QueueAnswer => {
    const { project } = task
    if (kept?.project !== project) kept = { project, maker: createQueueMaker(), bands: null }
    const known = kept
    return withProject(project, (db) => ('stats' in task ? count(db, task, known) : pick(db, task, known)))
  },
  {
    handedOver: (answer) =>
      'ids' in answer ? [answer.ids.buffer, ...(answer.picks ? [answer.picks.buffer] : [])] : [],
    meanwhile: () => {
      if (kept === null) return false
      const { project, maker } = kept
      return withProject(project, (db) => maker.readAhead(db))
    },
  },
)

function pick(db: ReadableDB, { wish, scoresOf }: PickTask, { maker }: Kept): Picked | ScoreCounts {
  return scoresOf ? maker.count(db, wish, scoresOf.label) : maker.pick(db, wish)
}

function count(db: ReadableDB, { stats, hasBands, scores }: StatsTask, known: Kept): ProjectStats {
  if (!hasBands) return readStats(db, stats, noBands(stats.codebook))
  if (known.bands?.scores !== scores) known.bands = { scores, counts: readBands(db, stats.codebook) }
  return readStats(db, stats, known.bands.counts)
}

/** Opened anew for each: a connection that stays open would keep the project's log from being put into its file. */
function withProject<T>(project: string, work: (db: ReadableDB) => T): T {
  const db = readProjectFile(project)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
