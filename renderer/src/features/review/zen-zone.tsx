/** Only the comment and the choices: no queue, no model, no bar. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { labelShortcuts } from '../../keyboard/label-shortcuts.ts'
import { ariaKeys, shortcuts } from '../../keyboard/shortcuts.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import { Said, Who } from '../../ui/said.tsx'
import { BreakNote, type useBreak } from './break-note.tsx'
import { Caps } from './choices.tsx'
import type { Desk } from './use-desk.ts'
import { useDrawn } from './use-drawn.ts'
import styles from './zen.module.css'

interface ZenZoneProps {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly rest: ReturnType<typeof useBreak>
  readonly onLeave: () => void
}

export function ZenZone({ desk, labels, rest, onLeave }: ZenZoneProps): ReactNode {
  const stats = useQuery('project.stats', {}).value
  const announce = useAnnounce()
  useEffect(() => {
    announce(en.zen.entered)
    return () => announce(en.zen.left)
  }, [announce])
  return (
    <main className={styles.zen} tabIndex={-1} data-zen>
      <h1 className="only-heard">{en.frame.review}</h1>
      {desk.comment ? (
        // Keyed, so that a comment begins where it begins.
        <Reading key={desk.comment.commentId} desk={desk} comment={desk.comment} />
      ) : (
        <p className={styles.loading}>{en.review.loading}</p>
      )}
      <fieldset className={styles.choices} aria-label={en.review.decide}>
        {labelShortcuts(labels).map((shortcut) => (
          <button
            key={shortcut.name}
            type="button"
            className={shortcut.label.tone}
            aria-pressed={shortcut.label.id === desk.label}
            aria-keyshortcuts={ariaKeys(shortcut)}
            onClick={() => {
              desk.decide(shortcut.label)
              focusOnReading()
            }}
          >
            <Mark look={shortcut.label} />
            <bdi>{shortcut.label.name}</bdi>
            <Caps label={shortcut.label} keys={shortcut.keys} />
          </button>
        ))}
      </fieldset>
      <footer className={styles.foot}>
        {rest.minutes === null ? (
          <span className="meta">{stats && en.review.progress(stats.decided, stats.decidable)}</span>
        ) : (
          <BreakNote minutes={rest.minutes} onDismiss={rest.dismiss} />
        )}
        <span className={styles.end}>
          <KeyButton kind="quiet" size="small" shortcut={shortcuts.undo} onClick={desk.undo}>
            {en.deciding.undo}
          </KeyButton>
          <KeyButton kind="quiet" size="small" shortcut={shortcuts.zen} onClick={onLeave}>
            {en.zen.leave}
          </KeyButton>
        </span>
      </footer>
    </main>
  )
}

function Reading({ desk, comment }: { readonly desk: Desk; readonly comment: CommentView }): ReactNode {
  const place = useRef<HTMLElement>(null)
  useDrawn({ desk, comment, place })
  useEffect(() => focusOnReading(), [])
  const parent = comment.ancestors.at(-1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard.
    <div className={styles.body} tabIndex={0} data-reading>
      <article
        ref={place}
        className={styles.comment}
        aria-label={en.review.toDecide}
        data-comment={comment.commentId}
      >
        {parent && (
          <div className={styles.parent}>
            <span>{en.zen.answers(parent.author ?? en.review.noAuthor)}</span>
            <Said text={parent.text} lines={2} />
          </div>
        )}
        <p className={styles.by}>
          <b>
            <Who name={comment.author} unknown={en.review.noAuthor} />
          </b>{' '}
          {moment(comment.createdAt, new Date())}
        </p>
        <Said text={comment.text} />
      </article>
    </div>
  )
}

function focusOnReading(): void {
  document.querySelector<HTMLElement>('[data-reading]')?.focus({ preventScroll: true })
}
