/** Opens the queue that order and filter ask for. The latest wish wins. */
import { type Dispatch, useEffect, useRef, useState } from 'react'
import type { Client, Topic } from '../../../../core/contract/contract.ts'
import type { Order } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import type { DeskAction, DeskState, Spot } from './state.ts'

/** A search waits until the hand rests. */
const typingMs = 200

export function useQueue(order: Order, state: DeskState, dispatch: Dispatch<DeskAction>): void {
  const client = useClient()
  const report = useReport()
  const { show, text, importId } = state.filter
  const settled = useSettled(text)
  const imports = useChangeCount('comments', () => true)
  const untouched = useRef(true)
  untouched.current = isUntouched(state)
  // An order that comes from the model is made anew when the model is through, unless somebody works in it.
  const readings = useChangeCount('predictions', () => untouched.current)

  // biome-ignore lint/correctness/useExhaustiveDependencies: new comments and suggestions ask for a new queue.
  useEffect(() => {
    let isOld = false
    const filter = { show, text: settled, importId }
    const open = async () => {
      const handle = await client.call('queue.open', { order, filter })
      const spot = await firstSpot(client, handle)
      if (!isOld) dispatch({ type: 'opened', handle, spot })
    }
    open().catch((error: unknown) => {
      if (!isOld) report(failureOf(error))
    })
    return () => {
      isOld = true
    }
  }, [client, report, dispatch, order, show, settled, importId, imports, readings])
}

/** The first undecided comment; in a queue of decided ones, the first. */
async function firstSpot(
  client: Client,
  handle: { readonly queueId: string; readonly total: number; readonly filter: { readonly show: string } },
): Promise<Spot | null> {
  const { queueId, total, filter } = handle
  const next = await client.call('queue.next', { queueId, from: 0 })
  if (next !== null || total === 0 || filter.show !== 'decided') return next
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
