import { expect, test } from 'vitest'
import { bucketCount, type Occurrence, Vectorizer } from '../../../core/text/features.ts'

const read = (text: string) => {
  const vectorizer = new Vectorizer()
  vectorizer.read(text)
  return {
    buckets: [...vectorizer.buckets.subarray(0, vectorizer.count)],
    values: [...vectorizer.values.subarray(0, vectorizer.count)],
  }
}
const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0)

test('gives a single word one word feature and its letters, edges included', () => {
  // " yo", " you", " you ", "you", "you ", "ou "
  const { values } = read('you')
  expect(values).toHaveLength(7)
  expect(values[0]).toBe(1)
  for (const value of values.slice(1)) expect(value).toBeCloseTo(1 / Math.sqrt(6), 6)
})

test('gives each of the two blocks length 1', () => {
  expect(squares(read('You are wrong, and you know that you are wrong.').values)).toBeCloseTo(2, 5)
})

test('counts with the logarithm', () => {
  const { values } = read('no no no no')
  // Words: "no" four times, "no no" three times.
  expect((values[0] ?? 0) / (values[1] ?? 1)).toBeCloseTo((1 + Math.log(4)) / (1 + Math.log(3)), 5)
})

test('does not depend on what was read before', () => {
  const vectorizer = new Vectorizer()
  vectorizer.read('something else entirely, and rather longer than what comes after it!!')
  vectorizer.read('you are')
  const { buckets, values } = read('you are')
  expect([...vectorizer.buckets.subarray(0, vectorizer.count)]).toEqual(buckets)
  expect([...vectorizer.values.subarray(0, vectorizer.count)]).toEqual(values)
})

test('knows the order of words, and no letters of groups of people', () => {
  expect(read('dog bites man').buckets).not.toEqual(read('man bites dog').buckets)
  expect(read('muslims').buckets).toEqual(read('lesbians').buckets)
  expect(read('muslims').values).toHaveLength(1)
})

test('stays within its buckets for any text, however long', () => {
  for (const text of ['', '\ud800', '😀'.repeat(50), 'a'.repeat(100_000), 'ab '.repeat(40_000)]) {
    const { buckets, values } = read(text)
    expect(buckets.every((bucket) => bucket >= 0 && bucket < bucketCount)).toBe(true)
    expect(values.every(Number.isFinite)).toBe(true)
  }
})

test('shares every value out among the places it comes from', () => {
  const vectorizer = new Vectorizer()
  vectorizer.read('go home, go away, go')
  const occurrences: Occurrence[] = []
  vectorizer.forEachOccurrence((occurrence) => occurrences.push(occurrence))
  const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)
  expect(total(occurrences.map(({ value }) => value))).toBeCloseTo(
    total(vectorizer.values.subarray(0, vectorizer.count)),
    4,
  )
  expect(occurrences.filter(({ isPair }) => isPair).map(({ row }) => row)).toEqual([0, 1, 2, 3])
  expect(new Set(occurrences.map(({ row }) => row))).toEqual(new Set([0, 1, 2, 3, 4]))
})
