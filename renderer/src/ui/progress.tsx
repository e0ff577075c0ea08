/** How far a job is: a bar, and what it counts in words. */
import type { ReactNode } from 'react'
import styles from './progress.module.css'

interface MeterProps {
  readonly label: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
}

/** A thin bar. */
export function Meter({ label, done, total }: MeterProps): ReactNode {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <span
      className={styles.meter}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
    >
      <b style={{ inlineSize: `${share * 100}%` }} />
    </span>
  )
}

interface ProgressProps extends MeterProps {
  /** What is done, "12.4 MB of 70.1 MB". */
  readonly words: string
  readonly more: string
  readonly left: string
}

export function Progress(props: ProgressProps): ReactNode {
  return (
    <div className={styles.progress}>
      <Meter label={props.label} done={props.done} total={props.total} />
      <p className={styles.words}>
        <span>{props.words}</span>
        <span className="muted">{props.more}</span>
        <span className="muted">{props.left}</span>
      </p>
    </div>
  )
}
