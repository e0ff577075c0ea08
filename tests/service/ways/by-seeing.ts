/** Ways round the two people of a second person who knows what the first decided. */
import { expect } from 'vitest'
import { people } from '../../support/people.ts'
import { it, proposed, type Way } from './histories.ts'

export const bySeeing: readonly Way[] = [
  {
    tried: 'a second person who redoes, after another has decided, what they had taken back',
    stands: 'troll proposed',
    async run() {
      const all = await people()
      await all.sit('Sam')
      await all.decide(it, 'troll')
      await all.service().call('decisions.undo', {})
      await all.sit('Priya')
      await all.decide(it, 'troll')
      await all.restart()
      await all.sit('Sam', 'check')
      await all.view(it)
      await all.service().call('decisions.redo', {})
      return all
    },
  },
  {
    tried: 'a second person in Check mode, who sees what the first decided',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      await all.view(it)
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'a second person who looked in Check mode, and went back to Code mode',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      await all.view(it)
      await all.sit('Sam', 'code')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'a second person who looked at the list in Check mode, and started the app again',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      await all.open('all')
      await all.restart()
      await all.sit('Sam', 'code')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'a second person who saw it in the thread of another comment',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      const { thread } = await all.view(5)
      await all.service().call('thread.rows', { threadId: thread.id, offset: 0, limit: 50, queueId: null })
      await all.sit('Sam', 'code')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'a second person who found it in Code mode by what others decided',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam')
      const { queueId, rows } = await all.open('all', 'label:troll')
      expect(rows.map(({ commentId }) => commentId)).toEqual([it])
      await all.decide(it, 'troll', { queueId })
      return all
    },
  },
  {
    tried: 'a second person who changes their mind after seeing, and back',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      await all.view(it)
      await all.decide(it, 'critic')
      await all.sit('Sam', 'code')
      await all.decide(it, 'troll')
      return all
    },
  },
  {
    tried: 'two people who both saw the suggestion',
    stands: 'troll proposed',
    async run() {
      const all = await people()
      await all.sit('Priya')
      await all.decide(it, 'troll', { suggestionShown: true })
      await all.restart()
      await all.sit('Sam')
      await all.decide(it, 'troll', { suggestionShown: true })
      return all
    },
  },
  {
    tried: 'a window that says Code while another one has Check mode on',
    stands: 'troll proposed',
    async run() {
      const all = await proposed()
      await all.sit('Sam', 'check')
      await all.decide(it, 'troll', { mode: 'code' })
      return all
    },
  },
]
