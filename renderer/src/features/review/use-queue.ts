/** Opens the queue that order and filter ask for. The latest wish wins. */
import { type Dispatch, useEffect, useRef, useState } from 'react'
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Client, Topic } from '../../../../core/contract/contract.ts'
import type { Order } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import type { DeskAction, DeskState, Spot } from './state.ts'

/** Letters that come faster than this are one search. */
const typingMs = 60

/** Orders that the model decides: they are another list as soon as it thinks otherwise. */
export const modelsOrders: readonly Order[] = ['unsure-first', 'troll-first', 'teach']

interface QueueWish {
  readonly order: Order
  /** The comment to begin with; null for the first undecided one. */
  readonly opening: number | null
  readonly state: DeskState
  readonly dispatch: Dispatch<DeskAction>
}

export function useQueue({ order, opening, state, dispatch }: QueueWish): void {
  const client = useClient()
  const report = useReport()
  const { show, text, importId } = state.filter
  const settled = useSettled(text)
  const imports = useChangeCount('comments', () => true)
  const untouched = useRef(true)
  untouched.current = isUntouched(state)
  // An order that comes from the model is made anew when the model is through, unless somebody works in it.
  const readings = useChangeCount('predictions', () => untouched.current && modelsOrders.includes(order))
  const wish = useRef(opening)
  const asked = JSON.stringify([order, show, settled, importId])
  const first = useRef(asked)
  const underWay = useRef<Promise<unknown>>(Promise.resolve())

  // biome-ignore lint/correctness/useExhaustiveDependencies: new comments and suggestions ask for a new queue.
  useEffect(() => {
    let isOld = false
    // Another order or search, and a comment chosen since, are newer wishes.
    if (asked !== first.current || !untouched.current) wish.current = null
    const filter = { show, text: settled, importId }
    const before = underWay.current
    const open = async () => {
      // One at a time: of the letters that were typed meanwhile only the last is searched for.
      await before
      if (isOld) return
      const handle = await client.call('queue.open', { order, filter })
      const spot = await firstSpot(client, handle, wish.current)
      if (!isOld) dispatch({ type: 'opened', handle, spot })
    }
    underWay.current = open().catch((error: unknown) => {
      if (!isOld) report(failureOf(error))
    })
    return () => {
      isOld = true
    }
  }, [client, report, dispatch, order, show, settled, importId, imports, readings])
}

/** The comment that was wished for, or else the first undecided one; where what was searched for is decided, the first. */
async function firstSpot(client: Client, handle: QueueHandle, wish: number | null): Promise<Spot | null> {
  const { queueId, total, filter } = handle
  if (wish !== null) {
    const found = await client.call('queue.find', { queueId, commentId: wish })
    return { commentId: wish, index: found?.index ?? null }
  }
  const next = await client.call('queue.next', { queueId, from: 0 })
  const isSearch = filter.show === 'decided' || filter.text.trim() !== ''
  if (next !== null || total === 0 || !isSearch) return next
  const [row] = await client.call('queue.rows', { queueId, offset: 0, limit: 1 })
  return row ? { commentId: row.commentId, index: 0 } : null
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : typingMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Nothing was marked, skipped or looked at in this queue yet. */
function isUntouched({ last, spot, opening }: DeskState): boolean {
  return last === null && spot === opening
}

/** How often the service has said since that something of this topic changed, at moments that count. */
function useChangeCount(topic: Topic, counts: () => boolean): number {
  const client = useClient()
  const [count, setCount] = useState(0)
  const latest = useRef(counts)
  latest.current = counts
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'changed' || event.topic !== topic) return
        if (latest.current()) setCount((before) => before + 1)
      }),
    [client, topic],
  )
  return count
}
