/** How far the work is: the one number, the bar, and what is left. */
import type { ReactNode } from 'react'
import type { ProgressReport } from '../../../../../core/contract/progress-report.ts'
import { en } from '../../../copy/en.ts'
import { count } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Meter } from '../../../ui/progress.tsx'
import styles from './progress.module.css'

const words = en.progress

interface SoFarProps {
  readonly report: ProgressReport
  /** Opens the desk at the first undecided comment. */
  readonly onLeft: () => void
}

export function SoFar({ report: { decided, decidable }, onLeft }: SoFarProps): ReactNode {
  const left = Math.max(0, decidable - decided)
  return (
    <div className={styles.soFar}>
      <p>
        <b className="headline">{count(decided)}</b> <span className="muted">{words.of(decidable)}</span>
      </p>
      <span className={styles.wide}>
        <Meter label={words.meter} done={decided} total={decidable} />
      </span>
      {left > 0 && (
        <p className={styles.left}>
          <Button kind="link" label={words.toLeft(left)} onClick={onLeft}>
            <b>{count(left)}</b> {words.left}
          </Button>
        </p>
      )}
    </div>
  )
}
