import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, chanceOfDifference, complementOfErf } from '../../../core/evaluation/comparing.ts'

test('what chance leaves of many findings is as published', () => {
  // Benjamini and Hochberg (1995), section 3.2: four of fifteen stand at 5 %.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  const shuffled = published.toReversed()
  const adjusted = benjaminiHochberg(shuffled)
  expect(shuffled.filter((_, at) => (adjusted[at] ?? 1) <= 0.05).toSorted((a, b) => a - b)).toEqual(
    published.slice(0, 4),
  )
  expect(adjusted.at(-1)).toBeCloseTo(0.0015, 12)
  // The ninth and what is above are never less than what is below.
  expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04])
  expect(benjaminiHochberg([])).toEqual([])
})

test('the complement of the error function is as tabled', () => {
  // Abramowitz and Stegun (1964), table 7.1.
  for (const [x, erf] of [
    [0, 0],
    [0.5, 0.5204998778],
    [1, 0.8427007929],
    [2, 0.995322265],
  ] as const)
    expect(Math.abs(1 - complementOfErf(x) - erf)).toBeLessThan(1.5e-7)
})

describe('the chance of a difference', () => {
  test('is that of the normal distribution at its known places', () => {
    // 1.96 standard errors: 5 in 100.
    expect(complementOfErf(1.959963985 / Math.SQRT2)).toBeCloseTo(0.05, 6)
    // z = 2.4555 by hand: 152 comments, 56/70 and 48/80, chi-squared 7.0330 times 149/150.
    const p = chanceOfDifference({ hits: 56, of: 70 }, { hits: 48, of: 80 })
    expect(p).toBeCloseTo(0.00821, 4)
    expect(chanceOfDifference({ hits: 48, of: 80 }, { hits: 56, of: 70 })).toBeCloseTo(p ?? 0, 12)
  })

  test('is 1 where there is none, and not said where hardly any was to be expected', () => {
    expect(chanceOfDifference({ hits: 10, of: 100 }, { hits: 20, of: 200 })).toBeCloseTo(1, 6)
    expect(chanceOfDifference({ hits: 0, of: 30 }, { hits: 3, of: 1000 })).toBeNull()
    expect(chanceOfDifference({ hits: 30, of: 30 }, { hits: 1000, of: 1000 })).toBeNull()
    expect(chanceOfDifference({ hits: 0, of: 0 }, { hits: 3, of: 9 })).toBeNull()
  })
})
