/** Searching, saving searches and finding a project as it was left, at the service's door. */
import { describe, expect, test } from 'vitest'
import { inventedProject } from '../support/invented.ts'
import { everything } from '../support/queues.ts'
import { startService } from '../support/service.ts'

describe('a queue that tells what the model thinks', () => {
  test.each([
    ['oldest-first', 'score:>0', true],
    ['oldest-first', 'number OR suggestion:troll', true],
    ['troll-first', '', true],
    ['random', 'number', false],
    ['unsure-first', '', false],
  ] as const)('in the order %s, found by "%s": %s', async (order, text, reveals) => {
    const invented = await inventedProject(8)
    const { queueId, rows, revealsSuggestion } = await invented.open(order, { text })
    expect(revealsSuggestion).toBe(reveals)
    const { decision } = await invented.decide(rows[0]?.commentId ?? 0, { queueId })
    expect(decision.suggestionShown).toBe(reveals)
  })
})

describe('a queue', () => {
  test('answers decisions while it is being ordered, and counts them', async () => {
    const invented = await inventedProject(40)
    const opening = invented.open('teach', { show: 'all' })
    await invented.decide(1)
    expect(await opening).toMatchObject({ total: 40, undecided: 39 })
    expect(await invented.service.call('queue.count', { filter: { ...everything, text: 'number' } })).toEqual(
      {
        total: 40,
        undecided: 39,
      },
    )
  })

  test('shows of a long comment what is around the word that was searched for', async () => {
    const invented = await inventedProject(8)
    const { rows } = await invented.open('oldest-first', { text: '"7 of them"' })
    expect(rows).toMatchObject([{ commentId: 7 }])
    expect(rows[0]?.excerpt).toMatch(/^….*7 of them\.$/u)
  })

  test('is cancelled with its project, and the next project has its own', async () => {
    const invented = await inventedProject(8)
    const opening = invented.open('teach').catch((error: unknown) => error)
    await invented.service.call('projects.close', {})
    expect(await opening).toMatchObject({ code: expect.stringMatching(/cancelled|no-project|not-found/) })
  })
})

describe('a saved search', () => {
  test('is in the project, by name; one of the same name is replaced', async () => {
    const { service, path } = await inventedProject(8)
    const filter = { ...everything, text: 'board "the report"', show: 'undecided' } as const
    await service.call('searches.save', { name: 'Late', order: 'newest-first', filter })
    await service.call('searches.save', { name: 'Board', order: 'random', filter })
    const saved = await service.call('searches.save', { name: 'Late', order: 'teach', filter })
    expect(saved).toMatchObject([
      { name: 'Board', order: 'random', filter },
      { name: 'Late', order: 'teach', filter },
    ])
    expect(service.events).toContainEqual({ type: 'changed', topic: 'searches' })
    await service.call('projects.close', {})
    await service.call('projects.open', { file: service.running.files.register(path).ref })
    expect(await service.call('searches.list', {})).toEqual(saved)
  })

  test('is renamed, but not to the name of another, and deleted', async () => {
    const { service } = await inventedProject(8)
    for (const name of ['One', 'Two'])
      await service.call('searches.save', { name, order: 'random', filter: everything })
    const [one] = await service.call('searches.list', {})
    const id = one?.id ?? 0
    await expect(service.call('searches.rename', { id, name: 'Two' })).rejects.toThrow(
      'is called Two already',
    )
    expect(await service.call('searches.rename', { id, name: 'Three' })).toMatchObject([
      { name: 'Three' },
      { name: 'Two' },
    ])
    expect(await service.call('searches.delete', { id })).toMatchObject([{ name: 'Two' }])
  })
})

test('a project is found through the order and filter that it was left with, others are not touched', async () => {
  const { service, path, open } = await inventedProject(8)
  expect((await service.call('app.state', {})).project?.filter).toBeNull()
  await open('newest-first', { text: 'report', show: 'all' })
  await open('oldest-first', { text: 'board', show: 'all' })
  await service.call('settings.update', { order: 'random' })
  await service.close()

  const again = await startService(service.places.settings.replace(/settings$/, ''))
  await again.call('projects.open', { file: again.running.files.register(path).ref })
  const state = await again.call('app.state', {})
  expect(state.project?.filter).toEqual({ show: 'all', text: 'board', importId: null })
  expect(state.settings.order).toBe('oldest-first')
  await again.call('projects.trySample', {})
  expect((await again.call('app.state', {})).project?.filter).toBeNull()
})
