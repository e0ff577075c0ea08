/** Work packages go out, and come back by merging. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Context } from '../context.ts'
import { mergeCopy } from '../merging.ts'
import { countPart, makePackage } from '../packaging.ts'
import { decidedInPackage, madePackages } from '../store/packages.ts'

type PackageMethods = Extract<keyof Service, `packages.${string}` | `merge.${string}`>

export function packageHandlers(context: Context): Pick<Service, PackageMethods> {
  const { current, files, jobs } = context
  return {
    'packages.count': (part) => countPart(context, current.require(), part),
    'packages.list': () => madePackages(current.require().db),
    'packages.progress': () => ({ decided: decidedInPackage(current.require().db) }),
    'packages.make': ({ target, ...order }) => {
      const project = current.require()
      const place = files.pathOf(target)
      const job = jobs.start('package', 'comments', (run) =>
        makePackage(context, project, { ...order, target: place }, run),
      )
      return { jobId: job.id }
    },
    'merge.inspect': ({ file }) => {
      const project = current.require()
      const order = { file: files.pathOf(file), sameCoders: false, isLook: true }
      const job = jobs.start('merge-look', 'steps', (run) => mergeCopy(context, project, order, run))
      return { jobId: job.id }
    },
    'merge.start': ({ file, sameCoders }) => {
      const project = current.require()
      const order = { file: files.pathOf(file), sameCoders, isLook: false }
      const job = jobs.start('merge', 'steps', (run) => mergeCopy(context, project, order, run))
      return { jobId: job.id }
    },
  }
}
