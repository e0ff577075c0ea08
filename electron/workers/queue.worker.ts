/**
 * Puts queues in order and searches the comments, away from the thread that answers decisions. What queues are made
 * from is kept here between questions, and brought up to date with each. Reads the project only.
 */
import type { Picked } from '../../core/queue/columns.ts'
import type { ScoreCounts } from '../../core/queue/histogram.ts'
import type { ReadableDB } from '../service/store/database.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { createQueueMaker, type QueueMaker, type QueueWish } from '../service/store/queue-maker.ts'
import { runAsKeptTask } from './task.ts'

export interface QueueTask {
  readonly project: string
  readonly wish: QueueWish
  /** Whose scores are to be counted; null for a queue. */
  readonly scoresOf: { readonly label: string | null } | null
}
export type QueueAnswer = Picked | ScoreCounts

let kept: { readonly project: string; readonly maker: QueueMaker } | null = null

runAsKeptTask(
  ({ project, wish, scoresOf }: QueueTask): QueueAnswer => {
    if (kept?.project !== project) kept = { project, maker: createQueueMaker() }
    const { maker } = kept
    return withProject(project, (db) =>
      scoresOf ? maker.count(db, wish, scoresOf.label) : maker.pick(db, wish),
    )
  },
  {
    handedOver: (answer) =>
      'bins' in answer ? [] : [answer.ids.buffer, ...(answer.picks ? [answer.picks.buffer] : [])],
    meanwhile: () => {
      if (kept === null) return false
      const { project, maker } = kept
      return withProject(project, (db) => maker.readAhead(db))
    },
  },
)

/** Opened anew for each: a connection that stays open would keep the project's log from being put into its file. */
function withProject<T>(project: string, work: (db: ReadableDB) => T): T {
  const db = readProjectFile(project)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
