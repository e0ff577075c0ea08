/** The whole thread as a tree, in which every comment can be decided in place. Only what is on the screen exists. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { isTyping } from '../../keyboard/keys.ts'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { showWhole } from '../../ui/focus-page.ts'
import { BackButton } from './back-button.tsx'
import reading from './reading.module.css'
import styles from './thread.module.css'
import { ThreadRow } from './thread-row.tsx'
import type { Desk } from './use-desk.ts'
import { type ThreadFacts, type Tree, useTree } from './use-tree.ts'

interface ThreadZoneProps {
  readonly desk: Desk
  readonly thread: ThreadFacts
  /** The comment to decide; null while it is on its way, and the tree stays. */
  readonly comment: CommentView | null
  readonly labels: readonly Label[]
}

const likelyHeight = 64

export function ThreadZone({ desk, thread, comment, labels }: ThreadZoneProps): ReactNode {
  const tree = useTree(desk, thread, comment)
  useEffect(() => {
    desk.walk.current = tree.walk
    return () => {
      desk.walk.current = null
    }
  })
  return (
    <section className="zone" aria-label={en.review.threadZone}>
      <ThreadHead desk={desk} thread={thread} file={comment?.origin.file ?? null} tree={tree} />
      <Rows {...{ desk, thread, comment, labels, tree }} />
    </section>
  )
}

function Rows({ desk, comment, labels, tree }: ThreadZoneProps & { readonly tree: Tree }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const { shown, rows, current } = tree
  const row = shown.rowOf(current) ?? 0
  // The same function as long as the rows are: with another at each drawing all rows would be measured anew.
  const keyOf = useCallback((index: number) => shown.placeAt(index), [shown])
  const virtualizer = useVirtualizer({
    count: shown.count,
    getScrollElement: () => list.current,
    estimateSize: () => likelyHeight,
    getItemKey: keyOf,
    // The row with the focus is always there, or scrolling would lose it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), row])].toSorted((a, b) => a - b),
    overscan: 6,
    initialOffset: Math.max(0, row - 3) * likelyHeight,
  })
  const items = virtualizer.getVirtualItems()
  const places = items.map(({ index }) => shown.placeAt(index))
  const seen = places.join()
  const { want } = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places, written down.
  useEffect(() => want(places), [want, seen])
  const isFirst = useRef(true)
  const isRead = rows.at(current) !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each comment, not whenever the list grows.
  useEffect(() => {
    virtualizer.scrollToIndex(row, { align: isFirst.current ? 'center' : 'auto' })
    // Once more when the rows are read: they are higher than those that were waited for.
    if (isRead) isFirst.current = false
  }, [current, isRead])
  useTreeFocus(list, current)
  return (
    <div
      ref={list}
      role="tree"
      aria-label={en.reading.tree}
      tabIndex={-1}
      className={styles.body}
      data-reading
      onKeyDown={(event) => steer(event, tree)}
    >
      <div role="presentation" className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const place = shown.placeAt(index)
          return (
            <div
              key={key}
              role="presentation"
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ThreadRow
                {...{ desk, comment, labels, tree, place }}
                item={rows.at(place)}
                before={rows.at(place - 1)?.createdAt ?? null}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The keys of a tree that are not already those of the desk. */
function steer(event: KeyboardEvent, { rows, current, shown, isFolded, toggle, goTo }: Tree): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const item = rows.at(current)
  const branch = { place: current, below: item?.below ?? 0 }
  const run = {
    ArrowRight: () => {
      if (branch.below === 0) return
      if (isFolded(current)) toggle(branch)
      else goTo(current + 1)
    },
    ArrowLeft: () => {
      if (branch.below > 0 && !isFolded(current)) toggle(branch)
      else if (item?.parent != null) goTo(item.parent)
    },
    Home: () => goTo(shown.placeAt(0)),
    End: () => goTo(shown.placeAt(shown.count - 1)),
  }[event.key]
  if (run === undefined) return
  event.preventDefault()
  run()
}

/** While nothing else has the focus it is on the comment to decide. */
function useTreeFocus(list: RefObject<HTMLElement | null>, current: number): void {
  const last = useRef(-1)
  // Without dependencies: the current row may be drawn some renders after it was chosen.
  useEffect(() => {
    const { activeElement } = document
    const item = list.current?.querySelector<HTMLElement>(`[role=treeitem][data-place="${current}"]`)
    const isFree =
      activeElement === document.body ||
      activeElement === list.current ||
      (activeElement?.getAttribute('role') === 'treeitem' && list.current?.contains(activeElement)) ||
      // Another thread comes also while somebody types a search, whose next letters would be keys, and decide.
      (last.current < 0 && !isTyping(activeElement))
    if (!item || !isFree) return
    last.current = current
    if (item !== activeElement) item.focus({ preventScroll: true })
  })
}

interface HeadProps {
  readonly desk: Desk
  readonly thread: ThreadFacts
  readonly file: string | null
  readonly tree: Tree
}

function ThreadHead({ desk, thread, file, tree }: HeadProps): ReactNode {
  const counts = useQuery('thread.counts', { threadId: thread.id }).value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only scrolls to what has the focus.
    <header className={`zone-head ${reading.head}`} onFocus={showWhole}>
      <BackButton
        shortcut={shortcuts.thread}
        onClick={() => desk.dispatch({ type: 'view', view: 'comment' })}
      />
      <p className="one-line" title={thread.title}>
        {file !== null && file !== thread.title && (
          <span className={styles.file}>
            <bdi className="muted">{file.split(' › ').at(-1)}</bdi> <span className="muted">/</span>{' '}
          </span>
        )}
        <bdi className="strong">{thread.title}</bdi>
      </p>
      <span className="grow" />
      <p className={reading.position}>
        {counts ? en.reading.treeFacts(thread.size, counts.decided) : en.review.threadSize(thread.size)}
      </p>
      <Button size="small" onClick={tree.foldDecided}>
        {en.reading.foldDecided}
      </Button>
      <Button
        size="small"
        isPressed={tree.isUndecidedOnly}
        onClick={() => tree.showUndecidedOnly(!tree.isUndecidedOnly)}
      >
        {en.reading.undecidedOnly}
      </Button>
    </header>
  )
}
