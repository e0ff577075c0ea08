/** Who decides in the invented project, and by which rules. */
import type { CoderEntry, ProjectSummary } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { FakeWorld } from './fake-world.ts'

export function fakeCoders(
  world: FakeWorld,
  summary: () => ProjectSummary,
): Pick<Service, 'coders.list' | 'coders.choose' | 'rules.update'> {
  const names = new Set(['Priya', 'Sam'])
  const entries = (): readonly CoderEntry[] =>
    [...names].toSorted().map((name) => ({
      name,
      decisions: world.decisions.filter(({ coder }) => coder === name).length,
      isMe: name === world.settings.coder,
    }))
  return {
    'coders.list': entries,
    'coders.choose': ({ name }) => {
      names.add(name)
      world.settings = { ...world.settings, coder: name }
      world.tell('settings')
      world.tell('coders')
      return entries()
    },
    'rules.update': (change) => {
      world.rules = {
        twoPerson: change.twoPerson ?? world.rules.twoPerson,
        oppositeTest: change.oppositeTest ?? world.rules.oppositeTest,
        expiresAfterDays:
          change.expiresAfterDays === undefined ? world.rules.expiresAfterDays : change.expiresAfterDays,
      }
      world.tell('project')
      return summary()
    },
  }
}
