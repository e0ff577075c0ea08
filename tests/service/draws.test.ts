/** How a comment was drawn, and when its suggestion stays hidden: at the service's door, over a real project. */
import { describe, expect, test } from 'vitest'
import type { Draw } from '../../core/records.ts'
import { type Invented, inventedProject } from '../support/invented.ts'

/** How the latest decision was drawn, from the file itself. */
const lastDraw = ({ ask }: Invented) =>
  ask((db) => db.get<{ draw: Draw | null }>('select draw from decisions order by id desc limit 1')?.draw)

describe('a decision keeps how its comment was drawn', () => {
  test.each([
    ['random', 'random'],
    ['troll-first', 'likely-troll'],
    ['unsure-first', 'doubtful'],
    ['oldest-first', 'other'],
    ['newest-first', 'other'],
  ] as const)('in the order %s: %s', async (order, draw) => {
    const invented = await inventedProject(6)
    for (const show of ['all', 'undecided'] as const) {
      const { queueId, rows } = await invented.open(order, { show })
      await invented.decide(rows.find(({ label }) => label === null)?.commentId ?? 0, { queueId })
      expect(lastDraw(invented)).toBe(draw)
    }
  })

  test('in the order teach: as it was picked, half for the score, a quarter for doubt, a quarter at random', async () => {
    const invented = await inventedProject(40)
    const { queueId, rows } = await invented.open('teach')
    const found: unknown[] = []
    for (const { commentId } of rows.slice(0, 8)) {
      await invented.decide(commentId, { queueId })
      found.push(lastDraw(invented))
    }
    expect(found.toSorted()).toEqual([
      ...['doubtful', 'doubtful', 'likely-troll', 'likely-troll', 'likely-troll', 'likely-troll'],
      ...['random', 'random'],
    ])
    expect(found.map((draw) => draw === 'random')).toEqual(rows.slice(0, 8).map((row) => row.isMeasuring))
  })

  test('is "other" where nobody knows: no queue, one long gone, or one that the comment is not in', async () => {
    const invented = await inventedProject(6)
    const { queueId } = await invented.open('random', { show: 'decided' })
    for (const [commentId, queue] of [
      [1, null],
      [2, 'long-gone'],
      [3, queueId],
    ] as const) {
      await invented.decide(commentId, { queueId: queue })
      expect(lastDraw(invented)).toBe('other')
    }
  })

  test('is "other" the second time, and random again when both were taken back', async () => {
    const invented = await inventedProject(6)
    const { queueId } = await invented.open('random')
    await invented.decide(1, { queueId })
    await invented.decide(1, { queueId, label: 'unsure' })
    expect(lastDraw(invented)).toBe('other')
    await invented.service.call('decisions.undo', {})
    await invented.service.call('decisions.undo', {})
    await invented.decide(1, { queueId })
    expect(lastDraw(invented)).toBe('random')
  })

  test.each([
    ['with a word', { text: 'number' }],
    ['of one import', { importId: 1 }],
    ['that were decided', { show: 'decided' }],
  ] as const)(
    'is never "random" among the comments %s, who are no sample of the project',
    async (_which, filter) => {
      const invented = await inventedProject(8)
      for (const id of [1, 2, 3, 4]) await invented.decide(id)
      for (const order of ['random', 'teach'] as const) {
        const { queueId, rows } = await invented.open(order, filter)
        expect(rows.length).toBeGreaterThanOrEqual(4)
        expect(rows.filter(({ isMeasuring }) => isMeasuring)).toEqual([])
        if ('show' in filter) for (const _ of rows) await invented.service.call('decisions.undo', {})
        for (const { commentId } of rows.slice(0, 4)) {
          await invented.decide(commentId, { queueId })
          expect(lastDraw(invented)).not.toBe('random')
        }
        for (const _ of rows.slice(0, 4)) await invented.service.call('decisions.undo', {})
        if ('show' in filter) for (const id of [1, 2, 3, 4]) await invented.decide(id)
      }
    },
  )
})

describe('in the order teach', () => {
  test('a comment drawn at random keeps its suggestion hidden until it is decided', async () => {
    const { service, open, decide } = await inventedProject(40)
    const { queueId, rows } = await open('teach')
    expect(rows.filter(({ isMeasuring }) => isMeasuring)).toHaveLength(10)
    for (const { isMeasuring, prediction } of rows) expect(prediction === null).toBe(isMeasuring)

    const { commentId = 0, index = 0 } = rows.find(({ isMeasuring }) => isMeasuring) ?? {}
    const hidden = await service.call('comments.get', { commentId, queueId })
    expect(hidden).toMatchObject({ suggestion: null, isMeasuring: true })
    await decide(commentId, { queueId, label: 'critic' })
    const shown = await service.call('comments.get', { commentId, queueId })
    expect(shown).toMatchObject({ suggestion: { band: expect.any(String) }, isMeasuring: false })
    const [row] = await service.call('queue.rows', { queueId, offset: index, limit: 1 })
    expect(row).toMatchObject({
      isMeasuring: false,
      label: 'critic',
      prediction: { band: expect.any(String) },
    })
    await service.call('decisions.undo', {})
    expect(await service.call('comments.get', { commentId, queueId })).toMatchObject(hidden)
  })

  test('the same comment looked at from elsewhere shows its suggestion, and does not measure', async () => {
    const invented = await inventedProject(12)
    const { rows } = await invented.open('teach')
    const commentId = rows.find(({ isMeasuring }) => isMeasuring)?.commentId ?? 0
    const view = await invented.service.call('comments.get', { commentId, queueId: null })
    expect(view).toMatchObject({ isMeasuring: false, suggestion: { band: expect.any(String) } })
    await invented.decide(commentId)
    expect(lastDraw(invented)).toBe('other')
  })

  test('a random queue hides nothing: there the person chooses how to work', async () => {
    const { open } = await inventedProject(12)
    const { rows } = await open('random')
    expect(rows.filter(({ isMeasuring, prediction }) => isMeasuring || prediction === null)).toEqual([])
  })

  test('what was decided stands behind the rest, and every comment is there once', async () => {
    const { open, decide } = await inventedProject(20)
    for (const id of [3, 8, 13]) await decide(id)
    const { total, undecided, next, rows } = await open('teach', { show: 'all' })
    expect({ total, undecided, next }).toEqual({ total: 20, undecided: 17, next: 0 })
    expect(new Set(rows.map(({ commentId }) => commentId)).size).toBe(20)
    expect(rows.slice(17).map(({ commentId }) => commentId)).toEqual([3, 8, 13])
    expect(rows.slice(17).some(({ isMeasuring }) => isMeasuring)).toBe(false)
  })

  test('opened again, the random ones that are left come in the same order', async () => {
    const { open, decide } = await inventedProject(80)
    const first = await open('teach')
    const atRandom = (rows: typeof first.rows) =>
      rows.filter(({ isMeasuring }) => isMeasuring).map(({ commentId }) => commentId)
    for (const { commentId } of first.rows.slice(0, 12)) {
      await decide(commentId, { queueId: first.queueId, label: 'unsure' })
    }
    const second = await open('teach')
    expect(atRandom(second.rows)).toEqual(atRandom(first.rows).slice(3))
  })
})
