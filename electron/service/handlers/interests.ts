/** What whoever works here belongs to, so that they do not decide about it. */
import type { Service } from '../../../core/contract/contract.ts'
import { type Context, changed } from '../context.ts'
import { changeInterests, readInterests } from '../store/interests.ts'
import { explained } from '../store/project-file.ts'
import { whoDecides } from '../who-decides.ts'

export function interestHandlers(context: Context): Pick<Service, 'interests.list' | 'interests.set'> {
  const { current, now } = context
  return {
    'interests.list': () => {
      const project = current.require()
      return readInterests(project.db, whoDecides(context, project))
    },
    'interests.set': ({ phrases }) => {
      const project = current.require()
      const coder = whoDecides(context, project)
      project.requireInPlace()
      const different = [...new Set(phrases)]
      explained(project.path, () =>
        changeInterests(project.db, { coder, phrases: different, at: now().toISOString() }),
      )
      changed(context, 'coders', 'decisions')
      return readInterests(project.db, coder)
    },
  }
}
