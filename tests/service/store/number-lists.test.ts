/** Many numbers that come as one text. */
import { describe, expect, test } from 'vitest'
import { billionths, timesMs, wholeNumbers } from '../../../electron/service/store/number-lists.ts'

describe('a list of numbers', () => {
  test('is nothing where there is none', () => {
    expect([wholeNumbers(null), billionths(null), timesMs(null)].map(({ length }) => length)).toEqual([
      0, 0, 0,
    ])
  })

  test('of whole numbers keeps their order and their signs', () => {
    expect([...wholeNumbers('7')]).toEqual([7])
    expect([...wholeNumbers('0,-1,2147483647,10')]).toEqual([0, -1, 2147483647, 10])
  })

  test('of thousand-millionths keeps -1 for what is not known', () => {
    const read = [...billionths('500000000,-1,0,1999999999')].map((value) => value.toFixed(9))
    expect(read).toEqual(['0.500000000', '-1.000000000', '0.000000000', '1.999999999'])
  })

  test('of times has an infinite one for each that is not known', () => {
    expect([...timesMs(',2026-09-12T18:42:00.000Z,')]).toEqual([
      Number.POSITIVE_INFINITY,
      Date.UTC(2026, 8, 12, 18, 42),
      Number.POSITIVE_INFINITY,
    ])
  })
})
