/** Opens the queue that order and filter ask for. The latest wish wins. */
import { type Dispatch, type RefObject, useEffect, useRef, useState } from 'react'
import type { OpenedQueue } from '../../../../core/contract/answers.ts'
import type { Client, Topic } from '../../../../core/contract/contract.ts'
import type { Order } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { isOverlayOpen } from '../../keyboard/keys.ts'
import { placed } from './desk-deps.ts'
import { type FirstRows, pageSize } from './row-store.ts'
import { type DeskAction, type DeskState, hasUnsaved, isUntouched, type Spot } from './state.ts'

/** Orders that the model decides: they are another list as soon as it thinks otherwise. */
export const modelsOrders: readonly Order[] = ['unsure-first', 'troll-first', 'teach']

/** Longer than from one key to the next. */
const handsRestMs = 600

/** How often it is looked whether something still lies over the desk: some of it goes without a word. */
const coveredMs = 50
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface QueueWish {
  readonly order: Order
  /** The comment to begin with; null for the first undecided one. */
  readonly opening: number | null
  /** Whether the model's view of each row is on the screen. */
  readonly withPredictions: boolean
  /** Where the rows are put that came with the queue. */
  readonly firstRows: RefObject<FirstRows | null>
  readonly state: DeskState
  readonly dispatch: Dispatch<DeskAction>
}

export function useQueue(asks: QueueWish): void {
  const { order, opening, firstRows, state, dispatch } = asks
  const client = useClient()
  const report = useReport()
  const { isSelecting } = state
  const { show, text, importId } = state.filter
  const imports = useChangeCount('comments', () => true)
  const latest = useRef(state)
  latest.current = state
  // An order that comes from the model is made anew when the model is through, unless somebody works in it.
  const readings = useChangeCount(
    'predictions',
    () => isUntouched(latest.current) && modelsOrders.includes(order),
  )
  const wish = useRef(opening)
  const page = useRef({ size: pageSize, withPredictions: asks.withPredictions })
  page.current = { size: pageSize, withPredictions: asks.withPredictions }
  const asked = JSON.stringify([order, show, text, importId])
  const first = useRef(asked)
  const { again, overtaken } = useAgain(state)
  const opened = useRef({ asked: '', imports, again, readings })
  const underWay = useRef<Promise<unknown>>(Promise.resolve())

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, new comments and suggestions ask for a new queue.
  useEffect(() => {
    let isOld = false
    const { current: last } = opened
    const isAsked = last.asked !== asked
    const isModels = !isAsked && last.imports === imports && last.again === again
    // Another queue has other rows in the same places: while some are selected none comes that nobody asked for.
    if (!isAsked && (isSelecting || (isModels && last.readings === readings))) return
    // Another order or search, and a comment chosen since, are newer wishes.
    if (asked !== first.current || !isUntouched(latest.current)) wish.current = null
    const filter = { show, text, importId }
    const before = underWay.current
    const open = async () => {
      // One at a time, the first at once: of the letters that were typed meanwhile only the last is searched for.
      await before
      // What lies over the desk may be about the comment that is there.
      while (isModels && isOverlayOpen() && !isOld) await wait(coveredMs)
      if (isOld || (isModels && !isUntouched(latest.current))) return
      const { withPredictions } = page.current
      const began = latest.current
      const handle = await client.call('queue.open', { order, filter, page: page.current })
      const start = await firstSpot(client, handle, wish.current)
      const isBetter = opened.current.readings !== readings && isFree(latest.current)
      // Whoever reads a comment while others come in goes on reading it.
      const spot = isAsked || isBetter ? start : await spotNow(client, handle, latest)
      const home = await homeNow(client, handle, latest)
      if (isOld) return
      opened.current = { asked, imports, again, readings }
      firstRows.current = { queueId: handle.queueId, withPredictions, rows: handle.rows }
      overtaken.current = hasUnsaved(began) || latest.current.marks !== began.marks
      dispatch({ type: 'opened', handle, spot, home, isAsked })
    }
    underWay.current = open().catch((error: unknown) => {
      if (!isOld) report(failureOf(error))
    })
    return () => {
      isOld = true
    }
  }, [client, report, dispatch, firstRows, asked, imports, readings, again, isSelecting])
}

/** Whether another comment may take the centre. */
const isFree = (state: DeskState): boolean => isUntouched(state) && !isOverlayOpen()

/** The comment that was wished for, or else the first undecided one; where what was searched for is decided, the first. */
async function firstSpot(client: Client, handle: OpenedQueue, wish: number | null): Promise<Spot | null> {
  if (wish !== null) return placed(client, handle, wish)
  const { filter, next, rows } = handle
  const isSearch = filter.show === 'decided' || filter.text.trim() !== ''
  const row = next === null ? (isSearch ? rows[0] : undefined) : rows.find(({ index }) => index === next)
  return row ? { commentId: row.commentId, index: row.index } : null
}

/** The comment that one comes back to from an author's comments, where it is in the new queue. */
async function homeNow(
  client: Client,
  handle: OpenedQueue,
  latest: RefObject<DeskState>,
): Promise<Spot | null> {
  const { cameFrom } = latest.current
  return cameFrom && placed(client, handle, cameFrom.spot.commentId)
}

/** The comment in the centre, where it is in the new queue; the next one, if somebody has gone on meanwhile. */
async function spotNow(
  client: Client,
  handle: OpenedQueue,
  latest: RefObject<DeskState>,
): Promise<Spot | null> {
  for (;;) {
    const commentId = latest.current.spot?.commentId ?? null
    const spot = await firstSpot(client, handle, commentId)
    if ((latest.current.spot?.commentId ?? null) === commentId) return spot
  }
}

/**
 * What was decided while a queue was being opened may be missing from its count and its rows. It is opened once more
 * when that is on the disk and the hands rest, for otherwise it would be overtaken again.
 */
function useAgain(state: DeskState): { readonly again: number; readonly overtaken: RefObject<boolean> } {
  const [again, setAgain] = useState(0)
  const overtaken = useRef(false)
  const { handle } = state
  const isReader = useReadingOnly() !== null
  const isSaved = !hasUnsaved(state)
  useEffect(() => {
    if (!isReader) return
    // Who takes over has not counted what the other one decided.
    return () => {
      overtaken.current = true
    }
  }, [isReader])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a queue comes, also one after a step of many.
  useEffect(() => {
    if (!isSaved) overtaken.current = true
  }, [handle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each queue that is opened may be one.
  useEffect(() => {
    if (!overtaken.current || !isSaved || isReader) return
    const timer = setTimeout(() => {
      overtaken.current = false
      setAgain((before) => before + 1)
    }, handsRestMs)
    return () => clearTimeout(timer)
  }, [handle, isSaved, isReader])
  return { again, overtaken }
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
