/** The numbers of a large project, counted in a thread: what takes a while must not hold up the comment that comes next. */
import type { ProjectStats } from '../../core/contract/answers.ts'
import type { NumbersTask } from '../workers/numbers.worker.ts'
import { keepTask } from './jobs/kept-task.ts'
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
  let scores = 0
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<ProjectStats> | null = null
  let wish: Pick<NumbersTask, 'asked' | 'hasBands'>
  const count = () => {
    next = null
    const answer = thread.run({ project, ...wish, scores }, closing)
    running = answer.catch(() => undefined)
    return answer
  }
  return {
    // Asked after each decision: of all that wait only the latest is counted, or they would pile up behind each other.
    stats(asked, hasBands) {
      wish = { asked, hasBands }
      next ??= running.then(count)
      return next
    },
    scoresChanged() {
      scores += 1
    },
  }
}
