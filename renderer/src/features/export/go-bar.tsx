/** The bar at the foot of a page: what its button will do, how it goes, and what came of it. */
import type { ReactNode } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { left } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './go-bar.module.css'

export function GoBar({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.go}>{children}</div>
}

interface OutcomeProps {
  /** What was made; null before. */
  readonly made: string | null
  /** What will be, until then. */
  readonly before: string
}

/** The words of the bar. */
export function Outcome({ made, before }: OutcomeProps): ReactNode {
  return <output className={made === null ? 'meta' : styles.made}>{made ?? before}</output>
}

interface RunningProps {
  readonly job: Job
  readonly words: string
  /** How far, in numbers; what was done of how many comments where it is not said. */
  readonly more?: string
  readonly onStop: () => void
}

/** How far the job is, and the way to stop it. */
export function Running({ job, words, more, onStop }: RunningProps): ReactNode {
  const { done, total, leftMs } = job
  return (
    <>
      <span className="grow">
        <Progress
          label={words}
          done={done}
          total={total}
          words={words}
          more={more ?? (total > 0 ? en.review.progress(done, total) : '')}
          left={left(leftMs)}
        />
      </span>
      <Button onClick={onStop}>{en.import.stop}</Button>
    </>
  )
}
