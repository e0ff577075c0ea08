/** Has the disclosure folder written, and says in the record what was disclosed. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DisclosureReport } from '../../core/contract/appeals-answers.ts'
import type { DiscloseMessage, DiscloseOutcome, DiscloseTask } from '../workers/disclose.worker.ts'
import type { Context } from './context.ts'
import { runTask } from './jobs/tasks.ts'
import type { OpenProject } from './open-project.ts'
import type { Pen } from './pen.ts'
import { appendEvent } from './store/events.ts'
import { explained } from './store/project-file.ts'
import { whoDecides } from './who-decides.ts'

export interface Disclosing {
  readonly project: Pick<OpenProject, 'path' | 'db'> & { readonly pen?: Pen }
  readonly target: string
  readonly as: DiscloseTask['as']
  /** Of the file or folder, as the person knows it. */
  readonly name: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** @throws AppError cancelled, disk-full and the like: then nothing was written, and the record says nothing */
export async function disclose(
  context: Context,
  { project, target, as, name, signal, onProgress }: Disclosing,
): Promise<DisclosureReport> {
  const { now, starter, starterFile, version } = context
  const madeAt = now().toISOString()
  const card = await readFile(path.join(path.dirname(starterFile), 'MODEL_CARD.md'), 'utf8')
  const data: DiscloseTask = {
    project: project.path,
    target,
    as,
    folder: `disclosure-${madeAt.slice(0, 10)}`,
    starter: { version: starter().version, card },
    appVersion: version,
    madeAt,
  }
  const { files, bytes, head } = await runTask<DiscloseMessage, DiscloseOutcome>('disclose', {
    data,
    signal,
    onMessage: ({ done, total }) => onProgress(done, total),
  })
  await project.pen?.back()
  const coder = whoDecides(context, project)
  explained(project.path, () =>
    project.db.transaction(() =>
      appendEvent(project.db, {
        kind: 'disclosure',
        coder,
        at: now().toISOString(),
        body: { as, files, head },
      }),
    ),
  )
  return { name, files, bytes }
}
