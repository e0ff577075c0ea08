/** A short walk with damaged files, the same every time. `npm run fuzz` goes further. */
import { expect, test } from 'vitest'
import { exportFormats } from '../../../core/importers/index.ts'
import { allFixtures, formatsWithoutFixture } from '../../fuzz/fixtures.ts'
import { fuzz } from '../../fuzz/fuzz.ts'

const formats = [...new Set(allFixtures().map(({ reading }) => reading.format))]

test('every registered export has a fixture in tests/fixtures/exports that it is known by', () => {
  expect(formatsWithoutFixture()).toEqual([])
})

test('no id is given twice', () => {
  expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length)
})

test('every reader reads damaged files without a fault and without standing still', async () => {
  const reports = await fuzz(formats, { rounds: 15, seed: 7 })
  expect(reports.flatMap(({ format, wrong }) => wrong.map((one) => ({ format, ...one })))).toEqual([])
  expect(reports.filter(({ hangs }) => hangs.length > 0)).toEqual([])
}, 120_000)
