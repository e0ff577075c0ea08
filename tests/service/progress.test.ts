/** How the work goes, asked of a real service over a real project file. */
import { expect, test } from 'vitest'
import { inventedProject } from '../support/invented.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const everyone = { timeZone: 'Europe/London', coder: null }

test('what is decided, taken back and decided again is counted once', async () => {
  const { service, decide } = await inventedProject(12)
  await decide(1)
  await decide(2)
  await decide(2, { label: 'unsure' })
  await decide(3)
  await service.call('decisions.undo', {})
  const report = await service.call('progress.report', everyone)
  expect(report).toMatchObject({ decidable: 12, decided: 2, earlier: 0, unit: 'day' })
  expect(report.periods.map(({ decided }) => decided)).toEqual([3])
  expect(report.time).toMatchObject({ medianMs: 800, timed: 3, cut: 0 })
  expect(report.labels.find(({ label }) => label === 'unsure')?.share).toMatchObject({ hits: 1, of: 2 })
})

test('a coder who decided nothing has no days, and the project has still what is left', async () => {
  const { service, decide } = await inventedProject(3)
  await decide(1)
  const report = await service.call('progress.report', { ...everyone, coder: 'Nobody' })
  expect(report).toMatchObject({ decided: 1, decidable: 3, periods: [], coder: 'Nobody' })
  expect(report.coders).toHaveLength(1)
})

test('the sample has work of two people to show, and enough to say whether the suggestion sways', async () => {
  const service = await startService(temporaryFolder())
  await service.call('projects.trySample', {})
  const report = await service.call('progress.report', everyone)
  expect(report.decided).toBe(113)
  expect(report.coders).toEqual([
    { name: 'Sam (sample)', decided: 83 },
    { name: 'Noor (sample)', decided: 34 },
  ])
  const worked = report.periods.filter(({ decided }) => decided > 0)
  expect(worked.map(({ decided }) => decided)).toEqual([27, 16, 25, 31, 18])
  expect(report.time).toMatchObject({ timed: 115, cut: 2 })
  expect(report.sway.missing).toEqual({ shown: 0, hidden: 0 })
  expect(report.sway.difference).not.toBeNull()
})

test('a label given to many at once is counted, and says nothing about time or the suggestion', async () => {
  const { service, decide } = await inventedProject(8)
  await decide(1)
  await service.call('decisions.recordMany', {
    commentIds: [2, 3, 4],
    queueId: null,
    label: 'critic',
    mode: 'code',
    note: null,
  })
  const report = await service.call('progress.report', everyone)
  expect(report.decided).toBe(4)
  expect(report.time.timed).toBe(1)
  expect(report.sway.hidden.of).toBeLessThanOrEqual(1)
})
