import { expect, test } from 'vitest'
import { conformalThreshold, fewestFor } from '../../../core/evaluation/conformal.ts'
import { createRandom } from '../../../core/random.ts'

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1)

test.each([
  [0.02, 49],
  [0.05, 19],
  [0.01, 99],
  [0.1, 9],
  [0.2, 4],
  [0.001, 999],
  [0.003, 333],
])('a limit of %f needs %i non-trolls', (limit, fewest) => {
  expect(fewestFor(limit)).toBe(fewest)
  expect(conformalThreshold(upTo(fewest - 1), limit)).toBeNull()
  expect(conformalThreshold(upTo(fewest), limit)).toBe(fewest)
})

test('takes the k-th smallest, k being (m + 1)(1 - limit) rounded up', () => {
  // 201 * 0.98 = 196.98; 100 * 0.95 = 95 exactly, whatever floating point makes of it.
  expect(conformalThreshold(upTo(200), 0.02)).toBe(197)
  expect(conformalThreshold(upTo(99), 0.05)).toBe(95)
  expect(conformalThreshold(upTo(9), 0.3)).toBe(7)
})

test('takes none from nothing', () => {
  expect(conformalThreshold([], 0.02)).toBeNull()
})

test('keeps the limit on average, whatever the scores are like', () => {
  const random = createRandom(7)
  const skewed = () => Math.exp(4 * random())
  const runs = 2000
  let accused = 0
  for (let run = 0; run < runs; run++) {
    const threshold = conformalThreshold(
      Array.from({ length: 60 }, skewed).toSorted((a, b) => a - b),
      0.05,
    )
    accused += skewed() > (threshold ?? Number.POSITIVE_INFINITY) ? 1 : 0
  }
  // 3 of 61 ranks are above: 4.9 %; four standard errors are 1.9 %.
  expect(accused / runs).toBeLessThan(0.07)
  expect(accused / runs).toBeGreaterThan(0.03)
})
