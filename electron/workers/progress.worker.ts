/** Adds up the decisions of a project. Reads it only. */
import { type ProgressFacts, progressOf } from '../../core/progress/report.ts'
import { judgedDecisions, openStanding } from '../service/store/judged.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { runAsTask } from './task.ts'

export interface ProgressTask {
  readonly project: string
  readonly facts: Omit<ProgressFacts, 'open'>
}

runAsTask(async ({ project, facts }: ProgressTask) => {
  const db = readProjectFile(project)
  try {
    return progressOf(judgedDecisions(db), { ...facts, open: openStanding(db) })
  } finally {
    db.close()
  }
})
