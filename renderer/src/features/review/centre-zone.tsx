/** The middle of the desk: the comment, its thread, or what there is to say when there is none. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { NothingHere } from './nothing-here.tsx'
import styles from './reading.module.css'
import { ReadingZone } from './reading-zone.tsx'
import { ThreadZone } from './thread-zone.tsx'
import type { Desk } from './use-desk.ts'

interface CentreZoneProps {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly hasComment: boolean
  readonly onShare: () => void
  readonly onProgress: () => void
  readonly onAddComments: () => void
}

export function CentreZone(props: CentreZoneProps): ReactNode {
  const { desk, labels, hasComment, onShare, onProgress, onAddComments } = props
  const { state, comment } = desk
  if (state.handle === null) return <section className={styles.zone} aria-label={en.review.comment} />
  if (!hasComment) return <NothingHere {...{ desk, labels, onShare, onProgress, onAddComments }} />
  if (comment === null) {
    return (
      <section className={styles.zone} aria-label={en.review.comment} aria-busy="true">
        <header className={styles.head} />
        <p className={styles.loading}>{en.review.loading}</p>
      </section>
    )
  }
  // Keyed, so that a comment begins where it begins and not where the one before was scrolled to.
  const isThread = state.view === 'thread'
  return isThread ? (
    <ThreadZone key={comment.thread.id} desk={desk} comment={comment} labels={labels} />
  ) : (
    <ReadingZone key={comment.commentId} desk={desk} comment={comment} labels={labels} />
  )
}
