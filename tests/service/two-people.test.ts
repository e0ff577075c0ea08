/** The harsh label needs two people, whatever one of them tries. Each row is a way that was tried. */
import { describe, expect, test } from 'vitest'
import { appendEvent } from '../../electron/service/store/events.ts'
import { type People, people } from '../support/people.ts'
import { importAs, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const it = 2

/** Somebody proposes; then somebody else sits down at another time. */
async function proposed(by = 'Priya'): Promise<People> {
  const all = await people()
  await all.sit(by)
  await all.decide(it, 'troll')
  await all.restart()
  return all
}

interface Way {
  readonly tried: string
  readonly stands: string | null
  readonly run: () => Promise<People>
}

const ways: readonly Way[] = [
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

async function disputed(): Promise<People> {
  const all = await proposed()
  await all.sit('Sam')
  await all.decide(it, 'critic')
  await all.restart()
  expect(all.stands(it)).toBe('troll disputed')
  return all
}

async function agreed(): Promise<People> {
  const all = await proposed()
  await all.sit('Sam')
  await all.decide(it, 'troll')
  await all.restart()
  return all
}

async function appealed(): Promise<People> {
  const all = await agreed()
  const body = { text: 'I asked who signed it off.' }
  await all.restart((db) =>
    db.transaction(() =>
      appendEvent(db, { kind: 'appeal', coder: 'Jo', at: '2026-09-20T10:00:00.000Z', commentId: it, body }),
    ),
  )
  return all
}

async function labelled(one: string, other: string): Promise<People> {
  const all = await people(1)
  const line = (coder: string) =>
    JSON.stringify({
      text: 'Shut up, you liar.',
      _input_hash: 1,
      _task_hash: 2,
      label: 'troll',
      answer: 'accept',
      _timestamp: 1789290000,
      _annotator_id: coder,
      _session_id: coder,
    })
  const file = writeFile(temporaryFolder(), 'labelled.jsonl', `${line(one)}\n${line(other)}\n`)
  const { report } = await importAs(all.service(), file, { into: 'current' })
  await report()
  return all
}

describe('the label that accuses stands only by two people', () => {
  test.each(ways)('tried: $tried', async ({ run, stands }) => {
    const all = await run()
    expect(all.stands(it)).toBe(stands)
    await all.restart()
    expect(all.stands(it)).toBe(stands)
  })
})
