import { describe, expect, test } from 'vitest'
import { daysIn, startOf, stepFrom, unitFor } from '../../../core/progress/calendar.ts'
import { median } from '../../../core/progress/middle.ts'
import { paceOf } from '../../../core/progress/pace.ts'
import { type Judged, type ProgressFacts, progressOf } from '../../../core/progress/report.ts'
import { swayOf } from '../../../core/progress/sway.ts'

const facts: ProgressFacts = {
  decidable: 100,
  timeZone: 'Europe/London',
  now: '2026-09-16T12:00:00.000Z',
  coder: null,
  labels: ['troll', 'critic', 'neither', 'unsure'],
  open: new Map(),
}

let id = 0
const judged = (over: Partial<Judged> = {}): Judged => {
  id += 1
  return {
    commentId: id,
    coder: 'Priya',
    label: 'critic',
    decidedAt: '2026-09-16T09:00:00.000Z',
    shownMs: 6000,
    suggestionShown: false,
    suggested: 'critic',
    ...over,
  }
}
const many = (n: number, over: Partial<Judged>) => Array.from({ length: n }, () => judged(over))

describe('the day of a decision', () => {
  test('is the one that it was for the coder', () => {
    // Half past eleven at night in summer time; in Kathmandu, 5:45 ahead, and in Los Angeles it was another day.
    const at = '2026-09-15T22:30:00.000Z'
    expect(daysIn('Europe/London')(at)).toBe('2026-09-15')
    expect(daysIn('Europe/Berlin')(at)).toBe('2026-09-16')
    expect(daysIn('Asia/Kathmandu')('2026-09-15T18:14:59.000Z')).toBe('2026-09-15')
    expect(daysIn('Asia/Kathmandu')('2026-09-15T18:15:00.000Z')).toBe('2026-09-16')
    expect(daysIn('America/Los_Angeles')('2026-09-16T06:59:00.000Z')).toBe('2026-09-15')
  })

  test('follows the clocks when they go back', () => {
    const dayOf = daysIn('Europe/London')
    expect(dayOf('2026-10-24T23:30:00.000Z')).toBe('2026-10-25')
    expect(dayOf('2026-10-25T23:30:00.000Z')).toBe('2026-10-25')
  })

  test('is that of UTC in a zone that nobody knows', () => {
    expect(daysIn('Lowgate/Fern')('2026-09-15T22:30:00.000Z')).toBe('2026-09-15')
  })
})

describe('weeks and months', () => {
  test('begin on Monday and on the first', () => {
    expect(startOf('week', '2026-09-13')).toBe('2026-09-07')
    expect(startOf('week', '2026-09-14')).toBe('2026-09-14')
    expect(startOf('month', '2026-09-14')).toBe('2026-09-01')
    expect(stepFrom('month', '2026-01-01', -1)).toBe('2025-12-01')
    expect(stepFrom('week', '2026-12-28', 1)).toBe('2027-01-04')
  })

  test('come when days would be too many', () => {
    expect(unitFor('2026-09-01', '2026-10-12')).toBe('day')
    expect(unitFor('2026-09-01', '2026-10-13')).toBe('week')
    expect(unitFor('2025-09-01', '2026-10-13')).toBe('month')
  })
})

test('the median is in the middle, or between the two in the middle', () => {
  expect(median([])).toBeNull()
  expect(median([9])).toBe(9)
  expect(median([30, 1, 2])).toBe(2)
  expect(median([10, 1, 2, 3])).toBe(2.5)
})

