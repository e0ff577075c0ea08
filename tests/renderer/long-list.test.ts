/** Where the rows of a list stand that is longer than a browser can lay out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  innerLength,
  type ListPlace,
  type ListSize,
  rowsOn,
  scrolledTo,
  showing,
  start,
} from '../../renderer/src/ui/long-list.ts'

const short: ListSize = { count: 1000, rowHeight: 52, viewHeight: 700 }
const long: ListSize = { count: 1_000_000, rowHeight: 52, viewHeight: 700 }
const inner = (size: ListSize) => innerLength(size) - size.viewHeight
const whole = (size: ListSize) => size.count * size.rowHeight - size.viewHeight
const at = ({ real, shift }: ListPlace) => real + shift
/** As the browser does it: no further than the element goes. */
const scroll = (before: ListPlace, by: number, size: ListSize) =>
  scrolledTo(before, Math.min(inner(size), Math.max(0, before.real + by)), size)
const isOn = (place: ListPlace, index: number, { rowHeight, viewHeight }: ListSize) =>
  index * rowHeight >= at(place) && (index + 1) * rowHeight <= at(place) + viewHeight

describe('a list that fits', () => {
  test('stands as the element does', () => {
    expect(innerLength(short)).toBe(52_000)
    expect(scrolledTo(start, 3000, short)).toEqual({ real: 3000, shift: 0 })
    expect(scrolledTo(start, inner(short), short)).toEqual({ real: inner(short), shift: 0 })
    expect(innerLength({ ...short, count: 3 })).toBe(156)
    expect(scrolledTo(start, 0, { ...short, count: 3 })).toEqual(start)
    expect(showing(start, 2, { ...short, count: 3 })).toEqual(start)
  })

  test('has the rows on the screen and some around them', () => {
    expect(rowsOn(start, short, 8)).toEqual({ first: 0, last: 21 })
    expect(rowsOn({ real: 5200, shift: 0 }, short, 8)).toEqual({ first: 92, last: 121 })
    expect(rowsOn({ real: inner(short), shift: 0 }, short, 8).last).toBe(999)
    expect(rowsOn(start, { ...short, count: 0 }, 8)).toEqual({ first: 0, last: -1 })
  })
})

describe('a list of a million', () => {
  test('is no longer than a browser can lay out, and comes to its end with the element', () => {
    expect(innerLength(long)).toBeLessThan(33_554_428 / 4)
    const end = scrolledTo(start, inner(long), long)
    expect(at(end)).toBe(whole(long))
    expect(rowsOn(end, long, 8).last).toBe(999_999)
    expect(at(scrolledTo(end, 0, long))).toBe(0)
  })

  test('is half through where the bar is', () => {
    expect(at(scrolledTo(start, inner(long) / 2, long)) / whole(long)).toBeCloseTo(0.5, 4)
  })

  test('goes as far as a small step, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -1300, max: 1300 }),
        (share, by) => {
          const before = scrolledTo(start, Math.round(share * inner(long)), long)
          const after = scroll(before, by, long)
          const wished = Math.min(whole(long), Math.max(0, at(before) + by))
          // Where the browser stops at an end of the element, the list has come to the same end.
          expect(Math.abs(at(after) - wished)).toBeLessThan(0.01)
        },
      ),
    )
  })

  test('comes by small steps from one end to the other and back, and never sticks', () => {
    const size = { ...long, count: 400_000 }
    let place = start
    for (let n = 0; n < whole(size) / 1300 + 1; n += 1) place = scroll(place, 1300, size)
    expect(place).toEqual({ real: inner(size), shift: whole(size) - inner(size) })
    for (let n = 0; n < whole(size) / 1300 + 1; n += 1) place = scroll(place, -1300, size)
    expect(place).toEqual(start)
  })

  test('shows any row, and moves only where it is not on the screen', () => {
    const index = fc.integer({ min: 0, max: 999_999 })
    fc.assert(
      fc.property(index, index, (first, second) => {
        const there = showing(showing(start, first, long), second, long)
        expect(isOn(there, second, long)).toBe(true)
        expect(showing(there, second, long)).toBe(there)
        expect(there.real).toBeGreaterThanOrEqual(0)
        expect(there.real).toBeLessThanOrEqual(inner(long))
      }),
    )
  })

  test('moves by one row for the row after the last on the screen', () => {
    const place = showing(start, 700_000, long)
    const next = showing(place, 700_001, long)
    expect(at(next) - at(place)).toBe(52)
    expect(next.shift).toBe(place.shift)
  })
})
