/** The whole thread as a list, each answer a step further in. Only what is on the screen exists. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import type { CommentView, ThreadRow } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { LabelChip } from '../../ui/label-mark.tsx'
import { Said, Who } from '../../ui/said.tsx'
import reading from './reading.module.css'
import { isPending, shownLabel } from './state.ts'
import { passagesOf } from './suggestion.ts'
import styles from './thread.module.css'
import type { Desk } from './use-desk.ts'
import { useDrawn } from './use-drawn.ts'
import { useThread } from './use-thread.ts'

interface ThreadZoneProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly labels: readonly Label[]
}

/** Deeper answers stand no further in, or nothing would be left of the line. */
const deepest = 8
const likelyHeight = 64

export function ThreadZone({ desk, comment, labels }: ThreadZoneProps): ReactNode {
  const { thread } = comment
  const list = useRef<HTMLDivElement>(null)
  const { rowAt, total, want } = useThread(thread.id, thread.size)
  const current = thread.position - 1
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => likelyHeight,
    overscan: 6,
    initialOffset: Math.max(0, current - 3) * likelyHeight,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => want(first, last), [want, first, last])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each comment, not whenever the list grows.
  useEffect(() => {
    virtualizer.scrollToIndex(current, { align: 'center' })
  }, [current])
  return (
    <section className={reading.zone} aria-label={en.review.threadZone}>
      <ThreadHead desk={desk} comment={comment} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
      <div ref={list} className={styles.body} tabIndex={0} data-reading>
        <ul className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              <li
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row && (
                  <Row {...{ desk, row, comment, labels }} before={rowAt(index - 1)?.createdAt ?? null} />
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

function ThreadHead({ desk, comment }: Pick<ThreadZoneProps, 'desk' | 'comment'>): ReactNode {
  return (
    <header className={reading.head}>
      <Button
        kind="quiet"
        size="small"
        icon="left"
        keyCap={shownKey(shortcuts.thread.keys[0])}
        ariaKeys={ariaKeys(shortcuts.thread)}
        onClick={() => desk.dispatch({ type: 'view', view: 'comment' })}
      >
        {en.review.back}
      </Button>
      <p className="one-line">
        <bdi className="muted">{comment.origin.file}</bdi> <span className="muted">/</span>{' '}
        <bdi className="strong">{comment.thread.title}</bdi>
      </p>
      <span className="grow" />
      <p className={reading.position}>{en.review.threadSize(comment.thread.size)}</p>
    </header>
  )
}

interface RowProps extends ThreadZoneProps {
  readonly row: ThreadRow
  readonly before: string | null
}

function Row({ desk, row, before, comment, labels }: RowProps): ReactNode {
  const isCurrent = row.commentId === comment.commentId
  const depth = Math.min(row.depth, deepest)
  const label = labels.find((one) => one.id === shownLabel(desk.state, row.commentId, row.label)) ?? null
  return (
    <article
      className={styles.row}
      style={{ '--depth': depth } as CSSProperties}
      data-current={isCurrent || undefined}
      data-decided={(label !== null && !isPending(desk.state, row.commentId)) || undefined}
      aria-current={isCurrent || undefined}
      aria-label={isCurrent ? en.review.toDecide : undefined}
    >
      {Array.from({ length: depth }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line for each level, and levels never move.
        <i key={level} className={styles.line} style={{ '--level': level } as CSSProperties} />
      ))}
      <button type="button" className={styles.open} onClick={() => desk.reopen(row.commentId)}>
        <span className={styles.by}>
          <b>
            <Who name={row.author} unknown={en.review.noAuthor} />
          </b>{' '}
          {moment(row.createdAt, new Date(), before)}
        </span>
      </button>
      {isCurrent ? <Current {...{ desk, comment, labels }} /> : <Said text={row.text} lines={2} />}
      <span className={styles.state}>{label && <LabelChip label={label} />}</span>
    </article>
  )
}

/** The comment to decide, whole. */
function Current({ desk, comment, labels }: ThreadZoneProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useDrawn({ desk, comment, place })
  return (
    <div ref={place}>
      <Said text={comment.text} passages={passagesOf(desk.suggestion, labels)} />
    </div>
  )
}
