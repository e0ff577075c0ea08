/** A job of an import on its way: how far it is, and the way to stop it. */
import type { ReactNode } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { counted, left, size } from '../../copy/format.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { Progress } from '../../ui/progress.tsx'

interface RunningProps {
  readonly title: string
  readonly lede: string
  readonly job: Job | null
  /** The words of the button. */
  readonly stop: string
  readonly isStopping?: boolean
  readonly onStop: () => void
}

export function Running({ title, lede, job, stop, isStopping = false, onStop }: RunningProps): ReactNode {
  const hasTotal = job !== null && job.total > 0
  return (
    <PageMessage
      title={title}
      lede={lede}
      actions={
        <Button onClick={onStop} isDisabled={isStopping} keyCap={shownKey(shortcuts.cancelImport.keys[0])}>
          {stop}
        </Button>
      }
    >
      <Progress
        label={title}
        done={job?.done ?? 0}
        total={job?.total ?? 0}
        words={hasTotal ? soFar(job) : ''}
        more={job && job.comments > 0 ? counted(job.comments, 'comment') : ''}
        left={left(job?.leftMs ?? null)}
      />
    </PageMessage>
  )
}

/** Bytes of bytes; where things are looked into, how many of them. */
function soFar({ unit, done, total }: Job): string {
  return unit === 'bytes' ? en.import.ofBytes(size(done), size(total)) : en.import.ofFiles(done, total)
}