describe('the pace', () => {
  const days = (...list: readonly (readonly [string, number])[]) => new Map(list)

  test('is of the last five days with a decision, and counts the days between', () => {
    // 50 in the ten days from the 12th to the 21st: five a day, and so 51 take eleven days.
    const work = days(
      ['2026-09-01', 900],
      ['2026-09-12', 10],
      ['2026-09-14', 10],
      ['2026-09-15', 10],
      ['2026-09-18', 10],
      ['2026-09-21', 10],
    )
    expect(paceOf(work, '2026-09-21', 51)).toEqual({ activeDays: 5, perDay: 5, doneOn: '2026-10-02' })
  })

  test('is not known from one day, when all is done, or when it would take years', () => {
    const two = days(['2026-09-14', 1], ['2026-09-15', 1])
    expect(paceOf(days(['2026-09-15', 40]), '2026-09-15', 100)).toBeNull()
    expect(paceOf(two, '2026-09-15', 0)).toBeNull()
    expect(paceOf(two, '2026-09-15', 731)).toBeNull()
    expect(paceOf(two, '2026-09-15', 730)?.doneOn).toBe('2028-09-14')
  })
})

describe('the report', () => {
  test('of nothing has no days and no times', () => {
    const report = progressOf([], facts)
    expect(report).toMatchObject({ decided: 0, pace: null, coders: [], periods: [], earlier: 0 })
    expect(report.time).toMatchObject({ medianMs: null, timed: 0, cut: 0, byLabel: [] })
    expect(report.labels.map(({ share }) => [share.hits, share.of])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  test('counts apart what is only proposed or disputed', () => {
    const made = [1, 2, 3].map((commentId) => judged({ commentId, label: 'troll' }))
    const open = new Map([
      [1, 'proposed'],
      [3, 'disputed'],
      [9, 'proposed'],
    ] as const)
    const { labels } = progressOf(made, { ...facts, open })
    expect(labels[0]).toMatchObject({ label: 'troll', share: { hits: 3 }, proposed: 1, disputed: 1 })
    expect(labels[1]).toMatchObject({ label: 'critic', proposed: 0, disputed: 0 })
  })

  test('has a bar for each day, also for those without a decision, up to today', () => {
    const { unit, periods, today } = progressOf(
      [
        judged({ decidedAt: '2026-09-13T23:30:00.000Z', shownMs: 4000 }),
        judged({ decidedAt: '2026-09-14T10:00:00.000Z', shownMs: 8000 }),
        judged({ decidedAt: '2026-09-14T11:00:00.000Z', shownMs: 400_000 }),
        judged({ decidedAt: '2026-09-14T11:00:00.000Z', shownMs: 0 }),
      ],
      facts,
    )
    expect([unit, today]).toEqual(['day', '2026-09-16'])
    expect(periods).toEqual([
      { start: '2026-09-14', decided: 4, medianMs: 6000, timed: 2 },
      { start: '2026-09-15', decided: 0, medianMs: null, timed: 0 },
      { start: '2026-09-16', decided: 0, medianMs: null, timed: 0 },
    ])
  })

  test('leaves out of every median what was on the screen for more than five minutes, and says how many', () => {
    const { time } = progressOf(
      [
        judged({ label: 'troll', shownMs: 41_000 }),
        ...many(3, { shownMs: 300_001 }),
        judged({ shownMs: 5000 }),
      ],
      facts,
    )
    expect(time).toEqual({
      medianMs: 23_000,
      timed: 2,
      cut: 3,
      longestMs: 300_000,
      byLabel: [
        { label: 'troll', medianMs: 41_000, timed: 1 },
        { label: 'critic', medianMs: 5000, timed: 1 },
      ],
    })
  })

  test('counts a comment that was decided twice once among what is done, and twice among what was done', () => {
    const report = progressOf(
      [
        judged({ commentId: 9001, coder: 'Sam', label: 'troll', decidedAt: '2026-09-15T09:00:00.000Z' }),
        judged({ commentId: 9001, coder: 'Priya', label: 'critic' }),
      ],
      facts,
    )
    expect(report.decided).toBe(1)
    expect(report.periods.map(({ decided }) => decided)).toEqual([1, 1])
    expect(report.labels[0]?.share.hits).toBe(0)
    expect(report.labels[1]?.share).toMatchObject({ hits: 1, of: 1 })
    expect(report.coders).toEqual([
      { name: 'Sam', decided: 1 },
      { name: 'Priya', decided: 1 },
    ])
  })

  test('of one coder has that coder’s own labels and days, and all of what is left', () => {
    const decisions = [
      judged({ commentId: 9001, coder: 'Sam', label: 'troll', decidedAt: '2026-09-15T09:00:00.000Z' }),
      judged({ commentId: 9001, coder: 'Priya', label: 'critic' }),
      judged({ commentId: 9002, coder: 'Priya', label: 'critic' }),
    ]
    const report = progressOf(decisions, { ...facts, coder: 'Sam' })
    expect(report.decided).toBe(2)
    expect(report.periods.map(({ decided }) => decided)).toEqual([1, 0])
    expect(report.labels[0]?.share).toMatchObject({ hits: 1, of: 1 })
    expect(report.coders).toHaveLength(2)
  })

  test('goes by months in a project of years, keeps the latest sixty, and says how many came before', () => {
    const report = progressOf(
      [judged({ decidedAt: '2019-03-05T09:00:00.000Z' }), judged({ decidedAt: '2026-09-05T09:00:00.000Z' })],
      facts,
    )
    expect([report.unit, report.periods.length, report.earlier]).toEqual(['month', 60, 1])
    expect(report.periods[0]?.start).toBe('2021-10-01')
    expect(report.periods.at(-1)).toMatchObject({ start: '2026-09-01', decided: 1 })
  })

  test('ends with the last day of work when that is more than two weeks ago', () => {
    const work = [
      judged({ decidedAt: '2026-08-30T09:00:00.000Z' }),
      judged({ decidedAt: '2026-09-01T09:00:00.000Z' }),
    ]
    const starts = progressOf(work, facts).periods.map(({ start }) => start)
    expect(starts).toEqual(['2026-08-30', '2026-08-31', '2026-09-01'])
    const sooner = progressOf(work, { ...facts, now: '2026-09-15T12:00:00.000Z' })
    expect(sooner.periods.at(-1)).toMatchObject({ start: '2026-09-15', decided: 0 })
  })

  test('shows what a wrong clock has put into the future', () => {
    const { periods, pace } = progressOf(many(3, { decidedAt: '2026-09-18T09:00:00.000Z' }), facts)
    expect(periods).toEqual([{ start: '2026-09-18', decided: 3, medianMs: 6000, timed: 3 }])
    expect(pace).toBeNull()
  })

  test('keeps a label that the codebook does not have any more', () => {
    expect(progressOf([judged({ label: 'old' })], facts).labels.at(-1)).toMatchObject({
      label: 'old',
      share: { hits: 1, of: 1 },
    })
  })
})

describe('being swayed', () => {
  test('is agreement where the suggestion was shown, less where it was hidden', () => {
    const { sway } = progressOf(
      [
        ...many(56, { suggestionShown: true }),
        ...many(14, { suggestionShown: true, suggested: 'troll' }),
        ...many(48, {}),
        ...many(32, { suggested: 'neither' }),
      ],
      facts,
    )
    expect(sway.shown).toMatchObject({ hits: 56, of: 70 })
    expect(sway.hidden).toMatchObject({ hits: 48, of: 80 })
    // Newcombe (1998), table II, example (a), method 10.
    expect(sway.difference?.difference).toBeCloseTo(0.2, 12)
    expect(sway.difference?.low).toBeCloseTo(0.0524, 4)
    expect(sway.difference?.high).toBeCloseTo(0.3339, 4)
  })

  test('is not told where the model was not sure, had no suggestion, or nobody looked at the comment', () => {
    const { sway } = progressOf(
      [judged({ suggested: 'unsure', label: 'unsure' }), judged({ suggested: null }), judged({ shownMs: 0 })],
      facts,
    )
    expect(sway.hidden.of).toBe(0)
  })

  test('of too few says how many are missing', () => {
    expect(swayOf({ hits: 20, of: 29 }, { hits: 40, of: 40 })).toMatchObject({
      difference: null,
      missing: { shown: 1, hidden: 0 },
    })
  })
})
