/** One comment in reading type, what it answers above it, what answers it beneath. */
import { type ReactNode, useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { CommentView, ThreadRow } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { hiddenIn } from '../../../../core/text/hidden.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { kindBefore, stateNames } from '../../copy/names.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { ariaKeys, shortcuts, shownKey, tip } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { Key } from '../../ui/key.tsx'
import { Said, Who } from '../../ui/said.tsx'
import { BackButton } from './back-button.tsx'
import { CommentText } from './comment-text.tsx'
import { OriginDialog } from './origin-dialog.tsx'
import styles from './reading.module.css'
import { Settle } from './settle.tsx'
import { StandingChip } from './standing-chip.tsx'
import type { Desk } from './use-desk.ts'
import { useDrawn } from './use-drawn.ts'

interface ReadingZoneProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly labels: readonly Label[]
}

export function ReadingZone({ desk, comment, labels }: ReadingZoneProps): ReactNode {
  const focused = useRef<HTMLElement>(null)
  useDrawn({ desk, comment, place: focused })
  // Below the comment, and drawn after it: the frame that a key waits for is the comment's alone.
  const replies = useDeferredValue(comment.replies, noReplies)
  // What is above may fill the screen; the comment to decide must be on it. It may need what is below to be moved up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when there is something below.
  useLayoutEffect(() => {
    if (comment.ancestors.length > 0) showStart(focused.current)
  }, [replies === noReplies])
  useLayoutEffect(() => {
    // The comment before took the focus with it; the one that is here now has it next.
    const body = focused.current?.parentElement
    if (document.activeElement === document.body) body?.focus({ preventScroll: true })
  }, [])
  const now = new Date()
  const { ancestors } = comment
  // Both reasonings are read instead; what was answered is in the thread.
  const shownReplies = desk.isSettling ? noReplies : replies
  const hidden = comment.replyCount - (desk.isSettling ? 0 : comment.replies.length)
  const [isOriginOpen, setOriginOpen] = useState(false)
  const asked = desk.isSettling ? { commentId: comment.commentId } : null
  const judgements = useQuery('comments.judgements', asked).value ?? undefined
  useShortcuts([{ shortcut: shortcuts.origin, run: () => setOriginOpen(true) }])
  return (
    <section className="zone" aria-label={en.review.comment}>
      <Head desk={desk} comment={comment} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0} data-reading>
        {ancestors[0] && ancestors[0].depth > 0 && <p className={styles.earlier}>{en.review.earlier}</p>}
        {ancestors.map((row, index) => (
          <Around
            key={row.commentId}
            desk={desk}
            row={row}
            before={ancestors[index - 1]?.createdAt ?? null}
            now={now}
            lines={2}
          />
        ))}
        <article
          ref={focused}
          className={styles.focus}
          data-last={desk.isSettling || undefined}
          aria-label={en.review.toDecide}
          data-comment={comment.commentId}
        >
          <span className={styles.node} data-kind="here" />
          <By desk={desk} comment={comment} now={now} onOrigin={() => setOriginOpen(true)} />
          <div className={styles.text}>
            <CommentText {...{ desk, comment, labels }} {...(judgements ? { judgements } : {})} />
          </div>
          {comment.decidedText !== null && (
            <section className={styles.decided}>
              <p>{en.review.decidedText}</p>
              <Said text={comment.decidedText} />
              {comment.status === 'proposed' && <p>{en.review.giveAgain}</p>}
            </section>
          )}
          {comment.isSplit && (
            <div className={styles.decided}>
              <p>{en.review.otherWords}</p>
            </div>
          )}
          <Facts desk={desk} comment={comment} onOrigin={() => setOriginOpen(true)} />
        </article>
        {desk.isSettling && judgements && <Settle {...{ desk, labels, judgements }} text={comment.text} />}
        {shownReplies.map((row, index) => (
          <Around
            key={row.commentId}
            desk={desk}
            row={row}
            before={(shownReplies[index - 1] ?? comment).createdAt}
            now={now}
            depth={row.depth}
            isLast={index === shownReplies.length - 1}
          />
        ))}
        {hidden > 0 && (
          <p className={styles.more}>
            <Button kind="link" onClick={() => desk.dispatch({ type: 'view', view: 'thread' })}>
              {en.review.moreReplies(hidden)}
            </Button>
          </p>
        )}
      </div>
      {isOriginOpen && <OriginDialog origin={comment.origin} onClose={() => setOriginOpen(false)} />}
    </section>
  )
}

const noReplies: readonly ThreadRow[] = []

/** Brings the comment up when what is above it leaves it less than half of the screen. */
function showStart(article: HTMLElement | null): void {
  const body = article?.parentElement
  if (!article || !body) return
  const top = article.offsetTop - body.offsetTop
  if (top + article.offsetHeight > body.clientHeight && top > body.clientHeight / 2) {
    article.scrollIntoView({ block: 'start' })
  }
}

