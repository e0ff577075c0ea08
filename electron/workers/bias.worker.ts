/** Counts the decided comments of a project up to the bias report. Reads it only. */
import { biasOf } from '../../core/bias/report.ts'
import { chooseTopics } from '../../core/bias/topics.ts'
import { decidedComments, largestThreads, sampledTexts } from '../service/store/bias-rows.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { stepBack } from './step-back.ts'
import { runAsTask } from './task.ts'

export interface BiasTask {
  readonly project: string
  /** As `Intl` names it. */
  readonly timeZone: string
  /** The id of the label that accuses. */
  readonly harmful: string
}

stepBack()

runAsTask(async ({ project, timeZone, harmful }: BiasTask) => {
  const db = readProjectFile(project)
  try {
    const { threads, threadCount } = largestThreads(db)
    const topics = chooseTopics(sampledTexts(db))
    const comments = decidedComments(db, { harmful, threads })
    return biasOf(comments, { timeZone, harmful, topics, threads, threadCount })
  } finally {
    db.close()
  }
})
