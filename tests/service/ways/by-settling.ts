/** Ways round the two people of somebody who would settle what they had a part in. */
import { expect } from 'vitest'
import { agreed, appealed, disputed, it, proposed, type Way } from './histories.ts'

export const bySettling: readonly Way[] = [
  {
    tried: 'one of the two adjudicating their own dispute',
    stands: 'troll disputed',
    async run() {
      const all = await disputed()
      await all.sit('Priya')
      const asked = all.decide(it, 'troll', { role: 'adjudication', note: 'I was right about it.' })
      await expect(asked).rejects.toMatchObject({
        message: expect.stringContaining('judged this comment before'),
      })
      return all
    },
  },
  {
    tried: 'one of the two adjudicating after taking their own back',
    stands: 'critic final',
    async run() {
      const all = await disputed()
      await all.sit('Priya')
      await all.service().call('decisions.undo', {})
      const asked = all.decide(it, 'troll', { role: 'adjudication', note: 'I was right about it.' })
      await expect(asked).rejects.toMatchObject({ code: 'bad-request' })
      return all
    },
  },
  {
    tried: 'adjudicating where nobody disagrees',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Ellis')
      const asked = all.decide(it, 'troll', { role: 'adjudication', note: 'It is plain to see.' })
      await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('nothing to settle') })
      return all
    },
  },
  {
    tried: 'adjudicating without a word',
    stands: 'troll disputed',
    async run() {
      const all = await disputed()
      await all.sit('Ellis')
      for (const note of [null, 'rude', 'his tone']) {
        const asked = all.decide(it, 'troll', { role: 'adjudication', note })
        await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('in a sentence') })
      }
      return all
    },
  },
  {
    tried: 'a third person who settles it with a sentence: the way that is meant',
    stands: 'critic final',
    async run() {
      const all = await disputed()
      await all.sit('Ellis')
      await all.decide(it, 'critic', { role: 'adjudication', note: 'It is about the report, not a person.' })
      return all
    },
  },
  {
    tried: 'answering an appeal that nobody brought',
    stands: 'troll final',
    async run() {
      const all = await agreed()
      await all.sit('Ellis')
      const asked = all.decide(it, 'critic', { role: 'appeal', note: 'It should be overturned, I think.' })
      await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('No appeal is open') })
      return all
    },
  },
  {
    tried: 'answering an appeal against their own decision',
    stands: 'troll final',
    async run() {
      const all = await appealed()
      await all.sit('Sam')
      const asked = all.decide(it, 'troll', { role: 'appeal', note: 'We were right about it.' })
      await expect(asked).rejects.toMatchObject({
        message: expect.stringContaining('somebody else settles it'),
      })
      return all
    },
  },
  {
    tried: 'answering an appeal after taking their own back',
    stands: 'troll proposed',
    async run() {
      const all = await appealed()
      await all.sit('Sam')
      await all.service().call('decisions.undo', {})
      const asked = all.decide(it, 'troll', { role: 'appeal', note: 'We were right about it.' })
      await expect(asked).rejects.toMatchObject({ code: 'bad-request' })
      return all
    },
  },
  {
    tried: 'somebody who had no part in it answers the appeal: the way that is meant',
    stands: 'critic final',
    async run() {
      const all = await appealed()
      await all.sit('Ellis')
      await all.decide(it, 'critic', { role: 'appeal', note: 'It is about the report, not a person.' })
      return all
    },
  },
]
