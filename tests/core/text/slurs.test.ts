import { describe, expect, test } from 'vitest'
import { slurRanges } from '../../../core/text/slurs.ts'

// Put together from pieces, so that no test spells it out.
const word = ['pik', 'eys'].join('')
const covered = (text: string) => slurRanges(text).map(({ start, end }) => text.slice(start, end))

describe('words that are covered', () => {
  test('are found whole, whatever their case, accents, letters or signs around them', () => {
    const wide = [...word].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
    const bold = [...word].map((letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)).join('')
    for (const one of [word, word.toUpperCase(), `${word.slice(0, 2)}\u200b${word.slice(2)}`, wide, bold]) {
      expect(covered(`They said “${one}”, at the meeting.`)).toEqual([one])
    }
  })

  test('are not parts of other words, and not the names of groups', () => {
    expect(
      covered(`un${word}like raccoons, spices, a niggardly budget, Pakistani, gay and disabled people`),
    ).toEqual([])
  })

  test('keep their places in any text', () => {
    const text = `🙂 لماذا ${word}\nand ${word}.`
    expect(slurRanges(text).map(({ start }) => start)).toEqual([text.indexOf(word), text.lastIndexOf(word)])
    expect(slurRanges('')).toEqual([])
    expect(slurRanges('\ud800')).toEqual([])
  })

  test('are no words that also mean something harmless', () => {
    expect(covered('A tinker with a batty idea in Knacker Lane nips out to the bender.')).toEqual([])
  })
})
