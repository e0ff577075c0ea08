import { expect, test } from 'vitest'
import { keyTerms } from '../../../core/text/key-terms.ts'
import { stem } from '../../../core/text/stem.ts'

test('stems the forms of a word alike', () => {
  expect(['complained', 'complaining', 'complains'].map(stem)).toEqual(['complain', 'complain', 'complain'])
  expect(stem('caresses')).toBe('caress')
})

const about = (...words: readonly string[]) => words.map((word) => `They said the ${word} was on Tuesday.`)
const parking = about('parking fees', 'parked cars', 'parking', 'fees', 'parking', 'parking')
const food = about('menu', 'menu', 'soup', 'soup', 'menu', 'kitchen')

test('finds what sets one group of texts apart, forms of a word together', () => {
  const terms = keyTerms(parking, food, 3)
  expect(terms[0]).toMatchObject({ term: 'parking', inGroup: 5, inRest: 0 })
  expect(terms.map(({ term }) => term)).not.toContain('tuesday')
  expect(keyTerms(food, parking, 1)[0]?.term).toBe('menu')
})

test('scores by log-odds over their standard deviation, with a prior', () => {
  // "cat" is 2 of 3 words in the group and 0 of 1 in the rest; of the prior's 500 words it has 500 * 2 / 4 = 250.
  // log((252 / 251) / (250 / 251)) / sqrt(1 / 252 + 1 / 250)
  const [cat] = keyTerms(['a cat sat', 'cat'], ['a dog'], 1)
  expect(cat?.term).toBe('cat')
  expect(cat?.score).toBeCloseTo(0.0892641, 6)
})

test('counts a word once a text, whoever repeats it', () => {
  const [term] = keyTerms(['soup soup soup soup soup soup', 'soup'], ['bread'], 1)
  expect(term).toMatchObject({ term: 'soup', inGroup: 2 })
})

test('has nothing to say about no texts', () => {
  expect(keyTerms([], [], 5)).toEqual([])
})
