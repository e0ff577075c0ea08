import { describe, expect, test } from 'vitest'
import { counted, day, left, moment, size } from '../../renderer/src/copy/format.ts'
import { ledgerWords } from '../../renderer/src/copy/ledger.ts'
import { sharesOf100, wordsTowards } from '../../renderer/src/features/review/suggestion.ts'
import { paragraphs } from '../../renderer/src/ui/said.tsx'

describe('numbers and times', () => {
  test('are written as people write them', () => {
    expect(counted(1, 'comment')).toBe('1 comment')
    expect(counted(4812, 'comment')).toBe('4,812 comments')
    expect([size(900), size(1_240_000), size(70_000_000)]).toEqual(['900 bytes', '1.2 MB', '70.0 MB'])
    expect([left(null), left(1000), left(18_000), left(600_000)]).toEqual([
      '',
      'A few seconds left',
      'About 20 seconds left',
      'About 10 minutes left',
    ])
  })

  test('a time is said in UTC, with the year when it is not this one, and short on the same day', () => {
    const now = new Date('2026-11-22T00:00:00Z')
    expect(moment('2026-09-12T18:42:00.000Z', now)).toBe('12 Sep, 18:42')
    expect(moment('2026-09-12T18:42:00.000Z', now, '2026-09-12T18:40:00.000Z')).toBe('18:42')
    expect(day('2014-03-01T00:00:00.000Z', now)).toBe('1 Mar 2014')
    expect(moment(null, now)).toBe('')
    expect(moment('not a time', now)).toBe('')
  })
})

describe('a ledger in words', () => {
  const words = ledgerWords(
    {
      read: 4849,
      added: 4812,
      updated: 0,
      alreadyHere: 31,
      skipped: [
        { reason: 'no-text', count: 5 },
        { reason: 'unclosed-quote', count: 1 },
      ],
      repaired: [],
      orphans: 1,
    },
    'will',
  )

  test('adds up to the rows of the file', () => {
    const lines = [words.added, words.alreadyHere, words.skipped]
    expect(lines.reduce((sum, line) => sum + (line?.count ?? 0), 0)).toBe(words.sum.count)
  })

  test('says why rows cannot be read', () => {
    expect(words.skipped?.words).toBe('left out: 5 without a comment, 1 ending inside a quote')
    expect(words.remarks).toEqual(['1 answer has no parent in the file and stands on its own.'])
  })
})

describe('the model in words', () => {
  test('shares of 100 add up to 100, the likeliest first', () => {
    const shares = sharesOf100({ troll: 1 / 3, critic: 1 / 3, neither: 1 / 3 })
    expect(shares.reduce((sum, one) => sum + one.of100, 0)).toBe(100)
    expect(sharesOf100({ troll: 0.04, critic: 0.86, neither: 0.1 })[0]).toEqual({ band: 'critic', of100: 86 })
  })

  test('the words that pushed are said once, the strongest first', () => {
    const text = 'no no why'
    const evidence = [
      { start: 0, end: 2, towards: 'troll', weight: 1 },
      { start: 3, end: 5, towards: 'troll', weight: 2 },
      { start: 6, end: 9, towards: 'critic', weight: 1 },
    ] as const
    expect(wordsTowards(text, evidence, 'troll')).toEqual(['no'])
  })
})

describe('what somebody wrote', () => {
  test('keeps single line breaks and is one paragraph until a blank line', () => {
    const text = 'one\ntwo\n\n \r\nthree'
    expect(paragraphs(text)).toEqual([
      { start: 0, words: 'one\ntwo' },
      { start: text.indexOf('three'), words: 'three' },
    ])
    expect(paragraphs('')).toEqual([])
  })
})
