/** How far a step over very many comments is, in one line, and the way to stop it. */
import type { ReactNode } from 'react'
import { useRunning } from '../../../client/use-running.ts'
import { en } from '../../../copy/en.ts'
import { left } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Meter } from '../../../ui/progress.tsx'
import styles from './many-running.module.css'

interface ManyRunningProps {
  /** What stands in its place while no such step is on its way. */
  readonly children?: ReactNode
}

export function ManyRunning({ children }: ManyRunningProps): ReactNode {
  const { job, stop } = useRunning('many')
  if (job === null) return children
  const { done, total, leftMs } = job
  return (
    <span className={styles.running}>
      <span className={styles.line}>
        <span>{total > 0 ? en.many.soFar(done, total) : en.many.begins}</span>
        <Meter label={en.many.howFar} done={done} total={total} />
        <span className="meta">{left(leftMs)}</span>
        <Button size="small" onClick={stop}>
          {en.many.stop}
        </Button>
      </span>
    </span>
  )
}
