import { expect, test } from 'vitest'
import { readingOrder } from '../../core/thread.ts'

const order = (pairs: readonly (readonly [number, number | null])[]) => {
  const { ids, depths } = readingOrder(pairs.map(([id, parentId]) => ({ id, parentId })))
  return [...ids].map((id, i) => `${'.'.repeat(depths[i] ?? 0)}${id}`)
}

test('puts replies under what they answer, oldest first', () => {
  const pairs = [
    [1, null],
    [2, null],
    [3, 1],
    [4, 3],
    [5, 1],
  ] as const
  expect(order(pairs)).toEqual(['1', '.3', '..4', '.5', '2'])
})

test('a reply whose parent is not here stands on its own', () => {
  expect(
    order([
      [2, 99],
      [3, 2],
    ]),
  ).toEqual(['2', '.3'])
})

test('loses nobody when comments answer each other in a circle, or themselves', () => {
  expect(
    order([
      [1, 2],
      [2, 1],
      [3, 3],
      [4, 1],
    ]),
  ).toEqual(['3', '1', '.2', '.4'])
})

test('goes as deep as people do', () => {
  const { ids, depths } = readingOrder(
    Array.from({ length: 200_000 }, (_, n) => ({ id: n + 1, parentId: n === 0 ? null : n })),
  )
  expect(ids.length).toBe(200_000)
  expect(depths.at(-1)).toBe(199_999)
})

test('says of each comment what it answers, how many are below it, and its number among its siblings', () => {
  const { parents, below, siblings, families } = readingOrder([
    { id: 1, parentId: null },
    { id: 2, parentId: null },
    { id: 3, parentId: 1 },
    { id: 4, parentId: 3 },
    { id: 5, parentId: 1 },
  ])
  expect([...parents]).toEqual([-1, 0, 1, 0, -1])
  expect([...below]).toEqual([3, 1, 0, 0, 0])
  expect([...siblings]).toEqual([1, 1, 1, 2, 2])
  expect([...families]).toEqual([2, 2, 1, 2, 2])
})
