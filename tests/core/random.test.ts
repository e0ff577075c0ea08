import { expect, test } from 'vitest'
import { createRandom, shuffle } from '../../core/random.ts'

test('gives the same numbers for the same seed, spread over [0, 1)', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 1000 }, () => random())
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  const mean = draw(7).reduce((sum, value) => sum + value, 0) / 1000
  expect(mean).toBeGreaterThan(0.45)
  expect(mean).toBeLessThan(0.55)
})

test('shuffles without losing anything', () => {
  const items = Array.from({ length: 50 }, (_, at) => at)
  const shuffled = shuffle(items, createRandom(1))
  expect(shuffled).not.toEqual(items)
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(items)
})
