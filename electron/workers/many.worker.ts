/**
 * Gives many comments one label, or takes such a step back or forth, over a connection of its own: what the service does
 * itself where there are few. See docs/decisions/0020-deciding.md.
 */
import type { Step } from '../../core/contract/answers.ts'
import type { Piecewise } from '../../core/piecewise.ts'
import type { WritableDB } from '../service/store/database.ts'
import { type LeftOpen, leftOpen } from '../service/store/decisions.ts'
import { type ManyDecisions, recordMany } from '../service/store/many.ts'
import { explain, writeBesideOwner } from '../service/store/project-file.ts'
import { type By, type StepKind, takeStep } from '../service/store/steps.ts'
import { runAsTask } from './task.ts'
import { follow, keepAll } from './writing.ts'

export type ManyWish =
  | { readonly kind: 'label'; readonly commentIds: Int32Array; readonly common: ManyDecisions }
  | { readonly kind: StepKind; readonly by: By; readonly size: number }

export type ManyTask = ManyWish & { readonly project: string }

export interface ManyOutcome {
  readonly commentIds: Int32Array
  /** Those of them that are open now. */
  readonly left: LeftOpen
  /** Null for a label. */
  readonly step: Step | null
}

const noneLeft: LeftOpen = { undecided: new Int32Array(), unjudged: new Int32Array() }

runAsTask(async (task: ManyTask, port): Promise<ManyOutcome> => {
  const total = task.kind === 'label' ? task.commentIds.length : task.size
  try {
    const db = writeBesideOwner(task.project)
    try {
      return await keepAll(db, port, async () => {
        const { value } = await follow(written(db, task), { before: 0, total }, port)
        // After a label there is one on each, which need not be asked.
        const left = task.kind === 'label' ? noneLeft : leftOpen(db, value.commentIds, task.by.coder)
        return { ...value, left }
      })
    } finally {
      db.close()
    }
  } catch (error) {
    throw explain(task.project, error)
  }
})

function* written(db: WritableDB, task: ManyTask): Piecewise<Pick<ManyOutcome, 'commentIds' | 'step'>> {
  if (task.kind === 'label') {
    yield* recordMany(db, task.commentIds, task.common)
    return { commentIds: task.commentIds, step: null }
  }
  const taken = yield* takeStep(db, task.kind, task.by)
  return taken ?? { commentIds: new Int32Array(), step: null }
}
