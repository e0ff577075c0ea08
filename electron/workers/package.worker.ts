/** Writes a work package: in a folder of its own first, put in place when it is whole. Reads the project only. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeAtomically } from '../files/atomic-write.ts'
import { type PackageWish, type Step, writePackage } from '../service/store/make-package.ts'
import { explain } from '../service/store/project-file.ts'
import { breathe, runAsTask, type TaskPort } from './task.ts'

export interface PackageTask extends PackageWish {
  readonly target: string
}
export interface PackageOutcome {
  readonly bytes: number
  /** Comments in it, chosen or not. */
  readonly held: number
}

runAsTask(async ({ target, ...wish }: PackageTask, port: TaskPort): Promise<PackageOutcome> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-package-'))
  try {
    const made = path.join(folder, 'package')
    let last: Step = { done: 0, total: 0 }
    for (const step of writePackage(made, wish)) {
      last = step
      port.post({ type: 'progress', ...step })
      await breathe(port)
    }
    const bytes = await writeAtomically(target, createReadStream(made), { isCancelled: port.isCancelled })
    return { bytes, held: last.total }
  } catch (error) {
    throw explain(target, error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
