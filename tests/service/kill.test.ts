import { expect, onTestFinished, test, vi } from 'vitest'
import { createRandom } from '../../core/random.ts'
import { killOften } from '../kill/kill.ts'
import { killMany } from '../kill/many.ts'
import { killMerges } from '../kill/merges.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** A short round of `npm run test:kill`, at the same moments every time. */
test('killed in the middle of importing and labelling, it loses nothing that was acknowledged', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('FAIR_HEARING_HOME', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const { failures, acknowledged, duringImport } = await killOften(folder, 8, createRandom(7))
  expect(failures).toEqual([])
  expect(acknowledged).toBeGreaterThan(50)
  expect(duringImport).toBeGreaterThan(0)
})

test('killed in the middle of a merge, it leaves both sides whole', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('FAIR_HEARING_HOME', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const { failures, kills } = await killMerges(folder, 4, createRandom(11))
  expect(failures).toEqual([])
  expect(kills).toBe(4)
})

test.each([
  ['a label for very many', 'mark'],
  ['its undo', 'undo'],
] as const)('killed in the middle of %s, it has all of it or nothing', async (_, what) => {
  const folder = temporaryFolder()
  vi.stubEnv('FAIR_HEARING_HOME', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const { failures, kills } = await killMany(folder, what, 3, createRandom(5))
  expect(failures).toEqual([])
  expect(kills).toBe(3)
})
