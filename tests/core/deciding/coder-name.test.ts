import { expect, test } from 'vitest'
import { isSameCoder } from '../../../core/deciding/coder-name.ts'

test.each([
  ['Priya', ' priya ', true],
  ['Ana María', 'ana  mari\u0301a', true],
  ['Priya', 'Priya 2', false],
  ['José', 'Jose', false],
])('%j and %j are one person: %j', (one, other, isOne) => {
  expect(isSameCoder(one, other)).toBe(isOne)
})
