import { expect, test } from 'vitest'
import { count, countOf, countShared, createTally } from '../../../core/importers/tally.ts'
import { hash53 } from '../../../core/text/hash.ts'

test('a tally counts like a map, however much it grows', () => {
  const tally = createTally()
  const expected = new Map<number, number>()
  for (let index = 0; index < 50_000; index++) {
    const hash = index % 7 === 0 ? index % 500 : hash53(String(index % 20_000))
    expect(count(tally, hash)).toBe(expected.get(hash) ?? 0)
    expected.set(hash, (expected.get(hash) ?? 0) + 1)
  }
  expect(tally.size).toBe(expected.size)
  for (const [hash, times] of expected) expect(countOf(tally, hash)).toBe(times)
  expect(countOf(tally, hash53('never'))).toBe(0)
})

test('tallies share what is in both, counted as often as the first has it', () => {
  const [parents, ids] = [createTally(), createTally()]
  for (const hash of [1, 1, 2, 3]) count(parents, hash)
  for (const hash of [1, 3, 4]) count(ids, hash)
  expect(countShared(parents, ids)).toBe(3)
})
