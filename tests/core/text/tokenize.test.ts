import { expect, test } from 'vitest'
import { hashText, Tokens, tokenKind } from '../../../core/text/tokenize.ts'

const read = (text: string): Tokens => {
  const tokens = new Tokens()
  tokens.read(text)
  return tokens
}
const words = (text: string): readonly string[] => {
  const tokens = read(text)
  return Array.from({ length: tokens.count }, (_, row) => tokens.textAt(row))
}

test('hashes as FNV-1a does', () => {
  expect(hashText('a') >>> 0).toBe(0xe40c292c)
  expect(hashText('foobar') >>> 0).toBe(0xbf9cf968)
})

test('lower-cases, takes off accents and keeps apostrophes', () => {
  expect(words('Don’t call the Café, they’ll ring.')).toEqual([
    "don't",
    'call',
    'the',
    'cafe',
    "they'll",
    'ring',
  ])
})

test('sees through full-width, bold, stretched and starred letters', () => {
  expect(words('ＩＤＩＯＴ')).toEqual(['idiot'])
  expect(words('𝐢𝐝𝐢𝐨𝐭')).toEqual(['idiot'])
  expect(words('i\u200bdi\u00adot')).toEqual(['idiot'])
  expect(words('sooooo')).toEqual(words('sooo'))
  expect(words('sh*t, a$$hole, f*** this')).toEqual(['sh*t', 'a$$hole', 'f***', 'this'])
})

test('does not take markup for letters', () => {
  expect(words('this is **bold** and *that* is not')).toEqual(words('this is bold and that is not'))
})

test('makes one token of each web address and each handle', () => {
  expect(words('See https://example.org/a?b=c#d and www.example.org @some_one')).toEqual([
    'see',
    '<url>',
    'and',
    '<url>',
    '<user>',
  ])
})

test('reads every group of people as one and the same word', () => {
  expect(words('Muslims, lesbians and BLACK women')).toEqual([
    '<group>',
    '<group>',
    'and',
    '<group>',
    '<group>',
  ])
})

test('keeps repeated marks and emoji, and no other punctuation', () => {
  expect(words('Why?! No!!! Yes. Ok? 😀 👍🏽')).toEqual(['why', '??', 'no', '!!', 'yes', 'ok', '😀', '👍'])
})

test('says where each token stands in the original text', () => {
  const text = 'Łódź: 😀 Ｙou’re  wrong!!'
  const tokens = read(text)
  const shown = Array.from({ length: tokens.count }, (_, row) =>
    text.slice(tokens.start[row], tokens.end[row]),
  )
  expect(shown).toEqual(['Łódź', '😀', 'Ｙou’re', 'wrong', '!!'])
})

test('tells words from the rest', () => {
  const tokens = read('word @me 😀')
  expect([...tokens.kind.subarray(0, tokens.count)]).toEqual([
    tokenKind.word,
    tokenKind.user,
    tokenKind.symbol,
  ])
})

test('reads other scripts and survives broken ones', () => {
  expect(words('مرحبا العالم')).toHaveLength(2)
  expect(words('你好，世界')).toHaveLength(2)
  expect(words('\ud800 \udc00 \ud83d')).toEqual([])
  expect(words('')).toEqual([])
})

test('forgets the last text', () => {
  const tokens = read('one two three four')
  tokens.read('five')
  expect(tokens.count).toBe(1)
  expect(tokens.textAt(0)).toBe('five')
})
