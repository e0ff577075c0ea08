import { expect, test } from 'vitest'
import { rocAuc } from '../../../core/evaluation/metrics.ts'
import type { Suggestion } from '../../../core/records.ts'
import { criticSentences, critics, neitherSentences, neithers, trolls } from './sentences.ts'
import { starter } from './starter.ts'

const one = (text: string): Suggestion => {
  const [suggestion] = starter.suggest([text], { evidence: true })
  if (!suggestion) throw new Error('No suggestion')
  return suggestion
}
const trollOf = ({ shares }: Suggestion): number => shares.troll ?? Number.NaN
const shown = (text: string): readonly string[] =>
  one(text).evidence.map(({ start, end, towards }) => `${towards}: ${text.slice(start, end)}`)

test.each(criticSentences)('does not accuse a critic: $text ($because)', ({ text }) => {
  expect(one(text).band).not.toBe('troll')
})

test.each(neitherSentences)('takes no plain remark for a troll: $text ($because)', ({ text }) => {
  expect(one(text).band).not.toBe('troll')
  expect(one(text).shares.troll).toBeLessThan(0.2)
})

test('puts trolls above critics', () => {
  const scored = (texts: readonly string[], isPositive: boolean) =>
    starter.suggest(texts).map(({ shares }) => ({ score: shares.troll ?? Number.NaN, isPositive }))
  const examples = [...scored(trolls, true), ...scored(critics, false)]
  expect(rocAuc(examples)).toBeGreaterThan(0.95)
  const highestCritic = Math.max(...starter.suggest(critics).map(trollOf))
  expect(starter.suggest(trolls).filter((said) => trollOf(said) > highestCritic).length).toBeGreaterThan(
    trolls.length / 2,
  )
})

test('suggests most of the clear trolls as troll', () => {
  const bands = starter.suggest(trolls).map(({ band }) => band)
  expect(bands.filter((band) => band === 'troll').length).toBeGreaterThan(trolls.length / 2)
})

test('tells most critics from remarks that find no fault', () => {
  const leaning = (texts: readonly string[]) =>
    starter.suggest(texts).filter(({ shares: { critic = 0, neither = 0 } }) => critic > neither).length
  expect(leaning(critics)).toBeGreaterThan(critics.length * 0.75)
  expect(leaning(neithers)).toBeLessThan(neithers.length * 0.25)
})

const strange = [
  '',
  ' \n\t ',
  '😀😀😀',
  '\ud800',
  'a\udc00b\ud800',
  '\u0000\u0001',
  '\u200b\u200d\ufeff',
  '\u202ereversed',
  'مرحبا بالعالم',
  '漢字'.repeat(2000),
  '!!!???'.repeat(5000),
  'x'.repeat(100_000),
  'you idiot '.repeat(10_000),
  '@'.repeat(1000),
  '<script>alert(1)</script>',
  '__proto__ constructor',
]

test.each(strange)('gives probabilities that add up to 1 for any string (%#)', (text) => {
  const { shares, band, evidence } = one(text)
  const { troll = Number.NaN, critic = Number.NaN, neither = Number.NaN } = shares
  for (const value of [troll, critic, neither]) {
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
  }
  expect(troll + critic + neither).toBeCloseTo(1, 12)
  expect(['troll', 'critic', 'neither', 'unsure']).toContain(band)
  expect(evidence.length).toBeLessThanOrEqual(12)
})

test('gives one suggestion a text, in order, whatever stands beside it', () => {
  const together = starter.suggest([...trolls, ...critics])
  expect(together).toHaveLength(trolls.length + critics.length)
  expect(together[3]).toEqual(starter.suggest([trolls[3] ?? ''])[0])
  expect(starter.suggest([])).toEqual([])
})

test('gives evidence only where it is asked for', () => {
  expect(starter.suggest([trolls[0] ?? ''])[0]?.evidence).toEqual([])
  expect(one(trolls[0] ?? '').evidence.length).toBeGreaterThan(0)
})

test('shows the words that speak for and against', () => {
  expect(shown('Shut up, you stupid fat cow.')[0]).toContain('stupid')
  const mixed = shown('Nobody called you an idiot, I said the decision was idiotic.')
  expect(mixed.some((passage) => passage.startsWith('troll:') && passage.includes('idiot'))).toBe(true)
  expect(mixed.some((passage) => passage.startsWith('critic:'))).toBe(true)
})

test('keeps evidence apart, strongest first, on whole words', () => {
  const text = [...critics, ...trolls].join(' ')
  const { evidence } = one(text)
  expect(evidence).toHaveLength(12)
  expect(evidence.map(({ weight }) => weight)).toEqual(
    evidence.map(({ weight }) => weight).toSorted((first, second) => second - first),
  )
  const inOrder = evidence.toSorted((first, second) => first.start - second.start)
  inOrder.forEach(({ start, end, weight }, at) => {
    expect(weight).toBeGreaterThan(0)
    expect(end).toBeGreaterThan(start)
    expect(start).toBeGreaterThanOrEqual(inOrder[at - 1]?.end ?? 0)
    expect(`${text.slice(start - 1, start)}|${text.slice(end, end + 1)}`).toMatch(/^\W?\|\W?$/)
  })
})

test('underlines no weak words beside strong ones', () => {
  const text = 'You lying scumbag, shut up. I understand your letter about the opening hours.'
  expect(one(text).evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
    'You lying scumbag',
    'shut up',
  ])
})

test('never underlines a word of grammar, a group of people or a handle alone', () => {
  const alone =
    /^(i|you|your|the|a|an|is|are|was|all|this|that|not|never|and|of|to|muslim|muslims|gay|gays|women|black|@\w+)$/i
  const passages = [...critics, ...trolls, ...neithers].flatMap((text) =>
    one(`@someone ${text}`).evidence.map(({ start, end }) => `@someone ${text}`.slice(start, end)),
  )
  expect(passages.filter((passage) => alone.test(passage))).toEqual([])
})
