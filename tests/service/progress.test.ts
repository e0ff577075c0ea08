/** How the work goes, asked of a real service over a real project file. */
import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { appendMany } from '../../electron/service/store/many.ts'
import { writableProject } from '../support/project.ts'
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
  console.log(JSON.stringify(report, null, 1))
  await service.quiet()
  await service.result('measure', await service.call('model.measure', {}))
  console.log(JSON.stringify(await service.call('model.report', {}), (k, v) => k === 'learning' || k === 'reliability' ? undefined : v, 1))
})
