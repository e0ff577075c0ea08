import { describe, expect, test } from 'vitest'
import { shuffledBy } from '../../../core/queue/order.ts'
import { type Candidates, teachingOrder } from '../../../core/queue/teach.ts'
import { createRandom } from '../../../core/random.ts'
import { type Draw, draws } from '../../../core/records.ts'

type Scored = Candidates & { readonly troll: Float64Array }

function invented(count: number, seed = 1): Scored {
  const random = createRandom(seed)
  return {
    ids: Int32Array.from({ length: count }, (_, n) => 10 + 3 * n),
    troll: Float64Array.from({ length: count }, random),
    doubt: Float64Array.from({ length: count }, random),
  }
}

function picksOf(candidates: Candidates, seed = 7) {
  const { ids, draws: drawn } = teachingOrder(candidates, seed)
  return [...ids].map((id, at): { id: number; draw: Draw } => ({
    id,
    draw: draws[drawn[at] ?? 0] ?? 'other',
  }))
}

const idsBy = (picks: ReturnType<typeof picksOf>, draw: Draw) =>
  picks.filter((one) => one.draw === draw).map(({ id }) => id)

/** The ids by falling value, without those left out. */
function falling({ ids }: Candidates, values: Float64Array, without: readonly number[]): readonly number[] {
  return [...ids]
    .map((id, at) => ({ id, value: values[at] ?? 0 }))
    .filter(({ id }) => !without.includes(id))
    .toSorted((one, other) => other.value - one.value)
    .map(({ id }) => id)
}

describe('the teaching order', () => {
  const candidates = invented(400)
  const picks = picksOf(candidates)

  test('has every comment once', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 6, 7, 99, 400]) {
      const all = invented(count, count)
      expect(
        picksOf(all)
          .map(({ id }) => id)
          .toSorted((a, b) => a - b),
      ).toEqual([...all.ids])
    }
  })

  test('takes of every four two likely trolls, one doubtful and one at random', () => {
    for (let at = 0; at + 4 <= 200; at += 4) {
      expect(
        picks
          .slice(at, at + 4)
          .map(({ draw }) => draw)
          .toSorted(),
      ).toEqual(['doubtful', 'likely-troll', 'likely-troll', 'random'])
    }
  })

  test('has the random one at every place of the four, now here and now there', () => {
    const places = Array.from({ length: 50 }, (_, four) =>
      picks.slice(4 * four, 4 * four + 4).findIndex(({ draw }) => draw === 'random'),
    )
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]))
    expect(places.join('')).not.toMatch(/^(....)\1+/)
  })

  test('picks the highest troll scores and the greatest doubts of those that are left', () => {
    const sample = idsBy(picks, 'random')
    const doubtful = new Set(idsBy(picks.slice(0, 200), 'doubtful'))
    const likely = idsBy(picks.slice(0, 200), 'likely-troll')
    const byScore = falling(candidates, candidates.troll, sample)
    expect(likely).toEqual(byScore.filter((id) => likely.includes(id)))
    // What was passed over had been picked for doubt already.
    const passedOver = byScore
      .slice(0, byScore.indexOf(likely.at(-1) ?? 0))
      .filter((id) => !likely.includes(id))
    expect(passedOver.filter((id) => !doubtful.has(id))).toEqual([])
    const byDoubt = falling(candidates, candidates.doubt, [...sample, ...likely.slice(0, 1)])
    expect(idsBy(picks, 'doubtful')[0]).toBe(byDoubt[0])
  })

  test('draws the random ones from all comments, before the others have taken the likely trolls away', () => {
    const shuffled = [...shuffledBy(candidates.ids, 7)]
    expect(idsBy(picks, 'random')).toEqual(shuffled.slice(0, 100))
  })

  test('the random ones have troll scores like all comments, however many trolls were picked before', () => {
    // Drawn from what is left instead, the mean of their scores comes to 0.43.
    const means = Array.from({ length: 40 }, (_, seed) => {
      const some = invented(400, seed)
      const scoreOf = new Map([...some.ids].map((id, at) => [id, some.troll[at] ?? 0]))
      const random = idsBy(picksOf(some, seed).slice(0, 200), 'random')
      return random.reduce((sum, id) => sum + (scoreOf.get(id) ?? 0), 0) / random.length
    })
    const mean = means.reduce((sum, one) => sum + one, 0) / means.length
    expect(mean).toBeGreaterThan(0.48)
    expect(mean).toBeLessThan(0.52)
  })

  test('is the same for the same seed, and another for another', () => {
    expect(picksOf(candidates)).toEqual(picks)
    expect(picksOf(candidates, 8)).not.toEqual(picks)
  })

  test('goes on as it was when what was decided is left out', () => {
    const decided = new Set(picks.slice(0, 40).map(({ id }) => id))
    const left = [...candidates.ids.keys()].filter((at) => !decided.has(candidates.ids[at] ?? 0))
    const rest = picksOf({
      ids: Int32Array.from(left, (at) => candidates.ids[at] ?? 0),
      troll: Float64Array.from(left, (at) => candidates.troll[at] ?? 0),
      doubt: Float64Array.from(left, (at) => candidates.doubt[at] ?? 0),
    })
    expect(idsBy(rest, 'random')).toEqual(idsBy(picks, 'random').slice(10))
  })

  test('puts those that the model has not looked at behind the others, but draws among them too', () => {
    const some = invented(80)
    const half = {
      ...some,
      troll: some.troll.map((p, at) => (at < 40 ? -1 : p)),
      doubt: some.doubt.map((p, at) => (at < 40 ? -1 : p)),
    }
    const unseen = new Set([...some.ids].slice(0, 40))
    const first = picksOf(half).slice(0, 32)
    expect(first.filter(({ id, draw }) => draw !== 'random' && unseen.has(id))).toEqual([])
    expect(first.some(({ id, draw }) => draw === 'random' && unseen.has(id))).toBe(true)
  })

  test('keeps no more than a thousand for the sample, so that likely trolls do not wait in it', () => {
    const many = invented(20_000)
    const sample = [...shuffledBy(many.ids, 7)].slice(0, 1000)
    const likely = idsBy(picksOf(many).slice(0, 40), 'likely-troll')
    const expected = falling(many, many.troll, sample).filter((id) => likely.includes(id))
    expect(likely).toEqual(expected)
    const top = falling(many, many.troll, sample).slice(0, 40)
    expect(likely.every((id) => top.includes(id))).toBe(true)
  })

  test('gives the half of the likely trolls to doubt where no label is the harmful one', () => {
    const some = { ...invented(400), troll: null }
    const { ids, draws: drawn } = teachingOrder(some, 7)
    expect(new Set(ids)).toEqual(new Set(some.ids))
    const first = [...drawn.subarray(0, 200)].map((draw) => draws[draw])
    expect(first.filter((draw) => draw === 'doubtful')).toHaveLength(150)
    expect(first.filter((draw) => draw === 'random')).toHaveLength(50)
  })
})
