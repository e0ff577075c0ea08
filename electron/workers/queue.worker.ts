/**
 * Puts queues in order and searches the comments, away from the thread that answers decisions. What queues are made
 * from is kept here between questions, and brought up to date with each. Reads the project only.
 */
import type { Picked } from '../../core/queue/columns.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { createQueueMaker, type QueueMaker, type QueueWish } from '../service/store/queue-maker.ts'
import { runAsKeptTask } from './task.ts'

export interface QueueTask {
  readonly project: string
  readonly wish: QueueWish
}

let kept: { readonly project: string; readonly maker: QueueMaker } | null = null

runAsKeptTask(
  ({ project, wish }: QueueTask): Picked => {
    if (kept?.project !== project) kept = { project, maker: createQueueMaker() }
    // Opened anew for each: a connection that stays open would keep the project's log from being put into its file.
    const db = readProjectFile(project)
    try {
      return kept.maker.pick(db, wish)
    } finally {
      db.close()
    }
  },
  ({ ids, picks }) => (picks ? [ids.buffer, picks.buffer] : [ids.buffer]),
)
