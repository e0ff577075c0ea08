/** The numbers of a large project, counted in a thread: what takes a while must not hold up the comment that comes next. */
import type { ProjectStats } from '../../core/contract/answers.ts'
import type { NumbersTask } from '../workers/numbers.worker.ts'
import { keepTask } from './jobs/kept-task.ts'
import { takeTurns } from './jobs/turns.ts'
import type { StatsAsked } from './store/project.ts'

export interface Numbers {
  /** @param hasBands whether the model's view is counted too @throws AppError cancelled when the project is closed */
  stats(asked: StatsAsked, hasBands: boolean): Promise<ProjectStats>
  /** The model's view of many comments is another now. */
  scoresChanged(): void
}

/** @param project its file */
export function createNumbers(project: string, closing: AbortSignal): Numbers {
  const thread = keepTask<NumbersTask, ProjectStats>('numbers', closing)
  const turns = takeTurns()
  let scores = 0
  return {
    stats: (asked, hasBands) => turns.run(() => thread.run({ project, asked, hasBands, scores }, closing)),
    scoresChanged() {
      scores += 1
    },
  }
}
