/** What nobody waits for stands back while somebody decides or types. */
import { describe, expect, test } from 'vitest'
import { createCalm, createPauses } from '../../electron/service/calm.ts'
import { inventedProject } from '../support/invented.ts'

const never = new AbortController().signal
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns milliseconds, with one to spare: timers may be early by a part of one */
async function waited(wait: Promise<void>): Promise<number> {
  const from = performance.now()
  await wait
  return performance.now() - from + 1
}

describe('work in the background', () => {
  test('waits until nobody has done anything for so long', async () => {
    const calm = createCalm()
    calm.disturb()
    expect(await waited(calm.wait({ quietMs: 40, longestMs: 5000 }, never))).toBeGreaterThanOrEqual(40)
    const from = performance.now()
    const wait = calm.wait({ quietMs: 100, longestMs: 5000 }, never)
    await pause(20)
    calm.disturb()
    const disturbedMs = performance.now() - from
    await wait
    expect(performance.now() - from + 1).toBeGreaterThanOrEqual(disturbedMs + 100)
  })

  test('does not wait for ever for somebody who never rests, nor once it is stopped', async () => {
    const calm = createCalm()
    calm.disturb()
    const hand = setInterval(() => calm.disturb(), 5)
    expect(await waited(calm.wait({ quietMs: 60_000, longestMs: 50 }, never))).toBeGreaterThanOrEqual(50)
    const stopped = new AbortController()
    const wait = calm.wait({ quietMs: 60_000, longestMs: 60_000 }, stopped.signal)
    stopped.abort()
    await wait
    clearInterval(hand)
  })

  test('pauses four times as long as it took, and not once it is stopped', async () => {
    const pauses = createPauses()
    const begun: number[] = []
    const work = async () => {
      begun.push(performance.now())
      await pause(20)
      return performance.now()
    }
    const endedMs = await pauses.run(work, never)
    const stopped = new AbortController()
    expect(await pauses.run(work, never)).toBeGreaterThan(endedMs)
    const [first = 0, second = 0] = begun
    expect(second - endedMs + 1).toBeGreaterThanOrEqual((endedMs - first) * 4)
    const last = pauses.run(work, stopped.signal)
    stopped.abort()
    await last
    expect(begun).toHaveLength(3)
  })

  test('among many comments scores next to nothing while somebody decides', async () => {
    const { service, decide, open } = await inventedProject(6_000)
    for (let id = 1; id <= 40; id += 1) await decide(id)
    const scored = async () => {
      const running = (await service.call('jobs.list', {})).filter(
        ({ kind, status }) => kind === 'score' && status === 'running',
      )
      return running[0]?.done ?? null
    }
    await open('unsure-first')
    await expect.poll(scored).not.toBeNull()
    const before = (await scored()) ?? 0
    for (let id = 41; id <= 60; id += 1) await decide(id)
    const after = await scored()
    expect(after).not.toBeNull()
    expect((after ?? 0) - before).toBeLessThanOrEqual(2_000)
    await service.quiet()
  })
})
