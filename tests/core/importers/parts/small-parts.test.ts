import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../../core/importers/parts/figure.ts'
import { at, listAt, numberAt, parseExactly, textAt } from '../../../../core/importers/parts/json-exact.ts'
import { answersOf, coderIn, labelsIn, textKeyOf } from '../../../../core/importers/parts/labelled.ts'
import { mendLatin1 } from '../../../../core/importers/parts/mojibake.ts'
import { rowAsJson } from '../../../../core/importers/parts/row-json.ts'

const asLatin1 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text))

describe('bytes that were each written as a character', () => {
  test.each(['Børge', 'Maren’s “ward”', 'شكرا لك', '待っている', '👏 100 % late', 'a%20b é', 'é\nù\u0000'])(
    'give “%s” back',
    (text) => {
      expect(mendLatin1(asLatin1(text))).toBe(text)
    },
  )

  test.each([
    'plain',
    '',
    'Børge',
    '待っている',
    'Ã',
    'Ã©té 待',
    'Â£ and \u00c3(',
    '\u00ed\u00a0\u0080 \u00c3\u00a9',
    'Ã©\u00ff',
  ])('are not seen in “%s”, or not for certain', (text) => {
    expect(mendLatin1(text)).toBeNull()
  })
})

describe('a figure', () => {
  test.each([
    [61, 61, null],
    ['1,204', 1204, null],
    ['1,204,000', 1_204_000, null],
    ['61.0', 61, null],
    ['-3', -3, null],
    [' 7 ', 7, null],
    ['26.5K', 26_500, 'rounded-number'],
    ['1,2 m', 1_200_000, 'rounded-number'],
    ['2B', 2e9, 'rounded-number'],
    ['', null, null],
    [null, null, null],
    [undefined, null, null],
    ['many', null, 'bad-number'],
    ['1.5', null, 'bad-number'],
    ['12,04', null, 'bad-number'],
    [1.5, null, 'bad-number'],
    [Number.NaN, null, 'bad-number'],
    [Number.POSITIVE_INFINITY, null, 'bad-number'],
    ['99999999999999999999', null, 'bad-number'],
    ['0x10', null, 'bad-number'],
  ])('written %j is %j, with the doubt %j', (written, value, doubt) => {
    expect(readFigure(written)).toEqual({ value, doubt })
  })
})

describe('JSON read exactly', () => {
  test('keeps whole numbers that are too long as they are written', () => {
    expect(parseExactly('[1234567890123456789,-9007199254740993,12,1.5,"1234567890123456789"]')).toEqual([
      '1234567890123456789',
      '-9007199254740993',
      12,
      1.5,
      '1234567890123456789',
    ])
    expect(() => parseExactly('{"a":')).toThrow(SyntaxError)
  })

  test('is looked into without what all objects have', () => {
    const value = parseExactly('{"a":{"b":[1,"x"]},"__proto__":{"c":2},"n":"12","big":1e400,"blank":" "}')
    expect([
      at(value, 'a', 'b', '1'),
      at(value, 'constructor'),
      at(value, 'a', 'toString'),
      at(null, 'a'),
    ]).toEqual(['x', undefined, undefined, undefined])
    expect([textAt(value, 'n'), textAt(value, 'blank'), textAt(value, 'a'), textAt(value, 'big')]).toEqual([
      '12',
      null,
      null,
      null,
    ])
    expect([numberAt(value, 'n'), numberAt(value, 'big'), numberAt(value, 'a')]).toEqual([12, null, null])
    expect([listAt(value, 'a', 'b'), listAt(value, 'n')]).toEqual([[1, 'x'], []])
  })
})

test('a row is JSON with its columns in order, whatever they are called', () => {
  const json = rowAsJson(
    ['b', '1', '__proto__', 'b'].map((name) => JSON.stringify(name)),
    ['x"\n\ud800', undefined, 'z', '👏'],
  )
  expect(json).toBe('{"b":"x\\"\\n\\ud800","1":"","__proto__":"z","b":"👏"}')
})

describe('labels', () => {
  test('are found in all the shapes that tools write them in', () => {
    const of = (value: unknown) => labelsIn(value, 'one two').map(({ label, passage }) => [label, passage])
    expect(of('a')).toEqual([['a', null]])
    expect(of(['a', 3, true, null, ''])).toEqual([
      ['a', null],
      ['3', null],
      ['true', null],
    ])
    expect(
      of([
        [0, 3, 'a'],
        [4, 7, 'b'],
        [9, 12, 'c'],
        [3, 0, 'd'],
      ]),
    ).toEqual([
      ['a', 'one'],
      ['b', 'two'],
      ['c', null],
      ['d', null],
    ])
    expect(of({ choices: ['a', 'b'] })).toEqual([
      ['a', null],
      ['b', null],
    ])
    expect(of([{ start: 4, end: 7, text: 'two', labels: ['a'] }])).toEqual([['a', 'two']])
    expect(of([{ label: 'a', start_offset: 0, end_offset: 3 }])).toEqual([['a', 'one']])
    expect(of({ value: { choices: ['a'] } })).toEqual([['a', null]])
    expect(of('x'.repeat(101))).toEqual([])
  })

  test('without end are not walked through', () => {
    let deep: unknown = 'a'
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    expect(labelsIn(deep, '')).toEqual([])
    expect(
      labelsIn(
        Array.from({ length: 100_000 }, () => 'a'),
        '',
      ).length,
    ).toBe(200)
  })

  test('set twice by one coder are one answer', () => {
    const marked = labelsIn(['a', 'b', 'a'], '')
    expect(answersOf({ coder: ' maren ', at: null }, marked)).toEqual([
      { coder: 'maren', label: 'a', at: null, note: null },
      { coder: 'maren', label: 'b', at: null, note: null },
    ])
  })

  test('are somebody’s', () => {
    expect([
      coderIn(3),
      coderIn('maren'),
      coderIn({ id: 4 }),
      coderIn({ id: 4, email: 'm@lowgate.example' }),
      coderIn({ first_name: 'M', last_name: 'P' }),
      coderIn(null),
      coderIn([]),
    ]).toEqual(['3', 'maren', '4', 'm@lowgate.example', 'M P', null, null])
  })

  test('are of a text that is known by its name, else the longest that is no address', () => {
    expect(textKeyOf({ id: 'x', text: 'a', body: 'longer' })).toBe('text')
    expect(textKeyOf({ a: 'short', b: 'longer words', url: 'https://lowgate.example/a/very/long/way' })).toBe(
      'b',
    )
    expect(textKeyOf({ a: 1 })).toBeNull()
  })
})
