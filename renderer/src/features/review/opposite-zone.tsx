/** The opposite test, in the place of the comment: the same words about somebody else, and one question. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { Said } from '../../ui/said.tsx'
import styles from './opposite.module.css'
import reading from './reading.module.css'
import type { Desk } from './use-desk.ts'

const words = en.judging.opposite

export function OppositeZone({
  desk,
  commentId,
}: {
  readonly desk: Desk
  readonly commentId: number
}): ReactNode {
  const opposed = useQuery('opposite.text', { commentId }).value
  const zone = useRef<HTMLDivElement>(null)
  useEffect(() => zone.current?.focus({ preventScroll: true }), [])
  const isShown = opposed !== null
  useShortcuts([
    { shortcut: shortcuts.same, run: desk.decideTheSame, isAvailable: isShown },
    { shortcut: shortcuts.changedMind, run: desk.changeMind, isAvailable: isShown },
  ])
  return (
    <section className="zone" aria-label={words.title}>
      <header className={`zone-head ${reading.head}`}>
        <p className="muted">{en.judging.rules.opposite}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
      <div ref={zone} className={styles.body} tabIndex={0} data-reading>
        <div className={styles.panel}>
          <h2 className="title">{words.title}</h2>
          <p className="muted">{opposed?.count === 0 ? words.none : words.lede}</p>
          {opposed && (
            <>
              <blockquote className={styles.comment}>
                <p className={styles.by}>{words.somebody}</p>
                <Said text={opposed.text} />
              </blockquote>
              <div className={styles.actions}>
                <Button kind="primary" keyCap={shownKey(shortcuts.same.keys[0])} onClick={desk.decideTheSame}>
                  {words.same}
                </Button>
                <Button keyCap={shownKey(shortcuts.changedMind.keys[0])} onClick={desk.changeMind}>
                  {words.changed}
                </Button>
              </div>
            </>
          )}
        </div>
      </div>
    </section>
  )
}
