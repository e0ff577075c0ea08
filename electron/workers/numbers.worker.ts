/** Counts a large project's numbers, away from the thread that answers decisions. Reads the project only. */
import type { ProjectStats } from '../../core/contract/answers.ts'
import { type Bands, noBands, readBands, readStats, type StatsAsked } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { stepBack } from './step-back.ts'
import { runAsKeptTask } from './task.ts'

export interface NumbersTask {
  readonly project: string
  readonly asked: StatsAsked
  /** Whether the model's view of the comments is counted. */
  readonly hasBands: boolean
  /** Counts up whenever that changed. */
  readonly scores: number
}

/** Read once as long as the model thinks the same: among a million it takes longer than all else. */
let known: { readonly project: string; readonly scores: number; readonly bands: Bands } | null = null

stepBack()

runAsKeptTask(({ project, asked, hasBands, scores }: NumbersTask): ProjectStats => {
  // Opened anew for each: a connection that stays open would keep the project's log from being put into its file.
  const db = readProjectFile(project)
  try {
    if (!hasBands) return readStats(db, asked, noBands(asked.codebook))
    if (known?.project !== project || known.scores !== scores) {
      known = { project, scores, bands: readBands(db, asked.codebook) }
    }
    return readStats(db, asked, known.bands)
  } finally {
    db.close()
  }
})
