/** Where the work in the background of an open project is. */
import type { Pauses } from './calm.ts'
import type { ScoredWith } from './store/models.ts'

/** One at a time, and once more when there is a reason. */
export interface Background {
  isRunning: boolean
  /** A reason to do it again has come since the work that runs began. */
  isDirty: boolean
  readonly pauses: Pauses
}

export interface Scoring extends Background {
  /** What every comment was last scored with; null when that is not known. */
  done: ScoredWith | null
  /** Decisions and undos since it last began. */
  decisions: number
}
