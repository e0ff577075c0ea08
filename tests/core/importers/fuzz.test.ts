/** A short walk with damaged files, the same every time. `npm run fuzz` goes further, and watches for hangs. */
import { expect, test } from 'vitest'
import { exportFormats } from '../../../core/importers/index.ts'
import { checkCase } from '../../fuzz/check.ts'
import { allFixtures, formatsWithoutFixture } from '../../fuzz/fixtures.ts'

const formats = [...new Set(allFixtures().map(({ reading }) => reading.format))]
const rounds = 12

test('every registered export has a fixture in tests/fixtures/exports that it is known by', () => {
  expect(formatsWithoutFixture()).toEqual([])
})

test('no id is given twice', () => {
  expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length)
})

test.each(formats)('%s reads damaged files without a fault', async (format) => {
  for (let round = 0; round < rounds; round += 1) {
    expect(await checkCase({ format, seed: 7, round }), `round ${round}`).toBeNull()
  }
})
