import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixedIn, mixedOrder, seedOfDay } from '../../../core/queue/second.ts'

const ids = (from: number, count: number) => Int32Array.from({ length: count }, (_, at) => from + at)

describe('second opinions', () => {
  test('hold all that is proposed, and at least as many others where there are any', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(300), fc.nat(), (many, more, seed) => {
        const [proposed, others] = [ids(1, many), ids(1001, more)]
        const mixed = [...mixedOrder({ proposed, others }, seed)]
        const added = mixed.filter((id) => id > 1000).length
        expect(new Set(mixed).size).toBe(mixed.length)
        expect(mixed.filter((id) => id <= 1000)).toHaveLength(many)
        expect(added).toBe(mixedIn(many, more, seed))
        expect(added).toBeGreaterThanOrEqual(many === 0 ? 0 : Math.min(more, many))
      }),
    )
  })

  test('stand in an order that says nothing of which they are', () => {
    const [proposed, others] = [ids(1, 1000), ids(5001, 100_000)]
    const mixed = [...mixedOrder({ proposed, others }, 7)]
    const share = (part: readonly number[]) => part.filter((id) => id <= 1000).length / part.length
    const half = Math.floor(mixed.length / 2)
    expect(Math.abs(share(mixed.slice(0, half)) - share(mixed.slice(half)))).toBeLessThan(0.06)
  })

  test('are the same all day, and others the next', () => {
    const some = { proposed: ids(1, 10), others: ids(1001, 500) }
    const on = (day: string) => [...mixedOrder(some, seedOfDay(99, day))]
    expect(on('2026-09-14')).toEqual(on('2026-09-14'))
    expect(on('2026-09-15')).not.toEqual(on('2026-09-14'))
  })
})
