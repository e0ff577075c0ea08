/** The rows of the queue. Only those on the screen exist, so a million of them is no more work than ten. */
import {
  type MouseEvent,
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { useIsCompact, useRem } from '../../ui/look.ts'
import { useLongList } from '../../ui/use-long-list.ts'
import styles from './queue.module.css'
import { QueueRowView } from './queue-row.tsx'
import { isPending } from './state.ts'
import type { Desk } from './use-desk.ts'
import type { Picking } from './use-selection.ts'

interface QueueListProps {
  readonly desk: Desk
  readonly picking: Picking
  readonly labels: readonly Label[]
  readonly hasSuggestions: boolean
  readonly isFolded: boolean
  readonly onLeave: () => void
}

/** The heights of `--row-2` and `--row-strip`, in rem. */
const rowHeights = { open: 3.25, compact: 2, folded: 1.75 }

/** Drawn after the comment in the centre: the frame that a key waits for is that one's alone. */
export function QueueList(props: QueueListProps): ReactNode {
  return <Rows {...useDeferredValue(props)} />
}

const Rows = memo(function Rows({
  desk,
  picking,
  labels,
  hasSuggestions,
  isFolded,
  onLeave,
}: QueueListProps) {
  const { state, rows } = desk
  const list = useRef<HTMLDivElement>(null)
  const total = state.handle?.total ?? 0
  const current = state.spot?.index ?? null
  const rowHeight = useRowHeight(isFolded)
  const { first, last, length, topOf, show } = useLongList(list, { count: total, rowHeight })

  useEffect(() => {
    if (last >= first) rows?.want(first, last)
  }, [rows, first, last])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new queue, or a folded one, shows its current row too.
  useEffect(() => {
    if (current !== null) show(current)
  }, [show, current, rowHeight, state.handle?.queueId])
  useRovingFocus(list, current)
  const open = useLatest((index, event) => {
    if (event.shiftKey) return picking.extendTo(index)
    if (event.ctrlKey || event.metaKey) return picking.toggleAt(index)
    desk.goTo(index)
    onLeave()
  })

  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={en.review.queue}
      // What the rows that are here were asked for, once they are.
      {...(hasRows(desk, first)
        ? { 'data-query': state.handle?.filter.text, 'data-order': state.handle?.order }
        : {})}
      tabIndex={current === null ? 0 : -1}
    >
      <div role="presentation" className={styles.rows} style={{ blockSize: length }}>
        {Array.from({ length: last - first + 1 }, (_, at) => {
          const index = first + at
          const row = rows?.rowAt(index)
          const shown = row && desk.standingOf(row)
          return (
            <QueueRowView
              key={index}
              index={index}
              total={total}
              start={topOf(index)}
              height={rowHeight}
              row={row}
              label={shown?.label ?? null}
              status={shown?.status ?? null}
              labels={labels}
              isPending={row !== undefined && isPending(state, row.commentId)}
              isCurrent={index === current}
              isFolded={isFolded}
              hasSuggestion={hasSuggestions}
              query={desk.query}
              isPicked={picking.size > 0 ? picking.has(index) : null}
              onOpen={open}
            />
          )
        })}
      </div>
    </div>
  )
})

type Open = (index: number, event: MouseEvent) => void

/** A function that stays the same and runs the latest one, so that rows which have not changed are not drawn again. */
function useLatest(run: Open): Open {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((index, event) => latest.current(index, event), [])
}

/** Whether the rows on the screen are read; of nothing there is nothing to read. */
function hasRows({ state: { handle }, rows }: Desk, first: number): boolean {
  return handle !== null && (handle.total === 0 || rows?.rowAt(first) !== undefined)
}

/** In whole pixels. */
function useRowHeight(isFolded: boolean): number {
  const rem = useRem()
  const isCompact = useIsCompact()
  return Math.round(rem * rowHeights[isFolded ? 'folded' : isCompact ? 'compact' : 'open'])
}

/** While the focus is in the list it goes where the current row goes. */
function useRovingFocus(list: { readonly current: HTMLElement | null }, current: number | null): void {
  const hasFocus = useRef(false)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      hasFocus.current = list.current?.contains(event.target as Node) ?? false
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [list])
  // Without dependencies: the current row may be drawn some renders after it was chosen.
  useEffect(() => {
    if (!hasFocus.current || current === null) return
    const option = list.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (option && option !== document.activeElement) option.focus({ preventScroll: true })
  })
}
