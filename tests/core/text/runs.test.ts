import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf, type Span } from '../../../core/text/runs.ts'

const span = fc
  .tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))
  .map(([start, end]): Span => ({ start, end }))

test('ranges that overlap cut a text into pieces that say what covers them', () => {
  const passage = { start: 2, end: 8, name: 'passage' }
  const found = { start: 5, end: 12, name: 'found' }
  const runs = runsOf({ start: 0, end: 14 }, [passage, found])
  expect(runs.map(({ start, end, of }) => [start, end, of.map(({ name }) => name).join()])).toEqual([
    [0, 2, ''],
    [2, 5, 'passage'],
    [5, 8, 'passage,found'],
    [8, 12, 'found'],
    [12, 14, ''],
  ])
})

test('a piece of a text has only what lies in it, and an empty one nothing', () => {
  expect(runsOf({ start: 10, end: 12 }, [{ start: 0, end: 99 }])).toMatchObject([{ start: 10, end: 12 }])
  expect(runsOf({ start: 4, end: 4 }, [{ start: 0, end: 99 }])).toEqual([])
})

test('nothing of the text is lost or twice, and each unit is covered by what covers it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.array(span, { maxLength: 8 }), (length, ranges) => {
      const runs = runsOf({ start: 0, end: length }, ranges)
      let at = 0
      for (const run of runs) {
        expect(run.start).toBe(at)
        expect(run.end).toBeGreaterThan(at)
        for (let unit = run.start; unit < run.end; unit += 1) {
          expect(run.of).toEqual(ranges.filter(({ start, end }) => start <= unit && unit < end))
        }
        at = run.end
      }
      expect(at).toBe(length)
    }),
  )
})
