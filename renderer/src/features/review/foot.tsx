/** The foot of the desk: how far, the last ten decisions, undo, and whether everything is saved. */
import { memo, type ReactNode, useDeferredValue } from 'react'
import type { RecentDecision } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { wordOf } from '../../copy/names.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { type Shortcut, shortcuts } from '../../keyboard/shortcuts.ts'
import type { IconName } from '../../ui/icon.tsx'
import { Meter } from '../../ui/progress.tsx'
import { BreakNote, type useBreak } from './break-note.tsx'
import styles from './foot.module.css'
import { lastWords } from './last-words.ts'
import { ManyRunning } from './many/many-running.tsx'
import { hasUnsaved } from './state.ts'
import type { Desk } from './use-desk.ts'

interface FootProps {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly isFolded: boolean
  readonly rest: ReturnType<typeof useBreak>
  readonly onKeys: () => void
}

/** Drawn after the comment in the centre: the frame that a key waits for is that one's alone. */
export function Foot(props: FootProps): ReactNode {
  return <Line {...useDeferredValue(props)} />
}

const Line = memo(function Line({ desk, labels, isFolded, rest, onKeys }: FootProps): ReactNode {
  const stats = useQuery('project.stats', {}).value
  const recent = useQuery('decisions.recent', { limit: 10 }).value ?? []
  const steps = useQuery('decisions.steps', {}).value
  const { state } = desk
  const isSaving = hasUnsaved(state)
  return (
    <footer className={styles.foot} data-folded={isFolded || undefined}>
      <div className={styles.progress}>
        {stats && stats.decidable > 0 && (
          <>
            <span>{en.review.progress(stats.decided, stats.decidable)}</span>
            <Meter label={en.review.progressLabel} done={stats.decided} total={stats.decidable} />
            <span className="meta">{en.review.leftOver(stats.decidable - stats.decided)}</span>
          </>
        )}
      </div>
      <div className={styles.middle}>
        <ManyRunning>
          {rest.minutes === null ? (
            <LastTen desk={desk} labels={labels} recent={recent} />
          ) : (
            <BreakNote minutes={rest.minutes} onDismiss={rest.dismiss} />
          )}
          <span className={styles.last}>{lastWords(state, (id) => wordOf(id, labels))}</span>
        </ManyRunning>
        <StepButton
          icon="undo"
          shortcut={shortcuts.undo}
          words={en.deciding.undo}
          isIdle={!isSaving && steps?.canUndo !== true}
          onStep={desk.undo}
        />
        <StepButton
          icon="redo"
          shortcut={shortcuts.redo}
          words={en.deciding.redo}
          isIdle={steps?.canRedo !== true}
          onStep={desk.redo}
        />
      </div>
      <div className={styles.end}>
        <span className="meta">{isSaving ? en.review.saving : en.review.saved}</span>
        <KeyButton kind="quiet" size="small" shortcut={shortcuts.help} onClick={onKeys}>
          {en.review.allKeys}
        </KeyButton>
      </div>
    </footer>
  )
})

interface StepButtonProps {
  readonly icon: IconName
  readonly shortcut: Shortcut
  readonly words: string
  /** There is nothing to take back, or to give again. The button stays where it is, and keeps the focus. */
  readonly isIdle: boolean
  readonly onStep: () => void
}

function StepButton({ icon, shortcut, words, isIdle, onStep }: StepButtonProps): ReactNode {
  return (
    <KeyButton kind="quiet" size="small" icon={icon} shortcut={shortcut} onClick={onStep} isIdle={isIdle}>
      {words}
    </KeyButton>
  )
}

interface LastTenProps extends Pick<FootProps, 'desk' | 'labels'> {
  readonly recent: readonly RecentDecision[]
}

/** The latest on the right, beside the words about it; each opens its comment again. */
function LastTen({ desk, labels, recent }: LastTenProps): ReactNode {
  return (
    <ul className={styles.lastTen} aria-label={en.review.lastTen}>
      {recent.toReversed().map(({ decision, status, excerpt }) => {
        const label = labels.find((one) => one.id === decision.label)
        const name = label?.name ?? decision.label
        const words = en.review.reopen(status === null ? name : en.judging.heard[status](name), excerpt)
        return (
          <li key={decision.id}>
            <button
              type="button"
              title={words}
              aria-label={words}
              onClick={() => desk.reopen(decision.commentId)}
            >
              <span className={label?.tone} data-status={status ?? undefined}>
                {label?.letter ?? '?'}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
