import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenIn } from '../../../core/text/hidden.ts'

const names = (text: string) => hiddenIn(text).map(({ name }) => name)

test.each([
  ['a\u202eb\u202c', ['RLO', 'PDF']],
  ['tr\u200boll', ['ZWSP']],
  ['id\u00adiot', ['SHY']],
  ['a\u0007b', ['U+0007']],
  ['trоll', ['o']],
  ['приvет', []],
  ['приcет', ['c']],
  ['привет и hello', []],
  ['𝐭𝐫oll', ['t', 'r']],
  ['x\u{e0041}', ['TAG A']],
])('in %j it finds %j', (text, expected) => {
  expect(names(text)).toEqual(expected)
})

test.each(['👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 👍🏽', 'می‌خواهم', 'क्‍ष', 'plain words, “quoted”\n\tand a tab'])(
  'what is needed to write %j rightly is not called hidden',
  (text) => {
    expect(names(text)).toEqual([])
  },
)

test('a joiner between plain letters is called hidden all the same', () => {
  expect(names('tr\u200dol\u200cl')).toEqual(['ZWJ', 'ZWNJ'])
})

test('marks are in order, never overlap, and never split a letter in two', () => {
  const unit = fc.constantFrom('a', 'о', '\u202e', '\u200b', '👍', '\u{e0041}', '𝐭', '\u200d', ' ', '\ufe0f')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (letters) => {
      const text = letters.join('')
      let at = 0
      for (const { start, end } of hiddenIn(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end).isWellFormed()).toBe(true)
        expect([...text.slice(start, end)]).toHaveLength(1)
        at = end
      }
    }),
  )
})
