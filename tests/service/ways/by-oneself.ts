/** Ways round the two people that one person tries alone, or with a file. */
import { expect } from 'vitest'
import { people } from '../../support/people.ts'
import { it, labelled, proposed, type Way } from './histories.ts'

export const byOneself: readonly Way[] = [
  {
    tried: 'one person alone',
    stands: 'troll proposed',
    run: () => proposed(),
  },
  {
    tried: 'an independent, blind second person: the way that is meant',
    stands: 'troll final',
    async run() {
      const all = await proposed()
      await all.sit('Sam')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'the same person once more, after a restart',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Priya')
      await all.decide(it, 'troll', { note: 'I am still of that mind.' })
      return all
    },
  },
  {
    tried: 'the same person in other letters and with other blanks',
    stands: 'troll proposed',
    async run() {
      const all = await proposed('Sam')
      for (const name of ['sam ', 'SAM', ' Sam', 'Ｓam']) {
        await all.sit(name)
        await all.decide(it, 'troll', { note: `As ${name} I say so as well.` })
      }
      return all
    },
  },
  {
    tried: 'the same person in other letters, through the settings',
    stands: 'troll proposed',
    async run() {
      const all = await proposed('Sam')
      await all.service().call('settings.update', { coder: 'sAM' })
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'undo, and the same again',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Priya')
      await all.service().call('decisions.undo', {})
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'a labelled file with two coders who agree',
    stands: 'troll proposed',
    run: () => labelled('Priya', 'Sam'),
  },
  {
    tried: 'a labelled file with two coders, and then one of them here',
    stands: 'troll proposed',
    async run() {
      const all = await labelled('Priya', 'Ellis')
      await all.sit('Priya')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'many at once',
    stands: null,
    async run() {
      const all = await people()
      await all.sit('Priya')
      const asked = all.service().call('decisions.recordMany', {
        queueId: null,
        commentIds: [it],
        label: 'troll',
        note: null,
        mode: 'code',
      })
      await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('never given to many') })
      return all
    },
  },
  {
    tried: 'two windows of one person at the same time',
    stands: 'troll proposed',
    async run() {
      const all = await people()
      await all.sit('Priya')
      await Promise.all([
        all.decide(it, 'troll'),
        all.decide(it, 'troll', { note: 'From the other window.' }),
      ])
      return all
    },
  },
  {
    tried: 'the rule switched off and on again',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Priya')
      await all.service().call('rules.update', { twoPerson: [] })
      expect(all.stands(it)).toBe('troll final')
      await all.service().call('rules.update', { twoPerson: ['troll'] })
      return all
    },
  },
  {
    tried: 'deciding about what they belong to, in any mode and spelling',
    stands: null,
    async run() {
      const all = await people()
      await all.sit('Priya')
      await all.service().call('interests.set', { phrases: ['number 2 of'] })
      for (const mode of ['code', 'check', 'teach'] as const) {
        await all.sit('priya', mode)
        await expect(all.decide(it, 'troll')).rejects.toMatchObject({ code: 'bad-request' })
      }
      return all
    },
  },
  {
    tried: 'one person under two names in one sitting: it stands, and is flagged',
    stands: 'troll final flagged',
    async run() {
      const all = await people()
      await all.sit('Priya')
      await all.decide(it, 'troll')
      await all.sit('Sam')
      await all.decide(it, 'troll')
      return all
    },
  },
]
