/** The desk: the queue on the left, one comment in the middle, the decision on the right. */
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import type { ProjectSummary, Settings } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { CentreZone } from './centre-zone.tsx'
import { DecideZone } from './decide-zone.tsx'
import styles from './desk.module.css'
import { Foot } from './foot.tsx'
import { QueueZone } from './queue-zone.tsx'
import { isFinished } from './state.ts'
import { suggestedLabel } from './suggestion.ts'
import { useDesk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'

interface ReviewProps {
  readonly project: ProjectSummary
  readonly settings: Settings
  readonly onShare: () => void
  readonly onAddComments: () => void
  readonly onKeys: () => void
}

export function Review({ project, settings, onShare, onAddComments, onKeys }: ReviewProps): ReactNode {
  const { labels } = project.codebook
  const desk = useDesk(settings, labels)
  const { state, comment } = desk
  const isNarrow = useIsNarrow()
  const [fold, setFold] = useState<boolean | null>(null)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const isFolded = fold ?? (isNarrow || state.view === 'thread')
  const isShown = settings.mode === 'check'
  const suggested = isShown && comment && desk.label === null ? suggestedLabel(comment, labels) : null
  const openSearch = () => {
    setFold(false)
    setFilterOpen(true)
  }
  useDeskKeys({ desk, labels, suggested, openSearch })
  // At the end of a queue, and where there is none, there is nothing to decide.
  const hasComment = state.spot !== null || (state.handle !== null && !isFinished(state) && state.left > 0)
  return (
    <div className={styles.root}>
      <main
        className={styles.desk}
        tabIndex={-1}
        data-folded={isFolded || undefined}
        data-over={(isNarrow && !isFolded) || undefined}
        data-plain={!hasComment || undefined}
      >
        {hasComment && (
          <h1 className="only-heard">
            {en.frame.review}: <bdi>{project.name}</bdi>
          </h1>
        )}
        <QueueZone
          desk={desk}
          labels={labels}
          order={settings.order}
          hasSuggestions={isShown}
          isFolded={isFolded}
          onFold={() => setFold(!isFolded)}
          isFilterOpen={isFilterOpen}
          onFilter={() => setFilterOpen(!isFilterOpen)}
          // Over the comment the queue is in the way as soon as one is chosen.
          onLeave={() => isNarrow && setFold(null)}
        />
        <CentreZone
          desk={desk}
          labels={labels}
          mode={settings.mode}
          hasComment={hasComment}
          onShare={onShare}
          onAddComments={onAddComments}
        />
        {hasComment && <DecideZone desk={desk} project={project} settings={settings} suggested={suggested} />}
      </main>
      <Foot desk={desk} labels={labels} isFolded={isFolded} onKeys={onKeys} />
    </div>
  )
}

const narrow = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 1079px)')

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow?.addEventListener('change', listener)
      return () => narrow?.removeEventListener('change', listener)
    },
    () => narrow?.matches ?? false,
  )
}
