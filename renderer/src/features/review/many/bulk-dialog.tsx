/** Asks once before a label is given to all that is selected: ten at random first, and the number in the button. */
import { type ReactNode, useEffect, useState } from 'react'
import type { QueueSample, SampledComment } from '../../../../../core/contract/many-answers.ts'
import { harmfulLabel, type Label } from '../../../../../core/labels.ts'
import type { Mode } from '../../../../../core/records.ts'
import { failureOf, useClient, useReport } from '../../../client/client.ts'
import { useCommand } from '../../../client/use-command.ts'
import { en } from '../../../copy/en.ts'
import { labelWord } from '../../../copy/names.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Said, Who } from '../../../ui/said.tsx'
import styles from './bulk-dialog.module.css'
import type { Many } from './many.ts'
import { ManyRunning } from './many-running.tsx'
import { Never } from './never.tsx'
import { sampleSize } from './use-draw.ts'

interface BulkDialogProps {
  readonly projectId: string
  readonly label: Label
  readonly labels: readonly Label[]
  readonly many: Many
  /** How many rows were selected. */
  readonly selected: number
  readonly mode: Mode
  /** So many are marked, of `asked`. */
  readonly onMarked: (count: number, asked: number) => void
  readonly onClose: () => void
}

export function BulkDialog(props: BulkDialogProps): ReactNode {
  const { label, labels, onClose } = props
  if (label.id === harmfulLabel({ labels })?.id) {
    return (
      <Dialog title={en.many.notGiven} onClose={onClose}>
        <Never label={label} why={en.many.neverSelected} />
      </Dialog>
    )
  }
  return <Asking {...props} />
}

function Asking({ projectId, label, many, selected, mode, onMarked, onClose }: BulkDialogProps): ReactNode {
  const sample = useSample(many)
  const record = useCommand('decisions.recordMany')
  const [out, setOut] = useState<ReadonlySet<number>>(new Set())
  const word = labelWord(label)
  const undecided = (sample?.undecided ?? 0) - (sample?.exceptHere.length ?? 0)
  const count = undecided - out.size
  const decided = sample ? selected - undecided : 0
  const mark = async () => {
    const except = [...many.except, ...out]
    const marked = await record.run({ ...many, projectId, except, label: label.id, note: null, mode })
    if (marked.ok) onMarked(marked.value.count, count)
    onClose()
  }
  return (
    <Dialog
      title={en.many.dialog(sample ? undecided : selected, word)}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <ManyRunning>
            <Button onClick={onClose} isIdle={record.isBusy}>
              {en.cancel}
            </Button>
          </ManyRunning>
          <Button
            kind="primary"
            isDisabled={sample === null || count <= 0}
            isIdle={record.isBusy}
            onClick={() => void mark()}
          >
            {record.isBusy ? en.many.marking(count) : en.many.mark(count, word)}
          </Button>
        </>
      }
    >
      <p className="muted" aria-live="polite">
        {sample === null
          ? en.many.drawing
          : undecided === 0
            ? en.many.nothingLeft
            : en.many.tenOf(sample.rows.length, undecided)}
      </p>
      {decided > 0 && undecided > 0 && <p className="meta">{en.many.alreadyDecided(decided)}</p>}
      <ol className={styles.sample}>
        {sample?.rows.map((row) => (
          <Row
            key={row.commentId}
            row={row}
            isOut={out.has(row.commentId)}
            onToggle={() => setOut((before) => flipped(before, row.commentId))}
          />
        ))}
      </ol>
    </Dialog>
  )
}

/** A text that is longer is shown in two lines until asked for. */
const longest = 200

interface RowProps {
  readonly row: SampledComment
  readonly isOut: boolean
  readonly onToggle: () => void
}

function Row({ row, isOut, onToggle }: RowProps): ReactNode {
  const [isWhole, setWhole] = useState(row.text.length <= longest && !row.text.includes('\n'))
  return (
    <li data-out={isOut || undefined}>
      <div className={styles.sampleText}>
        {isWhole ? <Said text={row.text} /> : <Said text={row.text} lines={2} />}
      </div>
      <span className={`meta ${styles.sampleText}`}>
        <Who name={row.author} unknown={en.review.noAuthor} />
        {!isWhole && (
          <>
            {' '}
            <Button kind="link" onClick={() => setWhole(true)}>
              {en.many.wholeText}
            </Button>
          </>
        )}
      </span>
      <div className={styles.sampleSide}>
        <Button size="small" isPressed={isOut} onClick={onToggle}>
          {isOut ? en.many.keptOut : en.many.leaveOut}
        </Button>
      </div>
    </li>
  )
}

function useSample(many: Many): QueueSample | null {
  const client = useClient()
  const report = useReport()
  const [sample, setSample] = useState<QueueSample | null>(null)
  useEffect(() => {
    let isOld = false
    client
      .call('queue.sample', { ...many, except: [...many.except], size: sampleSize, label: null })
      .then((drawn) => !isOld && setSample(drawn))
      .catch((error: unknown) => !isOld && report(failureOf(error)))
    return () => {
      isOld = true
    }
  }, [client, report, many])
  return sample
}

function flipped(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
