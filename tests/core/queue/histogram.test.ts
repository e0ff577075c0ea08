import { describe, expect, test } from 'vitest'
import { drawSample } from '../../../core/queue/draw-sample.ts'
import {
  bandQuery,
  countScores,
  countWithin,
  fineBins,
  narrower,
  widerBins,
} from '../../../core/queue/histogram.ts'
import { createRandom } from '../../../core/random.ts'

const all = (length: number) => new Uint8Array(length).fill(1)
const binsOf = (scores: readonly number[]) => countScores(Float64Array.from(scores), all(scores.length)).bins

describe('scores', () => {
  test('on an edge of a band belong above it, and 1 belongs to the last', () => {
    const hundredths = Array.from({ length: 101 }, (_, at) => at / 100)
    const bins = binsOf(hundredths)
    for (let at = 0; at < 99; at += 1) expect(countWithin(bins, { from: at, to: at + 1 })).toBe(1)
    expect(countWithin(bins, { from: 99, to: 100 })).toBe(2)
  })

  test('count only where they are marked, and apart where there is none', () => {
    const scores = Float64Array.from([0.01, 0.01, -1, 0.99, -1])
    const { bins, unscored } = countScores(scores, Uint8Array.from([1, 0, 1, 1, 1]))
    expect(unscored).toBe(2)
    expect(countWithin(bins, { from: 0, to: 100 })).toBe(2)
    expect(bins).toHaveLength(fineBins)
  })

  test('are as many in wider bins', () => {
    const random = createRandom(3)
    const bins = binsOf(Array.from({ length: 1000 }, random))
    const wide = widerBins(bins, 40)
    expect(wide).toHaveLength(40)
    expect(wide[0]).toBe(countWithin(bins, { from: 0, to: 2 }) + (bins[4] ?? 0))
    expect(wide.reduce((sum, one) => sum + one, 0)).toBe(1000)
  })
})

describe('a band', () => {
  test('is looked for by its lower edge and under its upper one', () => {
    expect(bandQuery({ from: 0, to: 5 }, null)).toBe('score:>=0 score:<0.05')
    expect(bandQuery({ from: 95, to: 100 }, 'billing')).toBe('score:"billing:>=0.95"')
  })

  test('narrows to the larger side without the scores that did not fit', () => {
    const bins = binsOf([0.005, 0.005, 0.015, 0.035, 0.045])
    expect(narrower({ from: 0, to: 5 }, [0.031, 0.034], bins)).toEqual({ from: 0, to: 3 })
    expect(narrower({ from: 0, to: 5 }, [0.005], bins)).toEqual({ from: 1, to: 5 })
    expect(narrower({ from: 95, to: 100 }, [0.97], binsOf([0.99]))).toEqual({ from: 98, to: 100 })
  })

  test('narrows to nothing where no side has a comment, or nothing is known of the scores', () => {
    expect(narrower({ from: 3, to: 4 }, [0.035], binsOf([0.035]))).toBeNull()
    expect(narrower({ from: 0, to: 5 }, [0.045, 0.001], binsOf([0.02]))).toBeNull()
    expect(narrower({ from: 0, to: 5 }, [], binsOf([0.02]))).toBeNull()
  })
})

describe('a sample', () => {
  test('has as many as were asked for, each once, or all there are', () => {
    const random = createRandom(1)
    const ids = Array.from({ length: 100 }, (_, at) => at)
    expect(new Set(drawSample(ids, 10, random)).size).toBe(10)
    expect([...drawSample([4, 5, 6], 10, random)].toSorted()).toEqual([4, 5, 6])
    expect(drawSample([], 10, random)).toEqual([])
  })

  test('draws each as often as the next, in each place', () => {
    const random = createRandom(20)
    const drawn = new Array(20).fill(0)
    const first = new Array(20).fill(0)
    const turns = 20_000
    for (let turn = 0; turn < turns; turn += 1) {
      const sample = drawSample(drawn.keys(), 5, random)
      for (const id of sample) drawn[id] += 1
      first[sample[0] ?? 0] += 1
    }
    // Expected 5000 and 1000; their standard deviations are 61 and 31.
    for (const count of drawn) expect(Math.abs(count - turns / 4)).toBeLessThan(300)
    for (const count of first) expect(Math.abs(count - turns / 20)).toBeLessThan(155)
  })
})
