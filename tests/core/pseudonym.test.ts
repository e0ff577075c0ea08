import { expect, test } from 'vitest'
import { pseudonym } from '../../core/pseudonym.ts'

const seed = '5eed0000-0000-4000-8000-000000000000'

test('the same author has the same name all through a project, and another in another project', () => {
  expect(pseudonym(seed, 7)).toBe(pseudonym(seed, 7))
  expect(pseudonym(seed, 7)).not.toBe(pseudonym(`${seed}0`, 7))
  expect(pseudonym(seed, 7)).toMatch(/^[A-Z][a-z]+ \d{1,3}$/)
})

test('no two authors share a name, however many there are', () => {
  const authors = 120_000
  expect(new Set(Array.from({ length: authors }, (_, at) => pseudonym(seed, at + 1))).size).toBe(authors)
})
