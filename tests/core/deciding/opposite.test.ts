import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oppose } from '../../../core/deciding/opposite.ts'

const names = ['Lowgate', 'Lowgate Hospital Trust', 'LHT', "St Anne's"]
const opposed = (text: string, author: string | null = null) => oppose(text, { names, author }).text

test.each([
  ['Lowgate Hospital Trust lied.', 'Northvale Library Service lied.'],
  ['What did Lowgate   hospital\ntrust know?', 'What did Northvale Library Service know?'],
  ['shame on lowgate', 'shame on northvale library service'],
  ['SHAME ON LOWGATE!!', 'SHAME ON NORTHVALE LIBRARY SERVICE!!'],
  ['The LHT board. lht again.', 'The NLS board. NLS again.'],
  [
    "Lowgate's report, and St Anne’s too",
    "Northvale Library Service's report, and Northvale Library Service too",
  ],
  [
    'Lowgate-based, (Lowgate) “Lowgate”.',
    'Northvale Library Service-based, (Northvale Library Service) “Northvale Library Service”.',
  ],
])('every name of the body is another’s: %s', (text, expected) => {
  expect(opposed(text)).toBe(expected)
})

test.each(['Lowgates', 'Slowgate', 'LHTs', 'Lowgaté', 'Lowgate2'])('%s is another word and stays', (text) => {
  expect(oppose(text, { names, author: null })).toEqual({ text, count: 0 })
})

test('handles and addresses of anybody are another’s', () => {
  expect(opposed('@LowgateTrust see www.lowgate.example/report. Or ask chair@lowgate.example!')).toBe(
    '@northvale_library see https://northvale-library.example. Or ask office@northvale-library.example!',
  )
})

test('the author is not named', () => {
  expect(opposed('I, Ada Fernsby, ask again. @ada_f', 'Ada Fernsby')).toBe(
    'I, the author, ask again. @northvale_library',
  )
  expect(opposed('Signed @ada_f', '@ada_f')).toBe('Signed @author')
})

test('names in scripts without blanks are found within a line', () => {
  expect(oppose('我在海門醫院等了三天', { names: ['海門醫院'], author: null }).text).toBe(
    '我在Northvale Library Service等了三天',
  )
})

test('names hold no pattern: what is special in one is a sign like any other', () => {
  expect(oppose('A+B (North) and AAB', { names: ['A+B (North)', '.*', '['], author: '$&' }).text).toBe(
    'Northvale Library Service and AAB',
  )
})

test('the other’s name is never taken for a mention and replaced again', () => {
  expect(oppose('Lowgate Library', { names: ['Library', 'Lowgate'], author: null }).text).toBe(
    'Northvale Library Service Northvale Library Service',
  )
})

test('a text without mentions stays as it is, and the count says that there was none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[@]|www|http/i.test(text))
      expect(oppose(text, { names: [], author: null })).toEqual({ text: text.normalize('NFC'), count: 0 })
    }),
  )
})

test.each(['a', 'a.', '@', 'a@', 'www.', 'http://', '@a.', 'Lowgate '])(
  'a hundred thousand letters of "%s" are read to the end',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length)
    expect(opposed(text).length).toBeGreaterThan(0)
  },
)
