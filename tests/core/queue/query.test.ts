import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCodebook } from '../../../core/codebook.ts'
import { standardCodebook } from '../../../core/labels.ts'
import { asksTheModel, parseQuery } from '../../../core/queue/query.ts'
import { matchExpression } from '../../../core/queue/query-text.ts'

const surroundings = { codebook: standardCodebook, today: '2026-09-14' }
const parse = (typed: string) => parseQuery(typed, surroundings)
const terms = (typed: string) => parse(typed).groups.map((group) => group.map(({ term }) => term))
const only = (typed: string) => {
  const [[part] = []] = parse(typed).groups
  return part?.term
}
const hints = (typed: string) => parse(typed).hints
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`)

describe('words', () => {
  test('all must be there, and the last may still be being typed', () => {
    expect(terms('report delay')).toMatchObject([
      [{ kind: 'text', words: ['report'], isPrefix: false }],
      [{ kind: 'text', words: ['delay'], isPrefix: true }],
    ])
    expect(only('delay ')).toMatchObject({ words: ['delay'], isPrefix: false })
  })

  test.each([
    ['"fern ward"', { words: ['fern', 'ward'], isPhrase: true, isPrefix: false }],
    ['“fern ward”', { words: ['fern', 'ward'], isPhrase: true, isPrefix: false }],
    ['repo* ', { words: ['repo'], isPrefix: true }],
    ['r* ', { words: ['r'], isPrefix: true }],
    ["don't ", { words: ['don', 't'], isPrefix: false }],
    ['我的母亲', { words: [], isPlain: true, text: '我的母亲' }],
    ['ความล่าช้า', { isPlain: true }],
    ['?!', { isPlain: true, text: '?!' }],
    ['😀', { isPlain: true }],
  ])('%s', (typed, expected) => expect(only(typed)).toMatchObject({ kind: 'text', ...expected }))

  test('one or two letters at the end are a whole word, and that is said', () => {
    expect(only('gp')).toMatchObject({ words: ['gp'], isPrefix: false })
    expect(hints('gp')).toMatchObject([{ kind: 'short-word', word: 'gp', start: 0, end: 2 }])
    expect(hints('gp ')).toEqual([])
    expect(hints('gp*')).toEqual([])
  })

  test('a minus turns what follows it round, and OR joins its two sides', () => {
    expect(parse('-thanks report OR delay -label:troll ').groups).toMatchObject([
      [{ isNot: true, term: { words: ['thanks'] } }],
      [{ isNot: false, term: { words: ['report'] } }, { term: { words: ['delay'] } }],
      [{ isNot: true, term: { kind: 'label' } }],
    ])
    expect(terms('a OR b OR author:x c ')).toHaveLength(2)
    // In small letters it is a word.
    expect(terms('this or that ')).toHaveLength(3)
  })
})

describe('fields', () => {
  test.each([
    ['author:"Wren 208"', { kind: 'author', names: [{ text: 'Wren 208', isWhole: true }] }],
    ['AUTHOR:wren', { kind: 'author', names: [{ text: 'wren', isWhole: false }] }],
    ['author:wren,"Rook 5"', { names: [{ text: 'wren' }, { text: 'Rook 5', isWhole: true }] }],
    ['thread:"Report published"', { kind: 'thread', names: [{ text: 'Report published' }] }],
    ['source:trust-page.csv', { kind: 'source', names: [{ text: 'trust-page.csv' }] }],
    ['label:Troll,critic', { kind: 'label', labels: ['troll', 'critic'] }],
    ['label:none', { kind: 'label', labels: [null] }],
    ['decided:me', { kind: 'decided', by: ['me'] }],
    ['decided:"me"', { by: [{ text: 'me', isWhole: true }] }],
    ['decided:yes', { by: ['anyone'] }],
    ['decided:no', { by: ['nobody'] }],
    ['decided:Priya', { by: [{ text: 'Priya', isWhole: false }] }],
    ['suggestion:unsure', { kind: 'suggestion', bands: ['unsure'] }],
    ['suggestion:troll', { bands: ['troll'] }],
    ['measured:"Troll",unsure', { kind: 'measured', bands: ['troll', 'unsure'] }],
    ['measured:yes', { bands: [null] }],
    ['has:note,replies', { kind: 'has', what: ['note', 'reply'] }],
    ['score:0.4..0.6', { kind: 'score', label: null, ranges: [{ from: 0.4, to: 0.6 }] }],
    ['score:critic:.5..', { label: 'critic', ranges: [{ from: 0.5, to: 1 }] }],
    ['score:>0.9', { ranges: [{ from: 0.9, to: 1, isAbove: true }] }],
    ['score:<=0.1', { ranges: [{ from: 0, to: 0.1, isBelow: false }] }],
    ['date:2026', { kind: 'date', periods: [{ startMs: day('2026-01-01'), endMs: day('2027-01-01') }] }],
    ['date:2026-09', { periods: [{ startMs: day('2026-09-01'), endMs: day('2026-10-01') }] }],
    ['date:2026-12-31', { periods: [{ startMs: day('2026-12-31'), endMs: day('2027-01-01') }] }],
    ['date:2026-09-01..2026-09-12', { periods: [{ startMs: day('2026-09-01'), endMs: day('2026-09-13') }] }],
    ['date:>2026-09', { periods: [{ startMs: day('2026-10-01'), endMs: Number.POSITIVE_INFINITY }] }],
    ['date:<2026-09', { periods: [{ startMs: Number.NEGATIVE_INFINITY, endMs: day('2026-09-01') }] }],
    ['date:..2026-09', { periods: [{ endMs: day('2026-10-01') }] }],
    ['date:today', { periods: [{ startMs: day('2026-09-14'), endMs: day('2026-09-15') }] }],
    ['date:yesterday', { periods: [{ startMs: day('2026-09-13') }] }],
  ])('%s', (typed, expected) => {
    expect(only(typed)).toMatchObject(expected)
    expect(hints(typed)).toEqual([])
  })

  test('labels of a codebook of its own go by their names, in any case, with blanks in quotes', () => {
    const labels = ['Billing issue', 'Praise'].map((name) => ({ name, definition: '' }))
    const codebook = makeCodebook({ name: 'Own', labels }, 'own-1')
    const own = (typed: string) => parseQuery(typed, { codebook, today: '2026-09-14' })
    expect(own('label:"billing ISSUE"').groups[0]?.[0]?.term).toMatchObject({
      labels: [codebook.labels[0]?.id],
    })
    expect(own('score:"Billing issue":0.4..0.6').groups[0]?.[0]?.term).toMatchObject({
      label: codebook.labels[0]?.id,
      ranges: [{ from: 0.4, to: 0.6 }],
    })
    expect(own('score:0.4..0.6').hints).toMatchObject([{ kind: 'score-of-what' }])
  })

  test('an address is no field', () => {
    expect(hints('https://lowgate.example/report ')).toEqual([])
    expect(terms('https://lowgate.example/report ')).toMatchObject([[{ kind: 'text' }]])
  })

  test('a suggestion or a score asks the model, a label does not', () => {
    expect(asksTheModel(parse('report -suggestion:troll'))).toBe(true)
    expect(asksTheModel(parse('measured:yes'))).toBe(true)
    expect(asksTheModel(parse('report OR score:>0.9'))).toBe(true)
    expect(asksTheModel(parse('report label:troll'))).toBe(false)
  })
})

describe('what is not understood', () => {
  test.each([
    ['autor:wren', [{ kind: 'unknown-field', name: 'autor', nearest: 'author', start: 0, end: 6 }], 1],
    ['re:report ', [{ kind: 'unknown-field', name: 're', nearest: null }], 1],
    ['delay author:', [{ kind: 'no-value', field: 'author', start: 6, end: 13 }], 1],
    ['delay author:""', [{ kind: 'no-value', field: 'author' }], 1],
    ['"fern ward', [{ kind: 'unclosed-quote', start: 0, end: 10 }], 1],
    ['author:"Wren', [{ kind: 'unclosed-quote', start: 7 }], 1],
    [
      'label:trol delay ',
      [{ kind: 'unknown-value', field: 'label', nearest: 'troll', start: 6, end: 10 }],
      1,
    ],
    ['label:troll,xyzzy', [{ kind: 'unknown-value', value: 'xyzzy', nearest: null }], 1],
    ['suggestion:maybe', [{ kind: 'unknown-value', field: 'suggestion' }], 0],
    ['measured:maybe', [{ kind: 'unknown-value', field: 'measured' }], 0],
    ['has:notee', [{ kind: 'unknown-value', field: 'has', nearest: 'note' }], 0],
    ['date:2026-02-30', [{ kind: 'impossible-date', value: '2026-02-30', start: 5, end: 15 }], 0],
    ['date:2026-13', [{ kind: 'impossible-date' }], 0],
    ['date:12/09/2026', [{ kind: 'bad-date' }], 0],
    ['date:..', [{ kind: 'bad-date' }], 0],
    ['date:2026-09-12..2026-09-01', [{ kind: 'empty-range' }], 0],
    ['score:0.6..0.4', [{ kind: 'empty-range' }], 0],
    ['score:40', [{ kind: 'bad-score' }], 0],
    ['score:high', [{ kind: 'bad-score' }], 0],
    ['score:critik:0.5', [{ kind: 'unknown-value', field: 'score', nearest: 'critic' }], 0],
    ['OR delay ', [{ kind: 'lone', sign: 'OR' }], 1],
    ['a OR OR b ', [{ kind: 'lone', sign: 'OR' }], 1],
    ['- delay ', [{ kind: 'lone', sign: '-', start: 0, end: 1 }], 1],
    ['* delay ', [{ kind: 'lone', sign: '*' }], 1],
  ])('%s is said, and the rest is searched for', (typed, expected, groups) => {
    expect(hints(typed)).toMatchObject(expected)
    expect(terms(typed)).toHaveLength(groups)
  })

  test('an OR that waits for its second word is no mistake yet', () => {
    expect(hints('delay OR')).toEqual([])
    expect(terms('delay OR')).toHaveLength(1)
  })
})

describe('whatever is typed', () => {
  const scraps = fc.constantFrom(
    ...[
      '"',
      '“',
      '-',
      'OR',
      '*',
      ':',
      ',',
      '..',
      '(',
      ')',
      'NEAR',
      'AND',
      'NOT',
      '^',
      '{',
      "'",
      ';--',
      '\u0000',
      '\u202e',
    ],
    ...['author:', 'label:', 'score:', 'date:', 'has:', '>', '0.4', '2026-02-30', '母', '😀', ' ', 'a'],
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  test('it never throws, and each hint lies within what was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const { start, end } of hints(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  test('nothing but words in quotes reaches the index', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const term of terms(text).flat()) {
          if (term.kind !== 'text' || term.isPlain) continue
          expect(matchExpression(term)).toMatch(
            /^"[\p{L}\p{N}\p{M}\p{Co}]+( [\p{L}\p{N}\p{M}\p{Co}]+)*"\*?$/u,
          )
        }
      }),
    )
  })
})
