import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterEnd, letterStart, wholeLetters, wordSpans } from '../../../core/text/letters.ts'

const words = (text: string) => wordSpans(text).map(({ start, end }) => text.slice(start, end))

test('a passage never splits what a person sees as one letter', () => {
  const text = 'so 👩‍👩‍👧 sad'
  expect(wholeLetters(text, { start: 5, end: 6 })).toEqual({ start: 3, end: 11 })
  expect(wholeLetters('ca\u0301fé', { start: 0, end: 2 })).toEqual({ start: 0, end: 3 })
  expect(letterStart('a🙄b', 2)).toBe(1)
  expect(letterEnd('a🙄b', 2)).toBe(3)
})

test('a passage has no white space at its ends, and white space is no passage', () => {
  expect(wholeLetters('  two words ', { start: 0, end: 12 })).toEqual({ start: 2, end: 11 })
  expect(wholeLetters('a   b', { start: 1, end: 4 })).toBeNull()
})

test('whatever is chosen becomes a passage within the text that can be cut out cleanly', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (said, start, end) => {
      const found = wholeLetters(said, { start: Math.min(start, end), end: Math.max(start, end) })
      if (found === null) return
      expect(found.start).toBeGreaterThanOrEqual(0)
      expect(found.end).toBeGreaterThan(found.start)
      expect(found.end).toBeLessThanOrEqual(said.length)
      const cut = said.slice(found.start, found.end)
      expect(cut.isWellFormed()).toBe(said.isWellFormed())
      expect(cut.trim()).toBe(cut)
    }),
  )
})

test.each([
  ['I’m not being abusive, I’m asking.', ['I’m', 'not', 'being', 'abusive,', 'I’m', 'asking.']],
  ['(well-known) 2014!', ['(well-known)', '2014!']],
  ['leaflet 🙄🙄 again', ['leaflet', '🙄🙄', 'again']],
  ['كان أبي هنا', ['كان', 'أبي', 'هنا']],
  ['idiot. \u202eevil', ['idiot.', 'evil']],
  [' \n ', []],
])('%j has the words a person would point at', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('in a script without spaces the words are those of a dictionary', () => {
  expect(words('ฉันรักคุณ').length).toBeGreaterThan(1)
})

test('words follow each other, never overlap, and hold everything that can be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      let rest = ''
      let at = 0
      for (const { start, end } of wordSpans(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        rest += text.slice(at, start)
        at = end
      }
      expect((rest + text.slice(at)).replace(/\p{Cf}/gu, '').trim()).toBe('')
    }),
  )
})
