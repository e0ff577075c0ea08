/** The middle of the desk: the comment, its thread, or what there is to say when there is none. */
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { AuthorZone } from './author-zone.tsx'
import { focusReading } from './focus-reading.ts'
import { NothingHere } from './nothing-here.tsx'
import { OppositeZone } from './opposite-zone.tsx'
import styles from './reading.module.css'
import { ReadingZone } from './reading-zone.tsx'
import { ThreadZone } from './thread-zone.tsx'
import type { Desk } from './use-desk.ts'
import type { ThreadFacts } from './use-tree.ts'

interface CentreZoneProps {
  readonly desk: Desk
  readonly project: ProjectSummary
  readonly hasComment: boolean
  readonly onShare: () => void
  readonly onProgress: () => void
  readonly onAddComments: () => void
}

export function CentreZone(props: CentreZoneProps): ReactNode {
  const { desk, project, hasComment, onShare, onProgress, onAddComments } = props
  const { state, comment } = desk
  const { labels } = project.codebook
  // While the next comment is on its way the tree of the thread stays where it is.
  const thread = useRef<ThreadFacts | null>(null)
  if (comment !== null) thread.current = comment.thread
  if (state.handle === null) return <section className="zone" aria-label={en.review.comment} />
  if (!hasComment) return <NothingHere {...{ desk, labels, onShare, onProgress, onAddComments }} />
  if (state.asked !== null) return <OppositeZone desk={desk} commentId={state.asked.commentId} />
  if (state.view === 'author' && state.cameFrom !== null) {
    return (
      <AuthorZone key={state.cameFrom.spot.commentId} {...{ desk, project }} from={state.cameFrom.spot} />
    )
  }
  if (state.view === 'thread' && thread.current !== null) {
    return <ThreadZone key={thread.current.id} {...{ desk, comment, labels }} thread={thread.current} />
  }
  if (comment === null) return <Loading />
  // Keyed, so that a comment begins where it begins and not where the one before was scrolled to.
  return <ReadingZone key={comment.commentId} desk={desk} comment={comment} labels={labels} />
}

/** The next comment is on its way, and has the focus when it comes; until then it is here, and not nowhere. */
function Loading(): ReactNode {
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusReading()
  }, [])
  return (
    <section className="zone" aria-label={en.review.comment} aria-busy="true">
      <header className={`zone-head ${styles.head}`} />
      <p className={styles.loading} tabIndex={-1} data-reading>
        {en.review.loading}
      </p>
    </section>
  )
}
