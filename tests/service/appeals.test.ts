/** Letters, appeals and labels that end, asked of a real service over a real project file. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { ReadableDB } from '../../electron/service/store/database.ts'
import { brokenLink } from '../../electron/service/store/record-check.ts'
import { wronglyStanding } from '../../electron/service/store/standing.ts'
import { type Invented, inventedProject } from '../support/invented.ts'
import { temporaryFolder } from '../support/temporary.ts'

const letters = {
  sender: 'Lowgate Hospital Trust',
  contact: '1 Harbour Street\nLowgate',
  appealDays: 28,
  further: '',
  names: ['Lowgate', 'LHT'],
}
const about = (commentId: number) => ({ about: { kind: 'decision', commentId }, withAuthor: false }) as const
const answered = (appealId: number) => ({ about: { kind: 'outcome', appealId }, withAuthor: false }) as const

type Call = Invented['service']['call']

async function as(call: Call, coder: string): Promise<void> {
  await call('settings.update', { coder })
}

/** Two people give it, each with grounds: comment 6 says "What a stupid cow you are". */
async function callTroll(
  call: Call,
  commentId: number,
  coders: readonly string[] = ['Ada', 'Ben'],
): Promise<void> {
  for (const coder of coders) {
    await as(call, coder)
    await call('decisions.record', {
      commentId,
      queueId: null,
      label: 'troll',
      suggestionShown: false,
      shownMs: 900,
      note: 'It goes for a person.',
      mode: 'code',
      passage: { start: 0, end: 7 },
      reason: 'abuse',
    })
  }
}

/** With a troll that stands, and who writes about it. */
async function accused() {
  const invented = await inventedProject(8)
  const { call } = invented.service
  await callTroll(call, 6)
  await call('letters.configure', letters)
  return { ...invented, call }
}

const sound = (db: ReadableDB) => [brokenLink(db), wronglyStanding(db)]
const kinds = (db: ReadableDB) =>
  db.all<{ kind: string }>('select kind from events order by id').map(({ kind }) => kind)

async function appealed() {
  const project = await accused()
  const entry = await project.call('appeals.record', {
    commentId: 6,
    text: 'I meant the report.',
    receivedAt: null,
  })
  return { ...project, entry }
}

describe('a letter', () => {
  test('is written about a troll that two people gave, and is in the record', async () => {
    const { call, ask, service } = await accused()
    const file = path.join(temporaryFolder(), 'letter.html')
    const target = service.running.files.registerTarget(file)
    const { reference } = await call('letters.save', { ...about(6), target })
    const html = readFileSync(file, 'utf8')
    expect(html).toContain(reference)
    expect(html).toContain('Abuse of a person')
    expect(html).toContain('It goes for a person.')
    expect(html).toContain('A second person, who was not told')
    expect(html).not.toMatch(/Plover|Ada|Ben/)
    expect(ask(kinds).at(-1)).toBe('letter')
    expect(ask(sound)).toEqual([null, []])
    const { rows } = await call('appeals.adverse', { offset: 0, limit: 10 })
    expect(rows).toMatchObject([
      { commentId: 6, reference, label: 'troll', letterAt: expect.any(String), onAppeal: null },
    ])
  })

  test('names the author where that was asked for, but never where names are invented', async () => {
    const { call } = await accused()
    const named = { ...about(6), withAuthor: true }
    expect((await call('letters.preview', named)).html).toContain('To <bdi>Plover 0</bdi>')
    await call('project.update', { pseudonyms: true })
    await expect(call('letters.preview', named)).rejects.toThrow('shows invented names')
    expect((await call('letters.preview', about(6))).html).not.toContain('Plover')
  })

  test('is refused about what is only proposed, about a critic, about nothing, and while nobody is the sender', async () => {
    const { call } = await inventedProject(8).then(({ service }) => service)
    const file = path.join(temporaryFolder(), 'letter.html')
    await callTroll(call, 6, ['Ada'])
    await expect(call('letters.preview', about(6))).rejects.toThrow('a second person has not agreed')
    await callTroll(call, 6, ['Ben'])
    await expect(call('letters.preview', about(6))).rejects.toThrow('A letter needs the name')
    await expect(call('letters.preview', about(5))).rejects.toThrow('No label that could be appealed against')
    expect(existsSync(file)).toBe(false)
  })

  test('keeps its reference for as long as the label stands', async () => {
    const { call } = await accused()
    const { reference } = await call('letters.save', { ...about(6), target: null })
    await callTroll(call, 6, ['Cleo'])
    await as(call, 'Ada')
    await call('decisions.undo', {})
    expect((await call('letters.preview', about(6))).reference).toBe(reference)
  })
})

