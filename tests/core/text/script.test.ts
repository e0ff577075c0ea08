import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadStarter } from '../../../core/classifier/linear-classifier.ts'
import { isMostlyLatin } from '../../../core/text/script.ts'

test.each([
  ['Shame on you', true],
  ['Łódź, ça va très bien', true],
  ['Uber 的出現', true],
  ['優步的出現因服務內容明確 Uber', false],
  ['كان أبي في ذلك الجناح', false],
  ['Почему так долго', false],
  ['😂😂 !!! 123', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(isMostlyLatin(text)).toBe(expected)
})

test('the starter is not sure of what it cannot read', () => {
  const starter = loadStarter(readFileSync('resources/starter/starter.bin'))
  const bands = starter
    .suggest(['كان أبي في ذلك الجناح', '優步的出現因服務內容明確', '😂😂', ''])
    .map(({ band }) => band)
  expect(bands).toEqual(['unsure', 'unsure', 'unsure', 'unsure'])
})
