import { describe, expect, test } from 'vitest'
import { upperBound } from '../../core/evaluation/intervals.ts'
import { standardCodebook } from '../../core/labels.ts'
import { en } from '../../renderer/src/copy/en.ts'
import { rootTicks } from '../../renderer/src/features/review/many/root-ticks.ts'
import {
  type ManyAction,
  type ManyState,
  manyReducer,
  readingOf,
  startMany,
  targetsOf,
} from '../../renderer/src/features/review/many/state.ts'
import {
  extended,
  isPicked,
  noSelection,
  pickedOf,
  type Selection,
  sizeOf,
  toggled,
} from '../../renderer/src/features/review/selection.ts'

const places = (selection: Selection) => (selection.kind === 'rows' ? pickedOf(selection) : null)

describe('a selection', () => {
  test('grows with each step, and gives way when the step goes back', () => {
    const down = extended(extended(noSelection, 3, 4), 4, 5)
    expect(places(down)).toEqual([3, 4, 5])
    expect(places(extended(down, 5, 4))).toEqual([3, 4])
    expect(places(extended(extended(extended(down, 5, 4), 4, 3), 3, 2))).toEqual([2, 3])
  })

  test('keeps what was selected before when it begins anew further on', () => {
    const first = extended(toggled(noSelection, 0), 3, 4)
    expect(places(extended(first, 8, 9))).toEqual([0, 3, 4, 8, 9])
    expect(places(toggled(first, 4))).toEqual([0, 3])
  })

  test('of the whole queue lets single rows go', () => {
    const all: Selection = { kind: 'all', out: new Set() }
    const most = toggled(all, 7)
    expect(sizeOf(most, 1_000_000)).toBe(999_999)
    expect([isPicked(most, 7), isPicked(most, 8)]).toEqual([false, true])
    expect(sizeOf(toggled(most, 7), 1_000_000)).toBe(1_000_000)
    expect(extended(most, 3, 4)).toBe(most)
  })
})

const row = (commentId: number, share: number) => ({ commentId, share, text: 'Thanks', author: null })
const drawn = (
  ids: readonly number[],
  undecided: number,
  readBefore: readonly number[] = [],
): ManyAction => ({
  type: 'drawn',
  draw: { queueId: 'q', undecided, rows: ids.map((id) => row(id, id / 1000)), readBefore },
})
const says = (commentId: number, label: string | null): ManyAction => ({
  type: 'verdict',
  commentId,
  verdict: { label, shownMs: 800 },
})
const having = (...actions: readonly ManyAction[]): ManyState =>
  actions.reduce(manyReducer, startMany(standardCodebook))

describe('the page Many at once', () => {
  test('offers critic and neither, never troll or unsure', () => {
    expect(targetsOf(standardCodebook).map(({ id }) => id)).toEqual(['critic', 'neither'])
    expect(startMany(standardCodebook)).toMatchObject({
      target: 'neither',
      scored: null,
      band: { from: 0, to: 5 },
    })
  })

  test('begins with a high band of the first label where the labels are not ours', () => {
    const own = standardCodebook.labels.map((label) => ({ ...label, tone: 'own' as const }))
    expect(startMany({ labels: own })).toMatchObject({
      scored: 'troll',
      target: 'troll',
      band: { from: 80, to: 100 },
    })
  })

  test('goes to the next that is not read, and counts what is kept out', () => {
    const state = having(drawn([1, 2, 3], 40), says(1, 'neither'), says(2, 'critic'))
    expect(state.at).toBe(2)
    expect(readingOf(state)).toMatchObject({
      read: 2,
      keptOut: [2],
      own: [{ commentId: 2, label: 'critic', shownMs: 800 }],
      count: 39,
      isWhole: false,
    })
    expect(readingOf(manyReducer(state, says(3, null)))).toMatchObject({
      read: 3,
      keptOut: [2, 3],
      count: 38,
    })
  })

  test('turns verdicts round with the label that the band is to get', () => {
    const state = having(drawn([1, 2], 40), says(1, 'neither'), says(2, 'critic'), {
      type: 'target',
      label: 'critic',
    })
    expect(readingOf(state)).toMatchObject({ keptOut: [1], own: [{ commentId: 1, label: 'neither' }] })
  })

  test('counts a misfit of an earlier band where it is in this one, and marks it on its own in any case', () => {
    const first = [drawn([1, 2], 40), says(1, 'critic'), { type: 'band', band: { from: 0, to: 3 } }] as const
    const outside = readingOf(having(...first, drawn([7, 8], 20)))
    expect(outside).toMatchObject({ read: 0, keptOut: [], count: 20, own: [{ commentId: 1 }] })
    expect(readingOf(having(...first, drawn([7, 8], 20, [1])))).toMatchObject({ keptOut: [1], count: 19 })
  })

  test('forgets the ten when the band is another one, and not when it is the same', () => {
    const state = having(drawn([1], 40))
    expect(manyReducer(state, { type: 'band', band: { from: 0, to: 5 } })).toBe(state)
    expect(manyReducer(state, { type: 'band', band: { from: 0, to: 6 } }).draw).toBeNull()
  })
})

describe('what the sample says', () => {
  const bound = (misfits: number, read: number) =>
    en.many.bound(misfits, read, upperBound(misfits, read), 'neither')

  test('is how many of the band might not be it, at most, of those read so far', () => {
    expect(bound(1, 8)).toBe(
      '1 of 8 did not fit. So far as many as 47 in 100 of the band might not be “neither”.',
    )
    expect(bound(0, 10)).toBe(
      'All ten that are read fit. Even so, as many as 26 in 100 of the band might not be “neither”.',
    )
  })

  test('has no bound where the whole band is read', () => {
    expect(en.many.whole(0, 1)).toBe('The whole band is read, and it fits.')
    expect(en.many.whole(2, 7)).toBe('The whole band is read. 2 of 7 did not fit.')
  })

  test('is in good English for one and for many', () => {
    expect([
      en.many.readFirst(10, 10),
      en.many.readFirst(2, 10),
      en.many.readFirst(1, 10),
      en.many.readFirst(1, 1),
    ]).toEqual([
      'Read the ten first.',
      'Read the last two first.',
      'Read the last one first.',
      'Read the one first.',
    ])
    expect([
      en.many.ownOnes(1, 1),
      en.many.ownOnes(1, 2),
      en.many.ownOnes(2, 2),
      en.many.ownOnes(2, 3),
    ]).toEqual([
      'It is marked on its own, as you said.',
      'One of them is marked on its own, as you said.',
      'They are marked on their own, as you said.',
      'Two of them are marked on their own, as you said.',
    ])
  })
})

test('the lines of the histogram are squares of round numbers, three at most', () => {
  expect(rootTicks(820)).toEqual({ ticks: [100, 400, 900], most: 900 })
  expect(rootTicks(1)).toMatchObject({ ticks: [1] })
  expect(rootTicks(0)).toMatchObject({ ticks: [1], most: 1 })
  for (const max of [3, 17, 99, 5000, 250_000, 999_999]) {
    const { ticks, most } = rootTicks(max)
    expect(ticks.length).toBeGreaterThan(0)
    expect(ticks.length).toBeLessThan(4)
    expect(most).toBeGreaterThanOrEqual(max)
    expect(ticks.every(Number.isInteger)).toBe(true)
  }
})