describe('a reference that somebody types', () => {
  test('finds its comment however it is written, and says what is wrong with one that is not', async () => {
    const { call } = await accused()
    const { reference } = await call('letters.preview', about(6))
    const find = (typed: string) => call('appeals.find', { reference: typed })
    expect(await find(reference.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      commentId: 6,
      reference,
    })
    const wrong = reference.slice(0, -1) + (reference.endsWith('0') ? '1' : '0')
    await expect(find(wrong)).rejects.toThrow('One letter or digit of this reference is wrong')
    await expect(find('FH-123')).rejects.toThrow('this has 3')
    await expect(find('FH-UUUU-UUUU')).rejects.toThrow('“U” is in no reference')
    await expect(find('FH-0000-0000')).rejects.toThrow('not of this project')
  })
})

describe('an appeal', () => {
  test('is overturned by somebody who never judged the comment: the label changes, the model learns, all is in the record', async () => {
    const { call, ask, entry } = await appealed()
    await as(call, 'Cleo')
    const one = await call('appeals.get', { appealId: entry.appealId })
    expect(one).toMatchObject({
      isBarred: false,
      appeal: 'I meant the report.',
      standing: { label: 'troll', status: 'final' },
    })
    expect(one.reasonings.map(({ coder, rule, passage }) => [coder, rule, passage])).toEqual([
      ['Ada', 'Abuse of a person', one.comment.text.slice(0, 7)],
      ['Ben', 'Abuse of a person', one.comment.text.slice(0, 7)],
    ])
    const ended = await call('appeals.outcome', {
      appealId: entry.appealId,
      label: 'critic',
      answer: 'It is about the report.',
      shownMs: 1,
    })
    expect(ended).toMatchObject({ outcome: 'overturned', reference: entry.reference })
    const view = await call('comments.get', { commentId: 6, queueId: null })
    expect(view).toMatchObject({
      status: 'final',
      decision: { label: 'critic', role: 'appeal', coder: 'Cleo' },
    })
    const { html } = await call('letters.preview', answered(entry.appealId))
    expect(html).toContain('It now has the label “<bdi>Critic</bdi>”')
    expect(html).toContain('It is about the report.')
    await call('letters.save', { ...answered(entry.appealId), target: null })
    expect(await call('appeals.list', {})).toMatchObject([
      { outcome: 'overturned', letterAt: expect.any(String) },
    ])
    expect(ask(kinds)).toEqual(['setting', 'appeal', 'outcome', 'letter'])
    expect(ask(sound)).toEqual([null, []])
    await expect(call('letters.preview', about(6))).rejects.toThrow('No label that could be appealed against')
  })

  test('is upheld on the grounds that the label was given on', async () => {
    const { call, ask, entry } = await appealed()
    await as(call, 'Cleo')
    await call('appeals.outcome', {
      appealId: entry.appealId,
      label: 'troll',
      answer: 'It stays.',
      shownMs: 1,
    })
    const view = await call('comments.get', { commentId: 6, queueId: null })
    expect(view).toMatchObject({
      status: 'final',
      decision: { label: 'troll', role: 'appeal', reason: 'abuse', passage: { start: 0, end: 7 } },
    })
    expect((await call('letters.preview', answered(entry.appealId))).html).toContain('the decision stands')
    await expect(call('letters.preview', about(6))).rejects.toThrow('upheld on appeal')
    const { rows } = await call('appeals.adverse', { offset: 0, limit: 10 })
    expect(rows).toMatchObject([{ commentId: 6, onAppeal: entry.appealId }])
    expect(ask(sound)).toEqual([null, []])
  })

  test.each([
    ['gave the label', 'Ada', async () => undefined],
    ['gave the label and spells their name otherwise now', ' aDA', async () => undefined],
    [
      'gave another label and took it back',
      'Cleo',
      async (call: Call) => {
        await as(call, 'Cleo')
        await call('decisions.record', {
          commentId: 6,
          queueId: null,
          label: 'critic',
          suggestionShown: false,
          shownMs: 1,
          note: null,
          mode: 'code',
          passage: null,
          reason: null,
        })
        await call('decisions.undo', {})
      },
    ],
  ] as const)('is not decided by somebody who %s', async (_, coder, before) => {
    const { call, ask, entry } = await appealed()
    await before(call)
    await as(call, coder)
    expect(await call('appeals.list', {})).toMatchObject([{ isBarred: true }])
    const count = ask(kinds).length
    await expect(
      call('appeals.outcome', { appealId: entry.appealId, label: 'critic', answer: 'No.', shownMs: 1 }),
    ).rejects.toThrow('has judged this comment before')
    expect(ask(kinds)).toHaveLength(count)
  })

  test('is recorded once at a time, only against what stands, and answered once', async () => {
    const { call, entry } = await appealed()
    const again = { commentId: 6, text: 'Again.', receivedAt: null }
    await expect(call('appeals.record', again)).rejects.toThrow('that nobody has answered')
    await expect(call('appeals.record', { ...again, commentId: 5 })).rejects.toThrow('No label that could be')
    await expect(call('letters.preview', answered(entry.appealId))).rejects.toThrow('Nobody has answered')
    await as(call, 'Cleo')
    const outcome = { appealId: entry.appealId, label: 'troll', answer: 'It stays.', shownMs: 1 }
    await expect(call('appeals.outcome', { ...outcome, label: 'unsure' })).rejects.toThrow(
      'ends with an answer',
    )
    await expect(call('appeals.outcome', { ...outcome, answer: '  ' })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await call('appeals.outcome', outcome)
    await as(call, 'Dara')
    await expect(call('appeals.outcome', outcome)).rejects.toThrow('answered already')
    await expect(call('appeals.get', { appealId: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('against a label that was settled otherwise meanwhile has nothing left to decide', async () => {
    const { call, entry } = await appealed()
    await as(call, 'Ben')
    await call('decisions.undo', {})
    await as(call, 'Ada')
    await call('decisions.undo', {})
    await as(call, 'Cleo')
    await expect(
      call('appeals.outcome', { appealId: entry.appealId, label: 'critic', answer: 'No.', shownMs: 1 }),
    ).rejects.toThrow('does not stand any more')
  })

  test('is about a label that is gone once that was taken back, and is open again when the undo is undone', async () => {
    const { call, entry } = await appealed()
    const { appealId } = entry
    const outcome = async () => (await call('appeals.list', {}))[0]?.outcome
    const waiting = async () => {
      await as(call, 'Cleo')
      return (await call('deciding.counts', {})).appeals
    }
    expect([await outcome(), await waiting()]).toEqual(['open', 1])
    await as(call, 'Ben')
    await call('decisions.undo', {})
    expect(await outcome()).toBe('open')
    await as(call, 'Ada')
    await call('decisions.undo', {})
    expect([await outcome(), await waiting()]).toEqual(['gone', 0])
    await expect(call('letters.preview', answered(appealId))).rejects.toThrow('does not stand any more')
    await as(call, 'Ada')
    await call('decisions.redo', {})
    await as(call, 'Ben')
    await call('decisions.redo', {})
    expect([await outcome(), await waiting()]).toEqual(['open', 1])
  })

  test('against a label that is gone does not stand in the way of one against the label that came after', async () => {
    const { call } = await appealed()
    await call('rules.update', { twoPerson: ['troll', 'neither'] })
    for (const coder of ['Ada', 'Ben']) {
      await as(call, coder)
      await call('decisions.undo', {})
      await call('decisions.record', {
        commentId: 6,
        queueId: null,
        label: 'neither',
        suggestionShown: false,
        shownMs: 1,
        note: 'It goes for nobody.',
        mode: 'code',
        passage: null,
        reason: null,
      })
    }
    await call('appeals.record', { commentId: 6, text: 'It was not off the point.', receivedAt: null })
    const outcomes = (await call('appeals.list', {})).map(({ label, outcome: is }) => `${label} ${is}`)
    expect(outcomes).toEqual(['neither open', 'troll gone'])
  })
})

describe('labels that end', () => {
  test('end when the project is opened after their days, and stand again when they are decided anew', async () => {
    const { call, ask, service, path: file } = await accused()
    await call('rules.update', { expiresAfterDays: 30 })
    const open = async (days: number) => {
      vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ['Date'] })
      await call('projects.close', {})
      await call('projects.open', { file: service.running.files.register(file).ref })
      vi.useRealTimers()
      await service.quiet()
    }
    expect((await call('letters.preview', about(6))).text).toContain('It ends on')
    await open(29)
    expect((await call('appeals.adverse', { offset: 0, limit: 10 })).total).toBe(1)
    await open(31)
    expect((await call('appeals.adverse', { offset: 0, limit: 10 })).total).toBe(0)
    expect((await call('comments.get', { commentId: 6, queueId: null })).status).toBeNull()
    expect(ask(kinds).filter((kind) => kind === 'expiry')).toHaveLength(1)
    expect(ask(sound)).toEqual([null, []])
    await open(32)
    expect(ask(kinds).filter((kind) => kind === 'expiry')).toHaveLength(1)
    // What others decided is told in Check mode only.
    const status = async () => {
      await call('settings.update', { mode: 'check' })
      const { status } = await call('comments.get', { commentId: 6, queueId: null })
      await call('settings.update', { mode: 'code' })
      return status
    }
    await callTroll(call, 6, ['Cleo'])
    expect(await status()).toBe('proposed')
    await callTroll(call, 6, ['Dara'])
    expect(await status()).toBe('final')
    expect(ask(sound)).toEqual([null, []])
  })
})

test('the opposite test shows the comment about another body', async () => {
  const { call } = await accused()
  await call('letters.configure', { ...letters, names: ['stupid cow'] })
  const { text, count } = await call('opposite.text', { commentId: 6 })
  expect(text).toContain('northvale library service')
  expect(count).toBe(1)
})
