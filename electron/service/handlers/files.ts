/** What the window itself has drawn, written where the person said. */
import type { Service } from '../../../core/contract/contract.ts'
import { writeAtomically } from '../../files/atomic-write.ts'
import type { Context } from '../context.ts'

export function fileHandlers({ files }: Pick<Context, 'files'>): Pick<Service, 'files.save'> {
  return {
    'files.save': async ({ target, content, encoding }) => ({
      bytes: await writeAtomically(files.pathOf(target), [Buffer.from(content, encoding)]),
    }),
  }
}
