/** Bringing another copy of the project, or a work package, into the one that is open: all of it or nothing. */
import path from 'node:path'
import type { MergeReport } from '../../core/contract/package-answers.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { MergeTask } from '../workers/merge.worker.ts'
import { type Context, changed } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { lendTo } from './lending.ts'
import type { OpenProject } from './open-project.ts'
import { whoDecides } from './who-decides.ts'

export interface MergeOrder {
  readonly file: string
  readonly sameCoders: boolean
  /** Says what it would do, and does nothing. */
  readonly isLook: boolean
}

/**
 * A thread of its own writes, in one transaction.
 *
 * @throws AppError as `lendTo`; the sentences of `mergeOther` and of what the file may be
 */
export async function mergeCopy(
  context: Context,
  project: OpenProject,
  { file, ...how }: MergeOrder,
  job: JobContext,
): Promise<MergeReport> {
  if (path.resolve(file) === path.resolve(project.path)) {
    throw new AppError('bad-request', sentences.mergeSelf())
  }
  const data: MergeTask = {
    project: project.path,
    file,
    name: path.basename(file),
    coder: whoDecides(context, project),
    at: context.now().toISOString(),
    ...how,
  }
  return lendTo<MergeReport>(
    context,
    project,
    {
      task: 'merge',
      data,
      refusal: sentences.mergeRunning(),
      onWritten: () => how.isLook || takeUp(context, project),
    },
    job,
  )
}

/** What was kept of it may be another now. */
function takeUp(context: Context, project: OpenProject): void {
  project.othersWrote()
  changed(context, 'comments', 'decisions', 'predictions', 'project', 'coders')
}
