/** Ways round the two people of somebody who makes a copy of the project, does as they like there, and brings it back. */
import { copyOf, merge } from '../../support/merging.ts'
import { type People, peopleOver } from '../../support/people.ts'
import { it, proposed, type Way } from './histories.ts'

/** Somebody works on a copy, as themselves or as others, and the copy is merged, twice: the second time brings nothing. */
async function broughtBack(all: People, inCopy: (copy: People) => Promise<unknown>): Promise<People> {
  let path = ''
  await all.restart(() => {
    path = copyOf(all.path, 'copy')
  })
  const copy = await peopleOver(path)
  await inCopy(copy)
  await copy.service().close()
  await all.restart(() => {
    merge(all.path, path, { sameCoders: true })
    merge(all.path, path, { sameCoders: true })
  })
  return all
}

export const byMerging: readonly Way[] = [
  {
    tried: 'the same person in a copy, which is merged',
    stands: 'troll proposed',
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Priya')
        await copy.decide(it, 'troll', { note: 'She is mocked again, and by name.' })
      }),
  },
  {
    tried: 'the rule switched off in a copy, which is merged',
    stands: 'troll proposed',
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Priya')
        await copy.service().call('rules.update', { twoPerson: [] })
      }),
  },
  {
    tried: 'a second person who saw the first in a copy, which is merged',
    stands: 'troll proposed',
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Sam', 'check')
        await copy.view(it)
        await copy.decide(it, 'troll', { suggestionShown: true })
      }),
  },
  {
    tried: 'a proposal taken back in a copy by who made it, which is merged',
    stands: null,
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Priya')
        await copy.service().call('decisions.undo', {})
      }),
  },
  {
    tried: 'one of the two settling their dispute in a copy where it is none, which is merged',
    stands: 'troll disputed',
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Sam')
        await copy.decide(it, 'critic')
        await copy.sit('Priya')
        await copy
          .decide(it, 'troll', { role: 'adjudication', note: 'I was right about it.' })
          .catch(() => null)
      }),
  },
  {
    tried: 'a second person who agrees unknowing in a copy: the way that is meant',
    stands: 'troll final',
    run: async () =>
      broughtBack(await proposed(), async (copy) => {
        await copy.sit('Sam')
        await copy.decide(it, 'troll')
      }),
  },
]
