/** The desk: the queue on the left, one comment in the middle, the decision on the right. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary, Settings } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { CoverContext } from '../../ui/cover.tsx'
import { useIsNarrow } from '../../ui/look.ts'
import { useBreak } from './break-note.tsx'
import { CentreZone } from './centre-zone.tsx'
import { DecideZone } from './decide-zone.tsx'
import styles from './desk.module.css'
import { Foot } from './foot.tsx'
import { AskAboutMany } from './many/ask-about-many.tsx'
import { QueueZone } from './queue-zone.tsx'
import { isFinished } from './state.ts'
import { useCovers, useUncovered } from './use-covers.ts'
import { useDesk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useOpening } from './use-opening.ts'
import { useForSelection, usePicking } from './use-selection.ts'
import { ZenZone } from './zen-zone.tsx'

interface ReviewProps {
  readonly project: ProjectSummary
  readonly settings: Settings
  /** The comment to begin with; null for the first undecided one. */
  readonly opening: number | null
  /** What is searched for at first; without it, what was searched for last. */
  readonly search: string | undefined
  readonly onShare: () => void
  readonly onProgress: () => void
  readonly onMany: () => void
  readonly onModel: () => void
  readonly onAddComments: () => void
  readonly onKeys: () => void
}

/** Under this the queue is folded; the styles have it too. */
const narrowRem = 67.5

export function Review(props: ReviewProps): ReactNode {
  const { project } = props
  const settings = working(props.settings)
  const { labels } = project.codebook
  const [wantsZen, setZen] = useState(false)
  // Zen shows no suggestion, so that nobody is said to have seen one, and Enter takes none.
  const mode = wantsZen ? 'code' : settings.mode
  const plain = useUncovered(useDesk({ ...settings, mode }, project, props))
  const picking = usePicking(plain)
  const desk = useForSelection(plain, picking, wantsZen)
  const { state } = desk
  useOpening(desk, props.opening)
  const rest = useBreak(settings.breakAfter)
  const isNarrow = useIsNarrow(narrowRem)
  const [fold, setFold] = useState<boolean | null>(null)
  const [isFilterOpen, setFilterOpen] = useState(false)
  // Over the opposite test it would hide what is asked.
  const isFolded = (isNarrow && state.asked !== null) || (fold ?? (isNarrow || state.view === 'thread'))
  const openSearch = () => {
    setFold(false)
    setFilterOpen(true)
  }
  // At the end of a queue, and where there is none, there is nothing to decide.
  const hasComment = state.spot !== null || (state.handle !== null && !isFinished(state) && state.left > 0)
  // What zen has no place for is asked on the desk.
  const isZen = wantsZen && hasComment && state.reasonsFor === null && state.asked === null
  useDeskKeys({ desk, picking, labels, openSearch, isZen, onZen: setZen, canZen: hasComment })
  const covers = useCovers(settings, state.spot?.commentId ?? null)
  if (isZen) {
    return (
      <CoverContext value={covers}>
        <ZenZone {...{ desk, labels, rest }} onLeave={() => setZen(false)} />
      </CoverContext>
    )
  }
  return (
    <CoverContext value={covers}>
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
            picking={picking}
            onMany={props.onMany}
            codebook={project.codebook}
            order={settings.order}
            hasSuggestions={desk.showsSuggestions}
            isFolded={isFolded}
            onFold={() => setFold(!isFolded)}
            isFilterOpen={isFilterOpen}
            onFilter={() => setFilterOpen(!isFilterOpen)}
            // Over the comment the queue is in the way as soon as one is chosen.
            onLeave={() => isNarrow && setFold(null)}
          />
          <CentreZone
            desk={desk}
            project={project}
            hasComment={hasComment}
            onShare={props.onShare}
            onProgress={props.onProgress}
            onAddComments={props.onAddComments}
          />
          {hasComment && (
            <DecideZone desk={desk} project={project} settings={settings} onModel={props.onModel} />
          )}
        </main>
        <AskAboutMany {...{ desk, picking, labels }} mode={settings.mode} />
        <Foot desk={desk} labels={labels} isFolded={isFolded} rest={rest} onKeys={props.onKeys} />
      </div>
    </CoverContext>
  )
}

/** In Teach the order is the one that teaches; the order that was chosen before is kept in the settings. */
function working(settings: Settings): Settings {
  return settings.mode === 'teach' ? { ...settings, order: 'teach' } : settings
}
