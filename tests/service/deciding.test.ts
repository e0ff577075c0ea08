import { describe, expect, test } from 'vitest'
import { brokenLink } from '../../electron/service/store/record-check.ts'
import { groundsFor } from '../support/grounds.ts'
import { inventedProject, meantAs } from '../support/invented.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const decision = {
  queueId: null,
  suggestionShown: false,
  shownMs: 900,
  note: null,
  mode: 'code',
  passage: null,
  reason: null,
} as const
const many = { queueId: null, commentIds: null, note: null, mode: 'code' } as const

describe('what goes with a decision', () => {
  test('is the mode, a passage and a reason, which come back with the comment and leave with an export', async () => {
    const { service, ask } = await inventedProject(8)
    const said = {
      mode: 'teach',
      passage: { start: 0, end: 7 },
      reason: 'abuse',
      note: 'It goes for a person.',
    } as const
    const { decision: made } = await service.call('decisions.record', {
      ...decision,
      ...said,
      commentId: 2,
      label: 'troll',
    })
    expect(made).toMatchObject(said)
    const view = await service.call('comments.get', { commentId: 2, queueId: null })
    expect(view.decision).toMatchObject(said)
    const preview = await service.call('exports.preview', { format: 'csv', scope: 'decided' })
    const cells = new Map(preview.columns.map((name, at) => [name, preview.rows[0]?.[at]]))
    expect([
      ...['mode', 'reason', 'passage', 'passage_start', 'passage_end'].map((name) => cells.get(name)),
    ]).toEqual(['teach', 'abuse', view.text.slice(0, 7), '0', '7'])
    expect(ask(brokenLink)).toBeNull()
  })

  test.each([
    ['a passage that ends after the text', { label: 'troll', passage: { start: 0, end: 9000 } }],
    ['a passage that ends before it starts', { label: 'troll', passage: { start: 5, end: 5 } }],
    ['a reason that the codebook does not have', { label: 'troll', reason: 'because' }],
    ['a reason of another label', { label: 'critic', reason: 'threat' }],
  ])('is refused with %s, and nothing is saved', async (_what, wrong) => {
    const { service } = await inventedProject(4)
    const refused = service.call('decisions.record', { ...decision, commentId: 1, ...wrong })
    await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
    expect(await service.call('decisions.recent', { limit: 5 })).toEqual([])
  })

  test('a reason that is added later leaves the decision one that measures; another label does not', async () => {
    const { service, open, ask } = await inventedProject(8)
    const { queueId, rows } = await open('random')
    const commentId = rows[0]?.commentId ?? 0
    const first = { ...decision, commentId, queueId, label: 'troll', ...groundsFor('troll') }
    await service.call('decisions.record', first)
    await service.call('decisions.record', { ...first, queueId: null, shownMs: 0, reason: 'spam' })
    const latest = () =>
      ask((db) => ({
        ...db.get<object>('select draw, shown_ms, reason from decisions order by id desc limit 1'),
      }))
    expect(latest()).toEqual({ draw: 'random', shown_ms: 900, reason: 'spam' })
    await service.call('decisions.record', { ...first, label: 'critic', ...groundsFor('critic') })
    expect(latest()).toEqual({ draw: 'other', shown_ms: 900, reason: null })
  })
})

describe('the undecided ahead', () => {
  test('are named from a row on, as many as asked for, past what is decided and not round the end', async () => {
    const { service, open, decide } = await inventedProject(30)
    const { queueId } = await open('oldest-first', { show: 'all' })
    for (const id of [2, 3, 29]) await decide(id)
    const ahead = async (from: number, limit: number) =>
      (await service.call('queue.ahead', { queueId, from, limit })).map(({ index, commentId }) => [
        index,
        commentId,
      ])
    expect(await ahead(0, 3)).toEqual([
      [0, 1],
      [3, 4],
      [4, 5],
    ])
    expect(await ahead(27, 50)).toEqual([
      [27, 28],
      [29, 30],
    ])
    expect(await ahead(30, 5)).toEqual([])
  })

  test('are those that whoever asks has not decided, where others are hidden', async () => {
    const { service, open, decide } = await inventedProject(30)
    await decide(1)
    await service.call('settings.update', { coder: 'Thea Lorne' })
    const { queueId } = await open('oldest-first', { show: 'all' })
    const before = await service.call('queue.next', { queueId, from: 0 })
    expect(await service.call('queue.ahead', { queueId, from: 0, limit: 1 })).toEqual([before])
  })
})

describe('many at once', () => {
  test('never get the harmful label, and the sentence says why', async () => {
    const { service } = await inventedProject(4)
    const asked = service.call('decisions.recordMany', { ...many, commentIds: [1, 2], label: 'troll' })
    await expect(asked).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('never given to many comments at once'),
    })
    expect(await service.call('decisions.recent', { limit: 5 })).toEqual([])
  })

  test('are all that is undecided in a queue; one undo and one redo, also after a restart', async () => {
    const { service, open, decide, path } = await inventedProject(30)
    await decide(3)
    const { queueId } = await open('oldest-first', { show: 'all' })
    const marked = await service.call('decisions.recordMany', { ...many, queueId, label: 'neither' })
    expect(marked).toEqual({ count: 29, decided: 30 })
    expect(await service.call('queue.next', { queueId, from: 0 })).toBeNull()
    expect(await service.call('decisions.undo', {})).toMatchObject({
      count: 29,
      given: 'neither',
      label: null,
    })
    expect(await service.call('decisions.steps', {})).toEqual({ canUndo: true, canRedo: true })
    await service.close()

    const again = await startService(temporaryFolder())
    await again.call('projects.open', { file: again.running.files.register(path).ref })
    expect(await again.call('decisions.steps', {})).toEqual({ canUndo: true, canRedo: true })
    expect(await again.call('decisions.redo', {})).toMatchObject({ count: 29, given: 'neither' })
    expect((await again.call('project.stats', {})).byLabel).toMatchObject({ neither: 29, [meantAs(3)]: 1 })
    await again.call('decisions.undo', {})
    expect((await again.call('project.stats', {})).decided).toBe(1)
  })

  test('named twice are decided once, and one that is not here refuses all', async () => {
    const { service } = await inventedProject(4)
    const asked = { ...many, label: 'unsure' }
    const { count } = await service.call('decisions.recordMany', { ...asked, commentIds: [2, 2, 1] })
    expect(count).toBe(2)
    await expect(
      service.call('decisions.recordMany', { ...asked, commentIds: [3, 999] }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      service.call('decisions.recordMany', { ...asked, queueId: null, commentIds: null }),
    ).rejects.toMatchObject({ code: 'bad-request' })
    expect((await service.call('project.stats', {})).decided).toBe(2)
  })
})

describe('the modes', () => {
  test('begin with Code; another order leaves Teach, and the one chosen before is kept', async () => {
    const service = await startService(temporaryFolder())
    expect((await service.call('app.state', {})).settings).toMatchObject({ mode: 'code' })
    await service.call('settings.update', { order: 'random' })
    expect(await service.call('settings.update', { mode: 'teach' })).toMatchObject({
      mode: 'teach',
      order: 'random',
    })
    expect(await service.call('settings.update', { order: 'newest-first' })).toMatchObject({
      mode: 'code',
      order: 'newest-first',
    })
  })
})
