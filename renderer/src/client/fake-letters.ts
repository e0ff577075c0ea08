/** Letters, the opposite test and the disclosure of the invented project. */
import type { Service } from '../../../core/contract/contract.ts'
import { type FakeAppeals, references } from './fake-appeals.ts'
import type { FakeJobs } from './fake-jobs.ts'
import type { FakeWorld } from './fake-world.ts'

type Methods = Extract<keyof Service, `letters.${string}` | `disclosure.${string}`>

export function fakeLetters(
  world: FakeWorld,
  jobs: FakeJobs,
  stage: FakeAppeals = 'open',
): Pick<Service, Methods> {
  let settings = {
    sender: stage === 'none' ? '' : 'Lowgate Hospital Trust',
    contact:
      stage === 'none' ? '' : 'Comments team\n1 Harbour Street, Lowgate LG1 2AB\nappeals@lowgate.example',
    appealDays: 28,
    further: '',
    names: stage === 'none' ? [] : ['Lowgate', 'LHT'],
  }
  return {
    'letters.settings': () => settings,
    'letters.configure': (change) => {
      settings = { ...change }
      world.tell('appeals')
      return settings
    },
    'letters.preview': ({ about }) => ({
      html: '<!doctype html>',
      reference: references[0] ?? '',
      text: `${settings.sender}\n\nTo the author of the comment\n\n${about.kind === 'decision' ? 'What we decided about your comment' : 'Your appeal: we were wrong'}\n\nThis is about one comment, not about you.`,
    }),
    'letters.save': () => ({ reference: references[0] ?? '' }),
    'disclosure.start': () =>
      jobs.start('disclose', 16, () => ({ name: 'disclosure.zip', files: 16, bytes: 84_000 })),
  }
}
