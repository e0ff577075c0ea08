/** The rows of a queue in the window: what is asked for, and what is a reason to draw. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { QueueRow } from '../../core/contract/answers.ts'
import type { Client } from '../../core/contract/contract.ts'
import { createRowStore, pageSize } from '../../renderer/src/features/review/row-store.ts'

const queueId = 'queue-1'
const total = pageSize * 10

function rowAt(index: number, label: string | null = null): QueueRow {
  return {
    index,
    commentId: index + 1,
    excerpt: `Comment ${index + 1} on Fern ward`,
    author: 'Wren 208',
    thread: 'Report published',
    createdAt: null,
    label,
    status: label === null ? null : 'final',
    sides: [],
    prediction: null,
    isMeasuring: false,
  }
}

function rowsOf(offset: number, labels: ReadonlyMap<number, string> = new Map()): readonly QueueRow[] {
  return Array.from({ length: pageSize }, (_, at) => rowAt(offset + at, labels.get(offset + at) ?? null))
}

/** A store over a service whose labels can be changed, with the pages it asked for and how often it said something. */
function open({ withFirst = false, asks = false }: { withFirst?: boolean; asks?: boolean } = {}) {
  const pages: number[] = []
  const labels = new Map<number, string>()
  // Safe: rows are all that a row store asks for.
  const client = {
    call: async (_: string, { offset }: { readonly offset: number }) => {
      pages.push(offset / pageSize)
      return rowsOf(offset, labels)
    },
  } as unknown as Client
  const first = withFirst ? { queueId, withPredictions: false, rows: rowsOf(0) } : null
  const report = (failure: unknown) => {
    throw failure
  }
  const store = createRowStore(client, { queueId, total, withPredictions: asks, first }, report)
  let told = 0
  const leave = store.subscribe(() => {
    told += 1
  })
  return { store, pages, labels, leave, told: () => told }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const answered = () => vi.advanceTimersByTimeAsync(0)
const rested = () => vi.advanceTimersByTimeAsync(1000)

describe('rows', () => {
  test('that came with the queue are there at once and not asked for', async () => {
    const { store, pages } = open({ withFirst: true })
    expect(store.rowAt(3)?.commentId).toBe(4)
    store.want(0, 20)
    await answered()
    expect(pages).not.toContain(0)
  })

  test('that came without the view of the model are asked for where it is on the screen', async () => {
    const { store, pages } = open({ withFirst: true, asks: true })
    expect(store.rowAt(3)).toBeUndefined()
    store.want(0, 20)
    await answered()
    expect(pages).toContain(0)
  })

  test('that are read ahead are a reason to draw when they are wanted, and no sooner', async () => {
    const { store, told } = open({ withFirst: true })
    store.want(0, 20)
    await rested()
    expect(store.rowAt(pageSize)).toBeDefined()
    expect(told()).toBe(0)
    store.want(0, pageSize)
    expect(told()).toBe(1)
  })

  test('are read ahead when the hand rests, or goes on in them, and not for a queue that is gone by then', async () => {
    const resting = open({ withFirst: true })
    resting.store.want(0, 20)
    await answered()
    expect(resting.pages).toEqual([])
    await rested()
    expect(resting.pages).toEqual([1, 2, 3])
    const scrolling = open({ withFirst: true })
    scrolling.store.want(0, 20)
    scrolling.store.want(pageSize, pageSize + 20)
    await answered()
    expect(scrolling.pages).toEqual([1, 2, 3, 4])
    const typing = open({ withFirst: true })
    typing.store.want(0, 20)
    typing.leave()
    await rested()
    expect(typing.pages).toEqual([])
  })

  test('that say what they said before stay the same when they are read again', async () => {
    const { store, labels, told } = open({ withFirst: true })
    store.want(0, 20)
    const [before, changed] = [store.rowAt(3), store.rowAt(5)]
    await store.reread()
    expect(told()).toBe(0)
    labels.set(5, 'critic')
    await rested()
    await store.reread()
    expect(told()).toBe(1)
    expect(store.rowAt(3)).toBe(before)
    expect(store.rowAt(5)).toMatchObject({ commentId: changed?.commentId, label: 'critic' })
  })

  test('are read again at once, and then once for all the keys that come soon after', async () => {
    const { store, pages, labels } = open({ withFirst: true })
    store.want(0, 20)
    await store.reread()
    const before = pages.length
    const soon = [store.reread(), store.reread(), store.reread()]
    await answered()
    expect(pages.length).toBe(before)
    labels.set(5, 'critic')
    await rested()
    await Promise.all(soon)
    expect(pages.filter((page) => page === 0)).toHaveLength(2)
    expect(store.rowAt(5)?.label).toBe('critic')
  })
})
