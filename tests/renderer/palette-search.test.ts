/** What the palette puts first. No window. */
import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { search } from '../../renderer/src/features/palette/items.ts'
import { readOn, startReading } from '../../renderer/src/features/review/reading-time.ts'
import { fuzzyMatch, ranked } from '../../renderer/src/keyboard/fuzzy.ts'

const first = (query: string, ...names: readonly string[]) =>
  ranked(query, names, (name) => name).map(({ thing }) => thing)

describe('what is typed', () => {
  test('finds the beginning of the name first, then that of a word, then what stands inside', () => {
    expect(first('op', 'Stop the import', 'Ask for a second opinion', 'Open the thread')).toEqual([
      'Open the thread',
      'Ask for a second opinion',
      'Stop the import',
    ])
  })

  test('may be the first letters of the words, or letters with some left out', () => {
    expect(first('gm', 'Imagine', 'Go to Measure')).toEqual(['Go to Measure'])
    expect(first('undo', 'Unusual documents', 'Undo the latest decision')[0]).toBe('Undo the latest decision')
    expect(first('expt', 'Export', 'Extraordinarily late for its time')).toEqual(['Export'])
  })

  test('may be several words in any order, all of which must be there', () => {
    expect(first('thread whole', 'Open the whole thread', 'Thread')).toEqual(['Open the whole thread'])
    expect(fuzzyMatch('whole moon', 'Open the whole thread')).toBeNull()
  })

  test('does not mind case or accents, and marks the letters where they stand', () => {
    const name = 'Über-Café'
    const match = fuzzyMatch('CAFE', name)
    expect(match?.ranges.map(({ start, end }) => name.slice(start, end))).toEqual(['Café'])
    expect(fuzzyMatch('ﬁ', 'ﬁle')?.ranges).toEqual([{ start: 0, end: 1 }])
  })

  test('nothing leaves everything in its order', () => {
    expect(first('  ', 'b', 'a')).toEqual(['b', 'a'])
  })

  test('of two that are found alike the one that says less comes first', () => {
    expect(first('go', 'Go to Measure and further still', 'Go to Share')[0]).toBe('Go to Share')
  })

  test('never takes a name that lacks a letter, and its marks are in order', () => {
    for (const [query, name] of [
      ['tcnu', 'Troll, and go on'],
      ['zz', 'Zen'],
      ['e', 'Zen'],
    ] as const) {
      const match = fuzzyMatch(query, name)
      const marks = match?.ranges.flatMap(({ start, end }) => [start, end]) ?? []
      expect(marks).toEqual(marks.toSorted((a, b) => a - b))
    }
    expect(fuzzyMatch('tcnu', 'Troll, and go on')).toBeNull()
  })
})

describe('the palette', () => {
  const item = (group: 'do' | 'go' | 'projects' | 'comments', words: string) => ({
    id: words,
    group,
    words,
    run: () => undefined,
  })

  test('offers no decision before somebody has typed for which', () => {
    const [critic] = standardCodebook.labels.filter(({ id }) => id === 'critic')
    const items = [
      { ...item('do', 'Critic, and go on'), label: critic ?? null },
      { ...item('do', 'Accept the suggestion'), id: 'accept' },
      item('do', 'Write a note'),
    ]
    const words = (query: string) => search(query, items, []).map((one) => one.item.words)
    expect(words(' ')).toEqual(['Write a note'])
    expect(words('cri')).toEqual(['Critic, and go on'])
  })

  test('keeps its groups in their order, comments last, and shows them as the service found them', () => {
    const items = [item('projects', 'Shared'), item('go', 'Go to Share'), item('do', 'Share the decisions')]
    const found = search('share', items, [item('comments', 'Please SHARE the report, and share it soon')])
    expect(found.map(({ item: { words } }) => words)).toEqual([
      'Share the decisions',
      'Go to Share',
      'Shared',
      'Please SHARE the report, and share it soon',
    ])
    expect(found[3]?.ranges).toEqual([{ start: 7, end: 12 }])
  })
})

describe('the time of reading', () => {
  const minutes = 60_000

  test('is what passes between one thing done and the next', () => {
    const read = [0, 1, 2, 4].reduce((reading, at) => readOn(reading, at * minutes), startReading)
    expect(read.readMs).toBe(4 * minutes)
  })

  test('begins anew after five minutes of nothing', () => {
    const read = [0, 4, 9, 10].reduce((reading, at) => readOn(reading, at * minutes), startReading)
    expect(read.readMs).toBe(1 * minutes)
  })
})
