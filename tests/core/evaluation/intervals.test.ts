import { describe, expect, test } from 'vitest'
import {
  clopperPearson,
  incompleteBeta,
  newcombe,
  shareOf,
  upperBound,
  wilson,
} from '../../../core/evaluation/intervals.ts'

describe('the two-sided 95 % interval', () => {
  // As R's binom.test gives them; 0 of 50 and 1 of 196 can be checked by hand against 1 - 0.025^(1/n).
  test.each([
    [0, 50, 0, 0.07112],
    [1, 196, 0.000129, 0.0281],
    [1, 10, 0.002529, 0.445016],
    [5, 10, 0.187086, 0.812914],
    [10, 100, 0.0490047, 0.1762226],
    [50, 50, 0.92888, 1],
  ])('of %i in %i is [%f, %f]', (hits, of, low, high) => {
    const interval = clopperPearson(hits, of)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('has closed forms at both ends', () => {
    expect(clopperPearson(0, 50)).toEqual({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 50), 12) })
    expect(clopperPearson(50, 50)).toEqual({ low: expect.closeTo(0.025 ** (1 / 50), 12), high: 1 })
  })

  test('is the mirror image for what did not happen', () => {
    const { low, high } = clopperPearson(3, 40)
    const mirrored = clopperPearson(37, 40)
    expect(low).toBeCloseTo(1 - mirrored.high, 12)
    expect(high).toBeCloseTo(1 - mirrored.low, 12)
  })

  test('says nothing where nothing was seen', () => {
    expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 })
    expect(upperBound(0, 0)).toBe(1)
  })

  test('holds the share that was seen, and narrows, up to a million', () => {
    let widest = 1
    for (const of of [10, 1000, 100_000, 1_000_000]) {
      const { low, high } = clopperPearson(of / 10, of)
      expect(low).toBeLessThan(0.1)
      expect(high).toBeGreaterThan(0.1)
      expect(high - low).toBeLessThan(widest)
      widest = high - low
    }
    // The normal approximation is good here: 2 * 1.96 * sqrt(0.1 * 0.9 / 1e6).
    expect(widest).toBeCloseTo(0.001176, 5)
  })
})

describe('the one-sided upper bound', () => {
  test('of none in n is 1 - 0.05^(1/n), close to the rule of three', () => {
    expect(upperBound(0, 100)).toBeCloseTo(0.029513, 6)
    expect(upperBound(0, 1000)).toBeCloseTo(3 / 1000, 4)
  })

  test('is below the end of the two-sided interval', () => {
    expect(upperBound(4, 200)).toBeCloseTo(clopperPearson(4, 200, 0.9).high, 12)
    expect(upperBound(4, 200)).toBeLessThan(clopperPearson(4, 200).high)
  })

  test('is 1 when all were', () => {
    expect(upperBound(7, 7)).toBe(1)
  })
})

test('the incomplete beta function is exact where it has a closed form', () => {
  // I_x(1, b) = 1 - (1 - x)^b; I_x(a, 1) = x^a; I_x(2, 2) = x^2 (3 - 2 x).
  for (const x of [0.001, 0.2, 0.5, 0.9, 0.999]) {
    expect(incompleteBeta(x, 1, 7)).toBeCloseTo(1 - (1 - x) ** 7, 12)
    expect(incompleteBeta(x, 5, 1)).toBeCloseTo(x ** 5, 12)
    expect(incompleteBeta(x, 2, 2)).toBeCloseTo(x * x * (3 - 2 * x), 12)
  }
  expect(incompleteBeta(0, 3, 4)).toBe(0)
  expect(incompleteBeta(1, 3, 4)).toBe(1)
})

describe('the Wilson interval', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857-872,
  // table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is [%f, %f], as published', (hits, of, low, high) => {
    const interval = wilson(hits, of)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('says nothing where nothing was seen', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('the interval of a difference', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i in %i less %i in %i is [%f, %f], as published', (a, m, b, n, low, high) => {
    const found = newcombe({ hits: a, of: m }, { hits: b, of: n })
    expect(found.difference).toBeCloseTo(a / m - b / n, 12)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  test('says nothing where one side was not seen', () => {
    expect(newcombe({ hits: 0, of: 0 }, { hits: 3, of: 9 })).toEqual({ difference: 0, low: -1, high: 1 })
  })
})
