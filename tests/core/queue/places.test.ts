import { expect, test } from 'vitest'
import { shuffledBy } from '../../../core/queue/order.ts'
import { descendingKeys, placesInOrder } from '../../../core/queue/places.ts'
import { createRandom } from '../../../core/random.ts'

test('places are in the order of their keys, equal ones as they stand', () => {
  expect([...placesInOrder(Uint32Array.of(5, 0, 2 ** 32 - 1, 5, 2 ** 31))]).toEqual([1, 0, 3, 4, 2])
  const random = createRandom(3)
  const keys = Uint32Array.from({ length: 5000 }, () => Math.floor(random() * 50))
  const expected = [...keys.keys()].toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
  expect([...placesInOrder(keys)]).toEqual(expected)
  expect([...placesInOrder(new Uint32Array(0))]).toEqual([])
})

test('the highest value comes first, down to what was not looked at', () => {
  const values = Float64Array.of(0.2, -1, 1, 0, 0.999999998, 3, 0.2)
  expect([...placesInOrder(descendingKeys(values))]).toEqual([5, 2, 4, 0, 6, 3, 1])
})

test('the random order is the one that projects have had since the first version', () => {
  const ids = Int32Array.from({ length: 12 }, (_, n) => n + 1)
  expect([...shuffledBy(ids, 7)]).toEqual([7, 8, 11, 12, 6, 4, 10, 1, 9, 5, 2, 3])
})
