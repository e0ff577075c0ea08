import { describe, expect, test } from 'vitest'
import {
  accusationsIn,
  confusionIn,
  isRight,
  type Judged,
  likeliest,
  qualityIn,
  reliabilityIn,
} from '../../../core/evaluation/measurement.ts'
import { findSuspects } from '../../../core/evaluation/suspects.ts'
import type { Band } from '../../../core/records.ts'
import { labels } from '../classifier/starter.ts'

type Label = Judged['decision']['label']

let nextId = 1
function judged(label: Label, band: Band, troll = 0.1, critic = 0.5): Judged {
  const shares = { troll, critic, neither: 1 - troll - critic }
  return {
    decision: { commentId: nextId++, text: '', label, measures: true },
    suggestion: { shares, band, evidence: [] },
  }
}
const many = (count: number, make: () => Judged): readonly Judged[] => Array.from({ length: count }, make)

const sample = [
  ...many(6, () => judged('troll', 'troll', 0.9)),
  ...many(4, () => judged('troll', 'unsure', 0.4)),
  ...many(1, () => judged('critic', 'troll', 0.8)),
  ...many(15, () => judged('critic', 'critic')),
  ...many(4, () => judged('neither', 'critic')),
]

describe('counting', () => {
  test('puts every decision in one cell, and keeps every label', () => {
    expect(confusionIn(sample, labels)).toEqual([
      { label: 'troll', said: { troll: 6, critic: 0, neither: 0, unsure: 4 }, total: 10 },
      { label: 'critic', said: { troll: 1, critic: 15, neither: 0, unsure: 0 }, total: 16 },
      { label: 'neither', said: { troll: 0, critic: 4, neither: 0, unsure: 0 }, total: 4 },
    ])
  })

  test('says how many suggestions are right, and how many of a label are found', () => {
    const [troll, critic, neither] = qualityIn(sample, labels)
    expect(troll?.precision).toMatchObject({ hits: 6, of: 7 })
    expect(troll?.recall).toMatchObject({ hits: 6, of: 10 })
    expect(critic?.precision).toMatchObject({ hits: 15, of: 19 })
    expect(neither).toMatchObject({ precision: null, recall: { hits: 0, of: 4 } })
  })

  test('bounds the false accusations from above', () => {
    const { hits, of, low, high } = accusationsIn(sample)
    expect({ hits, of, low }).toEqual({ hits: 1, of: 20, low: 0 })
    expect(high).toBeCloseTo(0.2161, 4)
    expect(accusationsIn([judged('troll', 'troll')])).toEqual({ hits: 0, of: 0, low: 0, high: 1 })
  })

  test('leans to the gentler label where two are as likely', () => {
    expect(likeliest(judged('troll', 'unsure', 0.5, 0.5), labels)).toBe('critic')
    expect(isRight(judged('troll', 'unsure', 0.6, 0.2), labels)).toBe(true)
  })
})

describe('reliability', () => {
  test('has eight bins of as many comments by rising probability, fewer for a few', () => {
    const rows = [0.7, 0.1, 0.5, 0.3].flatMap((said) => many(10, () => judged('critic', 'unsure', said, 0.1)))
    const { bins, label } = reliabilityIn(rows, 'troll')
    expect(label).toBe('troll')
    expect(bins.map(({ decided }) => decided.of)).toEqual(Array(8).fill(5))
    expect(bins.map(({ said }) => Number(said.toFixed(9)))).toEqual([0.1, 0.1, 0.3, 0.3, 0.5, 0.5, 0.7, 0.7])
    expect(reliabilityIn(rows.slice(0, 13), 'troll').bins.map(({ decided }) => decided.of)).toEqual([7, 6])
  })

  test('finds no error where what is said is what is', () => {
    const half = Array.from({ length: 40 }, (_, at) =>
      judged(at % 2 ? 'troll' : 'critic', 'unsure', 0.5, 0.5),
    )
    expect(reliabilityIn(half, 'troll').error).toBeLessThanOrEqual(0.1)
    expect(
      reliabilityIn(
        many(40, () => judged('critic', 'critic', 0, 1)),
        'critic',
      ).error,
    ).toBe(0)
  })

  test('measures how far what is said is from what is', () => {
    const rows = many(40, () => judged('critic', 'unsure', 0.3, 0.6))
    expect(reliabilityIn(rows, 'troll').error).toBeCloseTo(0.3, 12)
    expect(reliabilityIn(rows, 'critic').error).toBeCloseTo(0.4, 12)
  })

  test('has one bin for a handful and none for nothing', () => {
    expect(reliabilityIn([judged('troll', 'troll')], 'troll').bins).toHaveLength(1)
    expect(reliabilityIn([], 'troll')).toEqual({ label: 'troll', bins: [], error: 0 })
  })
})

describe('suspects', () => {
  /** The model is seldom sure of trolls: where people say troll it says 0.4 on average. */
  const trolls = [judged('troll', 'unsure', 0.5, 0.3), judged('troll', 'unsure', 0.3, 0.4)]
  const critics = many(5, () => judged('critic', 'critic', 0.05, 0.8))

  test('are those that reach the usual confidence of another label and not that of their own', () => {
    const mistake = judged('critic', 'unsure', 0.6, 0.05)
    expect(findSuspects([...trolls, ...critics, mistake], labels)).toEqual([
      { commentId: mistake.decision.commentId, label: 'critic', likely: 'troll', probability: 0.6 },
    ])
  })

  test('are none where the other label is likelier but below its usual confidence', () => {
    // 0.39 for troll, above 0.31 for critic, below the 0.4 that trolls have.
    expect(findSuspects([...trolls, ...critics, judged('critic', 'unsure', 0.39, 0.31)], labels)).toEqual([])
  })

  test('are none where the model is not very sure, whatever is usual', () => {
    expect(findSuspects([...trolls, ...critics, judged('critic', 'troll', 0.8, 0.1)], labels)).toEqual([])
  })

  test('are none below the usual confidence, where that is higher still', () => {
    const sure = many(5, () => judged('troll', 'troll', 0.97, 0.02))
    expect(findSuspects([...sure, ...critics, judged('critic', 'troll', 0.93, 0.05)], labels)).toEqual([])
    expect(findSuspects([...sure, ...critics, judged('critic', 'troll', 0.98, 0.01)], labels)).toHaveLength(1)
  })

  test('are none towards a label that nobody gave', () => {
    expect(findSuspects([...critics, judged('critic', 'troll', 0.99, 0.01)], labels)).toEqual([])
  })

  test('come with the widest gap first, fifty at most', () => {
    const rows = Array.from({ length: 60 }, (_, at) => judged('critic', 'unsure', 0.9 + at / 1000, 0.03))
    const sure = many(600, () => judged('critic', 'critic', 0.05, 0.9))
    const suspects = findSuspects([...trolls, ...sure, ...rows], labels)
    expect(suspects).toHaveLength(50)
    expect(suspects[0]?.probability).toBeCloseTo(0.959, 12)
    expect(suspects.map(({ probability }) => probability)).toEqual(
      suspects.map(({ probability }) => probability).toSorted((one, other) => other - one),
    )
  })
})
