/** The sentences and scales of the Model page and of the model's view, without a window. */
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../core/records.ts'
import { model } from '../../renderer/src/copy/en-model.ts'
import { atMost, listed, percent } from '../../renderer/src/copy/format.ts'
import { limitOf } from '../../renderer/src/features/measure/limit-field.tsx'
import { hasRead } from '../../renderer/src/features/review/desk-commands.ts'
import { hiddenBecause } from '../../renderer/src/features/review/suggestion.ts'
import { whySentence } from '../../renderer/src/features/review/why.ts'
import { learningAxis, niceTicks, shareAxis } from '../../renderer/src/ui/scale.ts'

const text = 'I have asked four times who signed off. They know nothing.'
const passage = (words: string, towards: Evidence['towards'], weight: number): Evidence => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, towards, weight }
}
const asked = passage('asked four times', 'critic', 3)
const signed = passage('who signed off', 'critic', 2)
const nothing = passage('know nothing', 'troll', 1)
const said = (...args: Parameters<typeof whySentence>) =>
  whySentence(...args)
    .map((part) => part.words)
    .join('')

describe('why the model thinks so', () => {
  test('is one sentence with the strongest words, and what speaks against it', () => {
    expect(said(text, { band: 'critic', evidence: [nothing, signed, asked] })).toBe(
      'Leans critic mostly because of “asked four times” and “who signed off”; “know nothing” points the other way.',
    )
    expect(said(text, { band: 'troll', evidence: [nothing] })).toBe(
      'Likely troll mostly because of “know nothing”.',
    )
  })

  test('names no more than two each way', () => {
    const many = [asked, signed, passage('have', 'critic', 1), passage('They', 'critic', 1)]
    expect(said(text, { band: 'critic', evidence: many })).not.toMatch(/have|They/)
  })

  test('is said of a comment without a single telling word too', () => {
    expect(said(text, { band: 'critic', evidence: [] })).toBe(
      'Leans critic as a whole. No single word moved it much.',
    )
    expect(said(text, { band: 'critic', evidence: [nothing] })).toBe(
      'Leans critic as a whole; “know nothing” points the other way.',
    )
    expect(said(text, { band: 'neither', evidence: [] })).toBe(
      'Likely neither: no word in it points strongly to troll or critic.',
    )
  })

  test('says when no label is clear, and what pulled', () => {
    expect(said(text, { band: 'unsure', evidence: [] })).toBe('No label is clear enough. Read it yourself.')
    expect(said(text, { band: 'unsure', evidence: [asked, nothing] })).toBe(
      'No label is clear enough: “asked four times” points to critic, “know nothing” points to troll. Read it yourself.',
    )
    expect(said(text, { band: 'neither', evidence: [asked, signed] })).toBe(
      'Likely neither: “asked four times” and “who signed off” point to critic, not strongly enough.',
    )
  })

  test('keeps the words of the comment apart from ours, on one line, cut between characters', () => {
    const long = `${'😂'.repeat(40)}\n\nend`
    const evidence = [{ start: 0, end: long.length, towards: 'troll', weight: 1 }] as const
    const quotes = whySentence(long, { band: 'troll', evidence }).filter((part) => part.towards !== null)
    expect(quotes).toEqual([{ words: `${'😂'.repeat(31)}…`, towards: 'troll' }])
  })
})

describe('a suggestion', () => {
  const rules = { mode: 'check', suggestions: true } as const
  const comment = { isMeasuring: true } as Parameters<typeof hiddenBecause>[0]

  test('is hidden where it is switched off, in Code mode, and while a comment measures the model', () => {
    expect(hiddenBecause(comment, { ...rules, suggestions: false })).toBe('off')
    expect(hiddenBecause(comment, { ...rules, mode: 'code' })).toBe('code')
    expect(hiddenBecause(comment, rules)).toBe('measuring')
    expect(hiddenBecause(null, rules)).toBeNull()
  })

  test('that changed under the eyes is accepted only when it can have been read', () => {
    const seen = {
      commentId: 1,
      sinceMs: 0,
      decidableMs: 0,
      sawSuggestion: true,
      band: 'troll',
      bandSinceMs: 5000,
    } as const
    expect(hasRead(seen, 'troll', 5100)).toBe(false)
    expect(hasRead(seen, 'critic', 9000)).toBe(false)
    expect(hasRead(seen, 'troll', 9000)).toBe(true)
    expect(hasRead({ ...seen, bandSinceMs: Number.NEGATIVE_INFINITY }, 'troll', 1)).toBe(true)
  })
})

describe('the numbers of the Model page', () => {
  test('shares are short, and bounds never below what they stand for', () => {
    expect([percent(0.005), percent(0.02), percent(0.5), percent(0)]).toEqual([
      '0.5\u00a0%',
      '2\u00a0%',
      '50\u00a0%',
      '0\u00a0%',
    ])
    expect([atMost(0.02401), atMost(0.024), atMost(0.3123), atMost(1)]).toEqual([
      '2.5\u00a0%',
      '2.4\u00a0%',
      '32\u00a0%',
      '100\u00a0%',
    ])
  })

  test('a typed limit is taken with point or comma, from 0.1 to 20', () => {
    expect([limitOf('2'), limitOf(' 1,5 '), limitOf('0.1'), limitOf('20')]).toEqual([0.02, 0.015, 0.001, 0.2])
    expect(['0.05', '21', '-1', 'two', '', '1e1', '2 %'].map(limitOf)).toEqual(Array(7).fill(null))
  })

  test('an axis ends on a tick, has room for the bound, and never passes 100 %', () => {
    expect(niceTicks(5, 5)).toEqual([0, 1, 2, 3, 4, 5])
    expect(niceTicks(0, 5)).toEqual([0])
    expect(shareAxis(0.024, 0.02)).toEqual({ max: 0.04, ticks: [0, 0.01, 0.02, 0.03, 0.04] })
    for (const high of [0, 0.001, 0.3123, 0.95, 1]) {
      for (const limit of [0.001, 0.02, 0.2]) {
        const { max, ticks } = shareAxis(high, limit)
        expect(max).toBeGreaterThanOrEqual(Math.max(high, limit))
        expect(max).toBeLessThanOrEqual(1)
        expect(ticks.at(-1)).toBeCloseTo(max)
        expect(ticks.length).toBeLessThanOrEqual(7)
      }
    }
    expect([learningAxis(85), learningAxis(51), learningAxis(12)]).toEqual([
      [80, 90, 100],
      [40, 60, 80, 100],
      [0, 50, 100],
    ])
  })

  test('are said in whole sentences, one or many', () => {
    expect(model.measured(207, 196, 1)).toContain('Among the 196 that are no trolls it called **1** a troll.')
    expect(model.measured(1, 1, 0)).toBe(
      'Measured on **1** made blind and at random, by a model that had not learned from it. The one that is no troll it did not call a troll.',
    )
    expect(model.limit.shipped(49, 8)).toBe(
      'The strict threshold that came with the app holds until 49 confirmed non-trolls are drawn at random; 8 are there.',
    )
    expect(model.learning.lede(207, 100, -1)).toBe('On the same 207. The last 100 decisions cost 1.')
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
  })
})
