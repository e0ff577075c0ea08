/** Threads as trees, authors' other comments, and invented names, at the service's door. */
import { describe, expect, test } from 'vitest'
import { importAs, startService, type TestService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table = [
  'cid,reply_to,article,display_name,posted_at,body',
  '1,,report,Plover 12,2026-09-12T17:36:00Z,"Page 34 says the board was told in January. Which is it?"',
  '2,1,report,heron41,2026-09-12T17:44:00Z,"January. I have the minutes."',
  '3,2,report,Plover 12,2026-09-12T17:51:00Z,course you have',
  '4,1,report,,2026-09-12T18:31:00Z,كان أبي في ذلك الجناح',
  '5,,parking,Plover 12,2026-09-13T07:20:00Z,Is the car park open on Saturdays now',
  `6,,parking,heron41,,${'x'.repeat(5_000)}`,
].join('\n')
const all = { show: 'all', text: '', importId: null } as const

async function withTable(): Promise<TestService> {
  const folder = temporaryFolder()
  const service = await startService(folder)
  await (
    await importAs(service, writeFile(folder, 'echo.csv', table), { into: 'new', name: 'Fern ward' })
  ).report()
  await service.quiet()
  return service
}

const decide = (
  service: TestService,
  commentId: number,
  passage: { start: number; end: number } | null = null,
) =>
  service.call('decisions.record', {
    commentId,
    queueId: null,
    label: 'critic',
    suggestionShown: false,
    shownMs: 800,
    note: null,
    mode: 'code',
    passage,
    reason: null,
  })

async function rowsOf(service: TestService, queueId: string | null = null) {
  const { threadId } = await service.call('thread.find', { commentId: 1 })
  return (await service.call('thread.rows', { threadId, offset: 0, limit: 100, queueId })).rows
}

describe('a thread as a tree', () => {
  test('each row says how many are below it, what it answers, and its number among its siblings', async () => {
    const rows = await rowsOf(await withTable())
    expect(rows.map(({ commentId, depth, below, parent }) => [commentId, depth, below, parent])).toEqual([
      [1, 0, 3, null],
      [2, 1, 1, 0],
      [3, 2, 0, 1],
      [4, 1, 0, 0],
    ])
    expect(rows.map(({ sibling, siblings }) => `${sibling} of ${siblings}`)).toEqual([
      '1 of 1',
      '1 of 2',
      '1 of 1',
      '2 of 2',
    ])
  })

  test('rows know their place in the queue, and keep the suggestion of what measures the model to themselves', async () => {
    const service = await withTable()
    const { queueId } = await service.call('queue.open', { order: 'teach', filter: all })
    const queued = await service.call('queue.rows', { queueId, offset: 0, limit: 10 })
    expect(queued.some(({ isMeasuring }) => isMeasuring)).toBe(true)
    for (const row of await rowsOf(service, queueId)) {
      const inQueue = queued.find(({ commentId }) => commentId === row.commentId)
      expect(row.queueIndex).toBe(inQueue?.index)
      expect(row.prediction === null).toBe(inQueue?.isMeasuring)
    }
    expect((await rowsOf(service)).every(({ queueIndex }) => queueIndex === null)).toBe(true)
  })

  test('says how much is decided, and which branches are done with', async () => {
    const service = await withTable()
    const { threadId } = await service.call('thread.find', { commentId: 1 })
    await decide(service, 2)
    await decide(service, 3)
    expect(await service.call('thread.counts', { threadId })).toEqual({ decidable: 4, decided: 2 })
    expect(await service.call('thread.branches', { threadId })).toEqual([{ place: 1, below: 1 }])
  })

  test('a long text comes whole for the comment itself, and as its beginning in lists', async () => {
    const service = await withTable()
    const { rows } = await service.call('authors.comments', {
      commentId: 6,
      offset: 0,
      limit: 10,
      queueId: null,
    })
    const long = rows.find(({ commentId }) => commentId === 6)
    expect([long?.text.length, long?.length]).toEqual([2_000, 5_000])
    // What the model said of it in the background, not asked again for each list.
    expect(long?.prediction?.band).toBeTypeOf('string')
    expect((await service.call('comments.get', { commentId: 6, queueId: null })).text).toHaveLength(5_000)
  })
})

describe('the author’s other comments', () => {
  test('are listed newest first with what was decided, a page at a time', async () => {
    const service = await withTable()
    await decide(service, 3)
    const ask = { commentId: 1, queueId: null } as const
    const { author, total, rows } = await service.call('authors.comments', { ...ask, offset: 0, limit: 2 })
    expect({ author, total }).toEqual({ author: 'Plover 12', total: 3 })
    expect(rows.map(({ commentId, label, thread }) => [commentId, label, thread])).toEqual([
      [5, null, 'parking'],
      [3, 'critic', 'report'],
    ])
    const rest = await service.call('authors.comments', { ...ask, offset: 2, limit: 2 })
    expect(rest.rows.map(({ commentId }) => commentId)).toEqual([1])
  })

  test('of a comment without an author there are none', async () => {
    const service = await withTable()
    const ask = { commentId: 4, offset: 0, limit: 10, queueId: null }
    expect(await service.call('authors.comments', ask)).toEqual({ author: null, total: 0, rows: [] })
  })
})

describe('invented names', () => {
  test('stand wherever an author is named, and the real one does not leave the service', async () => {
    const service = await withTable()
    expect((await service.call('app.state', {})).project?.pseudonyms).toBe(false)
    expect((await service.call('project.update', { pseudonyms: true })).pseudonyms).toBe(true)
    const { queueId } = await service.call('queue.open', { order: 'oldest-first', filter: all })
    const answers = [
      await service.call('queue.rows', { queueId, offset: 0, limit: 10 }),
      await service.call('comments.get', { commentId: 3, queueId }),
      await rowsOf(service, queueId),
      await service.call('authors.comments', { commentId: 3, offset: 0, limit: 10, queueId }),
    ]
    expect(JSON.stringify(answers)).not.toMatch(/Plover 12|heron41/)
    const [first, second, third, fourth] = await rowsOf(service)
    expect(first?.author).toMatch(/^[A-Z][a-z]+ \d+$/)
    expect(third?.author).toBe(first?.author)
    expect(second?.author).not.toBe(first?.author)
    expect(fourth?.author).toBeNull()
  })

  test('are the same after a restart, and the real ones come back when they are switched off', async () => {
    const service = await withTable()
    await service.call('project.update', { pseudonyms: true })
    const before = (await rowsOf(service))[0]?.author
    const [entry] = await service.call('projects.list', {})
    await service.call('projects.close', {})
    await service.call('projects.open', { id: entry?.id ?? '' })
    expect((await rowsOf(service))[0]?.author).toBe(before)
    await service.call('project.update', { pseudonyms: false })
    expect((await rowsOf(service))[0]?.author).toBe('Plover 12')
    expect((await service.call('comments.get', { commentId: 1, queueId: null })).origin.raw).toContain(
      'Plover 12',
    )
  })
})

test('a passage is there again when its comment is opened again', async () => {
  const service = await withTable()
  await decide(service, 2, { start: 0, end: 8 })
  const { decision } = await service.call('comments.get', { commentId: 2, queueId: null })
  expect(decision?.passage).toEqual({ start: 0, end: 8 })
})

test('a thread of 50,000, thirty levels deep, is read a page at a time', async () => {
  const folder = temporaryFolder()
  const service = await startService(folder)
  const lines = Array.from({ length: 50_000 }, (_, at) => {
    const level = at % 31
    return `${at + 1},${level === 0 ? '' : at},report,Teal ${at % 700},2026-09-12T17:36:00Z,Comment number ${at}`
  })
  const file = writeFile(
    folder,
    'long.csv',
    `cid,reply_to,article,display_name,posted_at,body\n${lines.join('\n')}`,
  )
  await (await importAs(service, file, { into: 'new', name: 'Long' })).report()
  const { threadId } = await service.call('thread.find', { commentId: 1 })
  const { total, rows } = await service.call('thread.rows', {
    threadId,
    offset: 49_970,
    limit: 100,
    queueId: null,
  })
  expect([total, rows.length]).toEqual([50_000, 30])
  expect(Math.max(...rows.map(({ depth }) => depth))).toBeGreaterThanOrEqual(28)
  expect(await service.call('thread.counts', { threadId })).toEqual({ decidable: 50_000, decided: 0 })
  expect(await service.call('thread.branches', { threadId })).toEqual([])
  const { total: byTeal } = await service.call('authors.comments', {
    commentId: 1,
    offset: 0,
    limit: 1,
    queueId: null,
  })
  expect(byTeal).toBe(72)
})