function Head({ desk, comment }: { readonly desk: Desk; readonly comment: CommentView }): ReactNode {
  const { thread, origin } = comment
  // Of "Takeout.zip › comments.csv" the last: the whole of it stands below the comment.
  const file = origin.file.split(' › ').at(-1)
  return (
    <header className={`zone-head ${styles.head}`}>
      {desk.state.cameFrom !== null && (
        <BackButton shortcut={shortcuts.leaveThread} onClick={() => desk.dispatch({ type: 'back' })} />
      )}
      <p className="one-line">
        {origin.file !== thread.title && (
          <>
            <bdi className="muted">{file}</bdi> <span className="muted">/ </span>
          </>
        )}
        <bdi>{thread.title}</bdi>
      </p>
      <p className={styles.position}>{en.review.position(thread.position, thread.size)}</p>
      <span className="grow" />
      <KeyButton
        kind="quiet"
        size="small"
        icon="thread"
        shortcut={shortcuts.thread}
        onClick={() => desk.dispatch({ type: 'view', view: 'thread' })}
      >
        {en.review.thread}
      </KeyButton>
    </header>
  )
}

interface ByProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly now: Date
  readonly onOrigin: () => void
}

/** Who wrote the comment in the centre, when, and how it stands. */
function By({ desk, comment, now, onOrigin }: ByProps): ReactNode {
  return (
    <header className={styles.by}>
      <h2 className="one-line">
        <Who name={comment.author} unknown={en.review.noAuthor} />
      </h2>{' '}
      <time dateTime={comment.createdAt ?? undefined} title={comment.createdOriginal ?? undefined}>
        {kindBefore(comment.kind)}
        {moment(comment.createdAt, now)}
      </time>
      {comment.origin.earlier.length > 0 && (
        <button
          type="button"
          className={styles.edited}
          onClick={onOrigin}
          title={en.origin.earlier(comment.origin.earlier.length)}
        >
          {en.review.edited}
        </button>
      )}
      <span className={styles.end}>
        {desk.standing && !desk.isSettling && <StandingChip standing={desk.standing} isHeard />}
      </span>
    </header>
  )
}

interface AroundProps {
  readonly desk: Desk
  readonly row: ThreadRow
  readonly before: string | null
  readonly now: Date
  readonly lines?: 2
  readonly depth?: number
  readonly isLast?: boolean
}

/** A comment above or below, smaller and muted. */
function Around({ desk, row, before, now, lines, depth = 0, isLast = false }: AroundProps): ReactNode {
  const isCut = row.length > row.text.length
  return (
    <article
      className={styles.around}
      data-lines={lines}
      data-last={isLast || undefined}
      style={{ marginInlineStart: Math.max(0, Math.min(depth, 6) - 1) * 32 }}
    >
      <span className={styles.node} data-kind={row.kind === 'post' ? 'post' : undefined} />
      <p className={styles.by}>
        <b className="one-line">
          <Who name={row.author} unknown={en.review.noAuthor} />
        </b>{' '}
        {kindBefore(row.kind)}
        {moment(row.createdAt, now, before)}
      </p>
      <Said
        text={isCut ? `${row.text}…` : row.text}
        hidden={desk.state.showsHidden ? hiddenIn(row.text) : []}
        {...(lines ? { lines } : {})}
      />
      {isCut && lines === undefined && (
        <Button kind="link" onClick={() => desk.reopen(row.commentId)}>
          {en.reading.long(row.length)}
        </Button>
      )}
    </article>
  )
}

interface FactsProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly onOrigin: () => void
}

function Facts({ desk, comment, onOrigin }: FactsProps): ReactNode {
  const { origin, likes, replyCount } = comment
  const state = stateNames[comment.state]
  return (
    <footer className={styles.facts}>
      {likes !== null && <span>{en.review.likes(likes)}</span>}
      {replyCount > 0 && <span>{en.review.replies(replyCount)}</span>}
      {state !== null && <span>{state}</span>}
      {comment.author !== null && comment.byAuthor > 1 && (
        // Numbers that invite a second look, never a score.
        <button
          type="button"
          className={styles.origin}
          aria-keyshortcuts={ariaKeys(shortcuts.author)}
          onClick={() => desk.dispatch({ type: 'view', view: 'author' })}
        >
          {en.review.moreBy(comment.byAuthor - 1)}
          <Key>{shownKey(shortcuts.author.keys[0])}</Key>
        </button>
      )}
      <button
        type="button"
        className={styles.origin}
        onClick={onOrigin}
        title={tip(en.origin.open, shortcuts.origin)}
        aria-keyshortcuts={ariaKeys(shortcuts.origin)}
      >
        <bdi>{en.review.origin(origin.file, origin.row)}</bdi>
        <Key>{shownKey(shortcuts.origin.keys[0])}</Key>
      </button>
    </footer>
  )
}
