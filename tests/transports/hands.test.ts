/** Two tabs on one project: one writes, the other reads along. */
import { expect, test, vi } from 'vitest'
import { createHands } from '../../electron/serve/hands.ts'
import { post, serving, signIn } from './support/serving.ts'

function tab(hands: ReturnType<typeof createHands>, token: string) {
  const told: boolean[] = []
  return { told, leave: hands.arrive(token, (isMine) => told.push(isMine)) }
}

test('the first tab writes, the second is told that it reads', () => {
  const hands = createHands(0)
  const [first, second] = [tab(hands, 'one'), tab(hands, 'two')]
  expect(first.told).toEqual([true])
  expect(second.told).toEqual([false])
  expect(() => hands.require('one')).not.toThrow()
  expect(() => hands.require('two')).toThrow('Another tab')
})

test('a tab that asks for it writes from then on, and the other reads', () => {
  const hands = createHands(0)
  const [first, second] = [tab(hands, 'one'), tab(hands, 'two')]
  hands.take('two')
  expect(first.told).toEqual([true, false])
  expect(second.told).toEqual([false, true])
  expect(() => hands.require('one')).toThrow()
})

test('when the tab that wrote is gone, the next one writes', async () => {
  const hands = createHands(0)
  const [first, second] = [tab(hands, 'one'), tab(hands, 'two')]
  first.leave()
  await vi.waitFor(() => expect(second.told).toEqual([false, true]))
  expect(() => hands.require('two')).not.toThrow()
})

test('a tab that is loaded again keeps its turn', async () => {
  const hands = createHands(50)
  const [first, second] = [tab(hands, 'one'), tab(hands, 'two')]
  first.leave()
  const again = tab(hands, 'one')
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(again.told).toEqual([true])
  expect(second.told).toEqual([false])
})

test('browser mode lets the second tab read and keeps it from writing, until it takes over', async () => {
  const { served } = await serving()
  const [first, second] = [await signIn(served), await signIn(served)]
  const leave = new AbortController()
  const events = await fetch(`${served.url}/events`, { headers: first, signal: leave.signal })
  await events.body?.getReader().read()

  const read = await post(served, '/rpc/app.state', {}, second)
  expect(read.json()).toMatchObject({ ok: true })
  const refused = await post(served, '/rpc/decisions.undo', {}, second)
  expect(refused.json()).toMatchObject({ ok: false, failure: { code: 'project-busy' } })
  expect((await post(served, '/rpc/decisions.undo', {}, first)).json()).toMatchObject({ ok: true })

  await post(served, '/hands', {}, second)
  expect((await post(served, '/rpc/decisions.undo', {}, second)).json()).toMatchObject({ ok: true })
  expect((await post(served, '/rpc/decisions.undo', {}, first)).json()).toMatchObject({ ok: false })
  leave.abort()
})
