/** Which key decides for which label, and what is wrong with labels that somebody wrote. No window. */
import { describe, expect, test } from 'vitest'
import { makeCodebook } from '../../core/codebook.ts'
import { standardCodebook } from '../../core/labels.ts'
import { fakeCodebook } from '../../renderer/src/client/fake-codebook.ts'
import { bandName, labelNoun, labelWord } from '../../renderer/src/copy/names.ts'
import {
  codebookOf,
  draftProblems,
  draftReducer,
  startDraft,
} from '../../renderer/src/features/import/labels-draft.ts'
import { whatIsMissing } from '../../renderer/src/features/review/no-model.tsx'
import {
  bandLook,
  lineOf,
  passagesOf,
  suggestedLabel,
} from '../../renderer/src/features/review/suggestion.ts'
import { whySentence } from '../../renderer/src/features/review/why.ts'
import { labelKeys } from '../../renderer/src/keyboard/label-keys.ts'
import { labelShortcuts } from '../../renderer/src/keyboard/label-shortcuts.ts'
import { deskKeys, shortcuts } from '../../renderer/src/keyboard/shortcuts.ts'

const labelled = (...letters: readonly string[]) => letters.map((letter) => ({ letter, name: letter }))

describe('the keys of labels', () => {
  test('are the letter and the number for ours', () => {
    const keys = labelShortcuts(standardCodebook.labels).map((one) => one.keys)
    expect(keys).toEqual([
      ['t', '1'],
      ['c', '2'],
      ['n', '3'],
      ['u', '4'],
    ])
  })

  test('are never those of the desk: such a label has its number alone', () => {
    expect(labelKeys(labelled('S', 'B', 'G'), deskKeys)).toEqual([['1'], ['b', '2'], ['3']])
  })

  test('are the letters that a codebook was given: it keeps off those of the desk', () => {
    const names = [
      'Access',
      'Safety',
      'Praise',
      'Other',
      'Money',
      'Jobs',
      'Zoning',
      'Kids',
      'Exit',
      'Green',
      'X',
    ]
    const labels = names.map((name) => ({ name, definition: '' }))
    for (const { letter, name } of makeCodebook({ name: 'Ours', labels }, 'own-1').labels) {
      expect([name, deskKeys.has(letter.toLowerCase())]).toEqual([name, false])
    }
  })

  test('are never the same twice', () => {
    expect(labelKeys(labelled('B', 'B'), new Set())).toEqual([['b', '1'], ['2']])
  })

  test('past the ninth are a letter: its own, or the first free one of its name, or of the alphabet', () => {
    const nine = labelled('B', 'C', 'D', 'F', 'H', 'I', 'L', 'N', 'Q')
    const more = [
      { letter: 'V', name: 'Visit' },
      { letter: 'S', name: 'Site' },
      { letter: 'Z', name: 'Zoo' },
    ]
    expect(labelKeys([...nine, ...more], deskKeys).slice(9)).toEqual([['v'], ['t'], ['u']])
  })

  test('may be of any script, and are never what is no letter', () => {
    expect(labelKeys(labelled('ش', '7', '😀', 'É'), deskKeys)).toEqual([['ش', '1'], ['2'], ['3'], ['é', '4']])
  })

  test.each([2, 3, 12] as const)('of %i labels work with all the others of the desk', (labels) => {
    const own = labelShortcuts(fakeCodebook(labels).labels).map((one) => one.keys)
    const desk = Object.values(shortcuts)
      .filter(({ scope }) => scope === 'review' || scope === 'everywhere')
      .flatMap(({ keys }) => keys)
    const all: readonly string[] = [...own.flat(), ...desk]
    expect(own.every((keys) => keys.length > 0)).toBe(true)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('labels that somebody writes', () => {
  const empty = startDraft(null)
  const [first, second] = empty.rows.map(({ key }) => key) as [number, number]
  const name = (draft: typeof empty, key: number, words: string) =>
    draftReducer(draft, { type: 'written', key, change: { name: words } })

  test('need a name each, and not the same one, whatever its case', () => {
    expect([...draftProblems(empty).rows.values()]).toEqual(['empty', 'empty'])
    expect(draftProblems(name(name(empty, first, 'Delay'), second, 'Delays')).rows.size).toBe(0)
    expect(draftProblems(name(name(empty, first, 'A  delay'), second, ' a delay ')).rows.get(second)).toBe(
      'same',
    )
    expect(draftProblems(name(empty, first, 'unsure')).rows.get(first)).toBe('unsure')
    expect(draftProblems(empty).hasNoName).toBe(true)
  })

  test('are two at least and twelve at most, and move without losing anything', () => {
    expect(draftReducer(empty, { type: 'removed', key: first }).rows).toHaveLength(2)
    const full = Array.from({ length: 20 }).reduce<typeof empty>(
      (draft) => draftReducer(draft, { type: 'added' }),
      empty,
    )
    expect(full.rows).toHaveLength(12)
    expect(new Set(full.rows.map(({ key }) => key)).size).toBe(12)
    const written = name(name(empty, first, 'a'), second, 'b')
    const moved = draftReducer(written, { type: 'moved', key: second, by: -1 })
    expect(codebookOf(moved).labels.map((one) => one.name)).toEqual(['b', 'a'])
    expect(draftReducer(moved, { type: 'moved', key: second, by: -1 })).toEqual(moved)
  })

  test('go to the service without the spaces around them', () => {
    const draft = draftReducer(name(name(empty, first, ' شكوى '), second, 'B'), {
      type: 'named',
      name: ' N ',
    })
    expect(codebookOf(draft)).toEqual({
      name: 'N',
      labels: [
        { name: 'شكوى', definition: '' },
        { name: 'B', definition: '' },
      ],
    })
  })
})

describe('labels of others in words', () => {
  const { labels } = fakeCodebook(12)
  const [billing] = labels
  const text = 'They asked four times and know nothing.'
  const passage = (words: string, towards: string, weight: number) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, towards, weight }
  }
  const evidence = [passage('asked four times', 'label-1', 2), passage('know nothing', 'label-4', 1)]
  const shares = { 'label-1': 0.7, 'label-4': 0.3 }
  const said = (band: string) =>
    whySentence(text, { band, evidence }, labels)
      .map(({ words }) => words)
      .join('')

  test('keep the case that they have, and ours stay as they were', () => {
    expect(bandName('label-1', labels)).toBe('Likely Billing')
    expect(bandName('unsure', labels)).toBe('Not sure')
    expect(billing && [labelWord(billing), labelNoun(billing)]).toEqual(['Billing', 'Billing'])
    const ours = standardCodebook.labels
    expect(ours.map(({ id }) => bandName(id, ours))).toEqual([
      'Likely troll',
      'Leans critic',
      'Likely neither',
      'Not sure',
    ])
  })

  test('a name from right to left is set apart from the words around it', () => {
    expect(bandName('label-1', fakeCodebook(3).labels)).toBe('Likely \u2068شكوى\u2069')
  })

  test('the reasons name the label that speaks against it', () => {
    expect(said('label-1')).toBe(
      'Likely Billing mostly because of “asked four times”; “know nothing” points to Delay.',
    )
    expect(said('unsure')).toBe(
      'No label is clear enough: “asked four times” points to Billing, “know nothing” points to Delay. Read it yourself.',
    )
  })

  test('what speaks for the likeliest is underlined solid, all else dashed', () => {
    expect(passagesOf({ evidence, shares }, labels).map(({ line }) => line)).toEqual(['for', 'against'])
    expect(lineOf('troll', { troll: 1 }, standardCodebook.labels)).toBe('troll')
  })

  test('a band that the codebook does not know is not sure, and Enter takes nothing', () => {
    expect(bandLook('gone', labels).tone).toBe('unsure')
    expect(suggestedLabel({ band: 'gone', shares, evidence: [] }, labels)).toBeNull()
  })

  test('before the first model it is said what is missing', () => {
    expect([whatIsMissing([0, 0]), whatIsMissing([12, 7]), whatIsMissing([25, 0])]).toEqual([
      '20 more decisions to go.',
      '1 more decision to go.',
      'All decisions so far are on one label. It needs a second one to compare with.',
    ])
  })
})
