import { describe, expect, test } from 'vitest'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { brokenLink } from '../../electron/service/store/record-check.ts'
import { type People, people } from '../support/people.ts'

/** Priya proposes these; then Sam sits down. */
async function proposed(commentIds: readonly number[], comments = 40): Promise<People> {
  const all = await people(comments)
  await all.sit('Priya')
  for (const id of commentIds) await all.decide(id, 'troll')
  await all.restart()
  return all
}

const idsOf = (rows: readonly { readonly commentId: number }[]) => rows.map(({ commentId }) => commentId)

describe('grounds', () => {
  test.each([
    ['a rule', { reason: null }, 'Choose the rule'],
    ['a passage', { passage: null }, 'Mark the words'],
    ['a sentence where the rule wants one', { reason: 'abuse', note: 'rude' }, 'in a sentence of your own'],
  ])('are missing without %s, and nothing is saved', async (_what, said, words) => {
    const all = await people()
    await all.sit('Priya')
    await expect(all.decide(2, 'troll', said)).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(words),
    })
    expect(all.stands(2)).toBeNull()
    await all.decide(2, 'critic')
    expect(all.stands(2)).toBe('critic final')
  })
})

describe('while somebody codes blind', () => {
  test.each([
    ['another mode', { mode: 'check' }, true],
    ['another person', { coder: 'Lee' }, true],
    ['the order that teaches left, and its mode with it', { order: 'random' }, true],
    ['another size of the letters', { textSize: 125 }, false],
  ] as const)('what was told of decisions is asked for again after %s', async (_what, change, isTold) => {
    const all = await people()
    await all.sit('Sam')
    await all.service().call('settings.update', { mode: 'teach' })
    const { events, call } = all.service()
    const before = events.length
    await call('settings.update', change)
    const topics = events.slice(before).flatMap((one) => (one.type === 'changed' ? [one.topic] : []))
    expect(topics.includes('decisions')).toBe(isTold)
  })

  test('no answer tells what another decided, and their own is all that they see', async () => {
    const all = await people()
    await all.sit('Priya')
    await all.decide(2, 'troll')
    await all.decide(3, 'critic')
    await all.decide(4, 'neither')
    await all.sit('Sam')
    await all.decide(4, 'critic')
    const { rows, queueId, undecided, hidesOthers, next } = await all.open('all')
    const given = (list: readonly { commentId: number; label: string | null; status: string | null }[]) =>
      list.flatMap(({ commentId, label, status }) =>
        label === null ? [] : [`${commentId} ${label} ${status}`],
      )
    expect(hidesOthers).toBe(true)
    expect(given(rows)).toEqual(['4 critic final'])
    expect([undecided, next]).toEqual([11, 0])
    expect(await all.service().call('queue.next', { queueId, from: 1 })).toMatchObject({ commentId: 2 })

    const view = await all.view(2, queueId)
    expect([view.decision, view.status, view.canSettle]).toEqual([null, null, null])
    const paged = { offset: 0, limit: 50, queueId }
    const thread = await all.service().call('thread.rows', { threadId: view.thread.id, ...paged })
    const author = await all.service().call('authors.comments', { commentId: 4, ...paged })
    for (const list of [thread.rows, author.rows, view.replies, view.ancestors]) {
      for (const one of given(list)) expect(one).toBe('4 critic final')
    }
    expect(given(thread.rows)).toEqual(['4 critic final'])
    expect(await all.service().call('thread.counts', { threadId: view.thread.id })).toMatchObject({
      decided: 1,
    })
    const recent = await all.service().call('decisions.recent', { limit: 10 })
    expect(recent.map(({ decision, status }) => [decision.commentId, decision.coder, status])).toEqual([
      [4, 'Sam', 'final'],
    ])
    expect(await all.service().call('decisions.undo', {})).toMatchObject({ given: 'critic', label: null })
    expect(all.stands(4)).toBe('neither final')
    expect(await all.service().call('decisions.redo', {})).toMatchObject({ before: null, label: 'critic' })
    await expect(all.service().call('comments.judgements', { commentId: 2 })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await all.decide(2, 'critic')
    expect(all.isIndependent(2)).toBe(true)
  })

  test('the queue of what nobody has decided leaves out what anybody has', async () => {
    const all = await proposed([2, 3], 6)
    await all.sit('Sam')
    const { rows, undecided } = await all.open('undecided')
    expect(idsOf(rows)).toEqual([1, 4, 5, 6])
    expect(undecided).toBe(4)
  })

  test('Check mode shows it all, and what was shown is remembered', async () => {
    const all = await proposed([2], 6)
    await all.sit('Sam', 'check')
    const { rows, hidesOthers } = await all.open('all')
    expect(hidesOthers).toBe(false)
    expect(rows.find(({ commentId }) => commentId === 2)).toMatchObject({
      label: 'troll',
      status: 'proposed',
    })
    await all.sit('Sam', 'code')
    await all.decide(2, 'critic')
    await all.decide(3, 'critic')
    expect([all.isIndependent(2), all.isIndependent(3)]).toEqual([false, true])
  })

  test('one person alone has nothing hidden, and every decision is independent', async () => {
    const all = await people(6)
    await all.sit('Priya')
    await all.decide(2, 'troll')
    const { rows, hidesOthers, undecided } = await all.open('all')
    expect([hidesOthers, undecided]).toEqual([false, 5])
    expect(rows[1]).toMatchObject({ label: 'troll', status: 'proposed' })
    expect(all.isIndependent(2)).toBe(true)
  })
})

describe('second opinions', () => {
  test('are mixed with at least as many that nobody proposed, and nothing tells which is which', async () => {
    const all = await people(60)
    await all.sit('Priya')
    for (const id of [2, 6, 10]) await all.decide(id, 'troll')
    for (const id of [3, 4, 5]) await all.decide(id, 'critic')
    await all.restart()
    await all.sit('Sam', 'check')
    await all.decide(1, 'critic')
    const { rows, queueId, total, undecided, hidesOthers, revealsOthers, kept } = await all.open('second')
    const ids = idsOf(rows)
    expect(ids).toEqual(expect.arrayContaining([2, 6, 10]))
    expect(total).toBeGreaterThanOrEqual(6)
    expect(ids).not.toContain(1)
    expect([undecided, hidesOthers, revealsOthers, kept]).toEqual([total, true, false, 0])
    for (const row of rows) expect(row).toMatchObject({ label: null, status: null, isMeasuring: false })
    expect((await all.service().call('deciding.counts', {})).second).toBe(total)
    // The same mix all day.
    expect(idsOf((await all.open('second')).rows)).toEqual(ids)
    expect((await all.view(2, queueId)).decision).toBeNull()
    await all.decide(2, 'troll', { queueId })
    expect(all.stands(2)).toBe('troll final')
  })

  test('are not asked of whoever proposed, nor where nothing is proposed', async () => {
    const all = await proposed([2])
    await all.sit('Priya')
    expect((await all.open('second')).total).toBe(0)
    expect(await all.service().call('deciding.counts', {})).toMatchObject({ second: 0, adjudicate: 0 })
  })
})

describe('a dispute', () => {
  async function disputed(): Promise<People> {
    const all = await proposed([2, 6])
    await all.sit('Sam')
    await all.decide(2, 'critic')
    return all
  }

  test('waits for somebody who has not judged it, who reads both sides', async () => {
    const all = await disputed()
    expect((await all.open('adjudicate')).total).toBe(0)
    // Of whoever is a part of it nothing of the other side is told.
    const { rows: own } = await all.open('all')
    expect(own.find(({ commentId }) => commentId === 2)).toMatchObject({ label: 'critic', sides: [] })
    expect((await all.view(2)).sides).toEqual([])
    await all.sit('Ellis')
    expect(await all.service().call('deciding.counts', {})).toMatchObject({ adjudicate: 1 })
    const { rows, queueId, undecided } = await all.open('adjudicate')
    const sides = ['troll', 'critic']
    expect(rows).toMatchObject([{ commentId: 2, label: 'troll', status: 'disputed', sides }])
    expect(undecided).toBe(1)
    expect(await all.view(2, queueId)).toMatchObject({ status: 'disputed', sides, canSettle: 'adjudication' })
    const judged = await all.service().call('comments.judgements', { commentId: 2 })
    expect(judged).toMatchObject([
      { coder: 'Priya', label: 'troll', reason: 'threat', passage: { start: 0, end: 7 }, isTakenBack: false },
      { coder: 'Sam', label: 'critic', isIndependent: true, suggestionShown: false, shownMs: 900 },
    ])
    const why = { role: 'adjudication', note: 'It is about the report.', queueId } as const
    expect(await all.decide(2, 'critic', why)).toMatchObject({ status: 'final' })
    expect((await all.open('adjudicate')).total).toBe(0)
    const { byStatus } = await all.service().call('project.stats', {})
    expect(byStatus.troll).toEqual({ final: 0, proposed: 1, disputed: 0 })
    expect(byStatus.critic).toEqual({ final: 1, proposed: 0, disputed: 0 })
  })

  test('is settled as troll only with grounds', async () => {
    const all = await disputed()
    await all.sit('Ellis')
    const why = { role: 'adjudication', note: 'It threatens a nurse.' } as const
    await expect(all.decide(2, 'troll', { ...why, reason: null })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await all.decide(2, 'troll', why)
    expect(all.stands(2)).toMatch(/^troll final/)
  })

  test('is found by how far it stands, by its rule and by who judged it', async () => {
    const all = await disputed()
    await all.sit('Ellis')
    const found = async (text: string) => {
      const { rows, revealsOthers } = await all.open('all', text)
      expect(revealsOthers).toBe(true)
      return idsOf(rows)
    }
    expect(await found('status:disputed')).toEqual([2])
    expect(await found('status:proposed')).toEqual([6])
    expect(await found('rule:threat')).toEqual([2, 6])
    expect(await found('coder:sam')).toEqual([2])
    expect(await found('coder:me')).toEqual([])
  })
})

describe('a declared interest', () => {
  test('keeps comments that name it from that coder, and the queue says how many', async () => {
    const all = await people(12)
    await all.sit('Priya')
    const { service } = all
    await service().call('interests.set', { phrases: ['number 2 of', 'nobody by that name'] })
    expect(await service().call('interests.list', {})).toEqual(['nobody by that name', 'number 2 of'])
    const { rows, kept, keptFor } = await all.open('undecided')
    expect(idsOf(rows)).not.toContain(2)
    expect([kept, keptFor]).toEqual([1, ['number 2 of']])
    expect((await all.view(2)).keptFor).toBe('number 2 of')
    await expect(all.decide(2, 'critic')).rejects.toMatchObject({
      message: expect.stringContaining('you said you belong to'),
    })
    const many = { queueId: null, label: 'critic', note: null, mode: 'code' } as const
    expect(await service().call('decisions.recordMany', { ...many, commentIds: [1, 2, 3] })).toMatchObject({
      count: 2,
    })
    await all.sit('Sam')
    await all.decide(2, 'critic')
    expect((await all.open('all')).kept).toBe(0)
  })

  test('is in the record, and taken back by an empty list', async () => {
    const all = await people(4)
    await all.sit('Priya')
    await all.service().call('interests.set', { phrases: ['Fern ward team'] })
    await all.service().call('interests.set', { phrases: [] })
    const db = readProjectFile(all.path)
    const bodies = db
      .all<{ body: string }>(`select body from events where kind = 'interest' order by id`)
      .map(({ body }) => JSON.parse(body))
    expect(bodies).toMatchObject([
      { phrases: ['Fern ward team'] },
      { phrases: [], before: ['Fern ward team'] },
    ])
    expect(brokenLink(db)).toBeNull()
    db.close()
  })
})

describe('the opposite test', () => {
  test('is asked for before the label that accuses where the project wants it, and counted', async () => {
    const all = await people(6)
    await all.sit('Priya')
    const { service } = all
    await service().call('rules.update', { oppositeTest: true })
    for (const opposite of [null, 'changed'] as const) {
      await expect(all.decide(2, 'troll', { opposite })).rejects.toMatchObject({
        message: expect.stringContaining('opposite test'),
      })
    }
    await all.decide(2, 'troll', { opposite: 'same' })
    await all.decide(3, 'critic')
    await all.decide(4, 'critic', { opposite: 'changed' })
    await service().call('opposite.changed', { commentId: 5 })
    expect(await service().call('deciding.counts', {})).toMatchObject({ tests: 3, changedMinds: 2 })
    expect([all.stands(2), all.stands(5)]).toEqual(['troll proposed', null])
  })
})
