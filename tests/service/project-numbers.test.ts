/** A project's numbers: counted in the service where that takes no time, and else in a thread. */
import { expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { createNumbers } from '../../electron/service/numbers.ts'
import { readBands, readStats, readTotals } from '../../electron/service/store/project.ts'
import { inventedProject } from '../support/invented.ts'

const since = '2026-01-01T00:00:00.000Z'

test('both count the same, the bands again once the model thinks otherwise, and of those who wait the latest wish', async () => {
  const invented = await inventedProject(12)
  await invented.open('unsure-first')
  const closing = new AbortController()
  const numbers = createNumbers(invented.path, closing.signal)
  const here = () =>
    invented.ask((db) => {
      const asked = { codebook: standardCodebook, modelVersion: 'any', since, totals: readTotals(db) }
      return { asked, stats: readStats(db, asked, readBands(db, standardCodebook)) }
    })
  const before = here()
  expect(await numbers.stats(before.asked, true)).toEqual(before.stats)
  await invented.decide(3)
  await invented.decide(5)
  const after = here()
  expect(after.stats).toMatchObject({ decided: 2, decidedToday: 2, decisions: 2 })
  const apart = await numbers.stats(after.asked, true)
  expect(apart).toEqual({ ...after.stats, byBand: before.stats.byBand })
  numbers.scoresChanged()
  expect(await numbers.stats(after.asked, true)).toEqual(after.stats)
  const { byBand } = await numbers.stats(after.asked, false)
  expect(Object.values(byBand).every((count) => count === 0)).toBe(true)
  const first = numbers.stats(after.asked, true)
  await new Promise((resolve) => setImmediate(resolve))
  const waiting = numbers.stats(after.asked, true)
  expect(waiting).not.toBe(first)
  expect(numbers.stats(after.asked, false)).toBe(waiting)
  expect([await first, await waiting]).toEqual([after.stats, { ...after.stats, byBand }])
  closing.abort()
})
