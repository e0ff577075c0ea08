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

test('takes the k-th smallest, k being (m + 1)(1 - limit) rounded up, where there are many', () => {
  // 501 * 0.98 = 490.98; 500 * 0.95 = 475 exactly, whatever floating point makes of it.
  expect(conformalThreshold(upTo(500), 0.02)).toBe(491)
  expect(conformalThreshold(upTo(499), 0.05)).toBe(475)
})

test.each([
  [90, 90],
  [136, 136],
  [137, 136],
  [200, 198],
  [400, 393],
])('of %i scores takes the %ith, so that 39 of 40 projects accuse no more than twice 2 %%', (count, rank) => {
  expect(conformalThreshold(upTo(count), 0.02)).toBe(rank)
})

test('keeps twice the limit in 39 of 40 projects', () => {
  const random = createRandom(11)
  const runs = 4000
  const over = Array.from({ length: runs }, () => {
    const scores = Array.from({ length: 200 }, random).toSorted((a, b) => a - b)
    return 1 - (conformalThreshold(scores, 0.02) ?? 1)
  }).filter((share) => share > 0.04).length
  // One rank fewer below would be over in 4.2 % of them; four standard errors are 0.8 %.
  expect(over / runs).toBeLessThan(0.025)
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
