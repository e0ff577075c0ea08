/** Measures the model on the decisions that may measure it, and looks for mistakes. Reads the project only. */
import { measureModel } from '../../core/evaluation/measure-model.ts'
import { limitThatCounts, readBase } from '../service/store/classifier.ts'
import { type Measured, measuredOn } from '../service/store/measurements.ts'
import { readUse } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { isEnough, readTaught } from '../service/store/taught.ts'
import { stepBack } from './step-back.ts'
import { runAsTask } from './task.ts'

export interface MeasureTask {
  readonly project: string
  readonly starterFile: string
  /** Shared with the service, which puts 1 into it to stop: the thread is too busy to hear messages. */
  readonly stop: Int32Array
}
export interface MeasureOutcome {
  readonly measured: Measured
  readonly basis: string
}

const nothing = { measurement: null, suspects: [], counted: [] } as const

stepBack()

runAsTask(async ({ project, starterFile, stop }: MeasureTask): Promise<MeasureOutcome> => {
  const db = readProjectFile(project)
  try {
    const { accusationLimit } = readUse(db)
    const { decisions, decisionOf, facts } = readTaught(db)
    const starter = readBase(db, starterFile, { accusationLimit })
    // With too few decisions for a model of its own there is nothing of this project's to be measured.
    const { measurement, suspects, counted } = isEnough(facts)
      ? measureModel(starter, decisions, { accusationLimit, isCancelled: () => Atomics.load(stop, 0) === 1 })
      : nothing
    const named = <One extends { readonly commentId: number }>(all: readonly One[]) =>
      all.flatMap((one) => {
        const decisionId = decisionOf.get(one.commentId)
        return decisionId === undefined ? [] : [{ ...one, decisionId }]
      })
    return {
      measured: { measurement, suspects: named(suspects), counted: named(counted) },
      basis: measuredOn({
        taught: facts.basis,
        starter: starter.version,
        accusationLimit: limitThatCounts(starter, { accusationLimit }),
      }),
    }
  } finally {
    db.close()
  }
})
