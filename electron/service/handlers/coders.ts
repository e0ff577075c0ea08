/** Who decides, and by which rules. */
import type { CoderEntry } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { type Context, changed } from '../context.ts'
import { changeRules } from '../store/change-rules.ts'
import { codersOf, knownSpelling, meetCoder } from '../store/coders.ts'
import { explained } from '../store/project-file.ts'
import { readRules } from '../store/rules.ts'
import { labelIn } from '../undecided.ts'
import { byNow, whoDecides } from '../who-decides.ts'

export function coderHandlers(
  context: Context,
): Pick<Service, 'coders.list' | 'coders.choose' | 'rules.update'> {
  const { current, settings, now } = context
  return {
    'coders.list': () => entries(context),
    'coders.choose': async ({ name }) => {
      const project = current.require()
      const coder = knownSpelling(project.db, name)
      project.requireCoder(coder)
      if (!project.isReadOnly) {
        project.requireInPlace()
        const met = { name: coder, at: now().toISOString() }
        explained(project.path, () => project.db.transaction(() => meetCoder(project.db, met)))
      }
      await settings.settings.update((before) => ({ ...before, coder }))
      changed(context, 'settings', 'coders', 'decisions')
      return entries(context)
    },
    'rules.update': (change) => {
      const project = current.require()
      for (const id of change.twoPerson ?? []) labelIn(project.codebook, id)
      project.requireInPlace()
      const before = readRules(project.db)
      const rules = {
        twoPerson: change.twoPerson ?? before.twoPerson,
        oppositeTest: change.oppositeTest ?? before.oppositeTest,
        expiresAfterDays:
          change.expiresAfterDays === undefined ? before.expiresAfterDays : change.expiresAfterDays,
      }
      explained(project.path, () => changeRules(project.db, rules, byNow(context, project)))
      project.othersWrote()
      changed(context, 'project', 'decisions')
      return project.summary()
    },
  }
}

function entries(context: Context): readonly CoderEntry[] {
  const project = context.current.require()
  const me = whoDecides(context, project)
  return codersOf(project.db).map((one) => ({ ...one, isMe: one.name === me }))
}
