import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readingOrder } from '../../core/thread.ts'
import { doneBranches, gapBelow, gapOf, isBelow, shownRows } from '../../core/thread-folds.ts'

const gap = fc.tuple(fc.nat(50), fc.nat(50)).map(([from, to]) => ({ from, to }))

test('a folded branch hides what is below it and nothing else', () => {
  const shown = shownRows(10, [gapBelow({ place: 2, below: 3 })])
  expect(Array.from({ length: shown.count }, (_, row) => shown.placeAt(row))).toEqual([0, 1, 2, 6, 7, 8, 9])
  expect([2, 3, 5, 6, 10].map((place) => shown.rowOf(place))).toEqual([2, null, null, 3, null])
  expect(isBelow(5, { place: 2, below: 3 })).toBe(true)
  expect(isBelow(6, { place: 2, below: 3 })).toBe(false)
})

test('rows and places agree, whatever is folded within or over what', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.array(gap, { maxLength: 8 }), (total, gaps) => {
      const shown = shownRows(total, gaps)
      const places = Array.from({ length: total }, (_, place) => place).filter(
        (place) => !gaps.some(({ from, to }) => from <= place && place < to),
      )
      expect(Array.from({ length: shown.count }, (_, row) => shown.placeAt(row))).toEqual(places)
      expect(places.map((place) => shown.rowOf(place))).toEqual(places.map((_, row) => row))
      expect(shown.placeAt(shown.count)).toBe(-1)
    }),
  )
})

test('branches in which all is decided are found whole', () => {
  const { below } = readingOrder([
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
    { id: 4, parentId: 1 },
    { id: 5, parentId: null },
  ])
  const decided = new Set([1, 2, 4])
  expect(doneBranches(below, (place) => decided.has(place))).toEqual([
    { place: 1, below: 1 },
    { place: 4, below: 0 },
  ])
  expect(doneBranches(below, () => true).map(gapOf)).toEqual([
    { from: 0, to: 4 },
    { from: 4, to: 5 },
  ])
})
