/** Writes down an appeal that came: the reference, the day, the words. */
import { type ReactNode, useState } from 'react'
import type { AdverseEntry, AppealEntry } from '../../../../core/contract/appeals-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { failureOf, useClient } from '../../client/client.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LabelChip } from '../../ui/label-mark.tsx'
import { Said } from '../../ui/said.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './answer.module.css'

interface RecordDialogProps {
  readonly labels: readonly Label[]
  readonly onClose: () => void
  readonly onRecorded: (appeal: AppealEntry) => void
}

const words = en.answer.recording

export function RecordDialog({ labels, onClose, onRecorded }: RecordDialogProps): ReactNode {
  const finding = useFound()
  const { found } = finding
  const [received, setReceived] = useState(() => new Date().toISOString().slice(0, 10))
  const [text, setText] = useState('')
  const recording = useCommand('appeals.record')
  const canSave = found !== null && !found.hasOpenAppeal && text.trim() !== '' && !recording.isBusy
  const save = async () => {
    if (found === null) return
    const receivedAt = received === '' ? null : new Date(received).toISOString()
    const result = await recording.run({ commentId: found.commentId, text, receivedAt })
    if (result.ok) onRecorded(result.value)
  }
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{en.cancel}</Button>
          <Button kind="primary" isDisabled={!canSave} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          finding.find()
        }}
      >
        <div className={styles.finding}>
          <TextField
            label={words.reference}
            hint={words.referenceHint}
            value={finding.typed}
            maxLength={80}
            problem={finding.problem}
            onChange={finding.type}
          />
          <Button isDisabled={finding.typed.trim() === ''} onClick={finding.find}>
            {words.find}
          </Button>
        </div>
        {found && <Found {...{ found, labels, received, setReceived, text, setText }} />}
      </form>
    </Dialog>
  )
}

interface FoundProps {
  readonly found: AdverseEntry
  readonly labels: readonly Label[]
  /** The day, as the field has it. */
  readonly received: string
  readonly setReceived: (day: string) => void
  readonly text: string
  readonly setText: (text: string) => void
}

/** The comment, so that nobody records an appeal for another one, and then the appeal. */
function Found({ found, labels, received, setReceived, text, setText }: FoundProps): ReactNode {
  const label = labels.find(({ id }) => id === found.label)
  return (
    <>
      <div className={styles.found}>
        {label && <LabelChip label={label} />}
        <Said lines={2} text={found.excerpt} />
        {found.hasOpenAppeal && <p className="meta">{words.hasOpen}</p>}
      </div>
      <TextField type="date" label={words.received} value={received} maxLength={10} onChange={setReceived} />
      <TextArea
        label={words.text}
        hint={words.textHint}
        value={text}
        maxLength={100_000}
        rows={8}
        onChange={setText}
      />
    </>
  )
}

/** The comment that a reference is about; what is wrong with the reference stands under it, not in the message bar. */
function useFound() {
  const client = useClient()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<AdverseEntry | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    typed,
    found,
    problem,
    type(next: string) {
      setTyped(next)
      setFound(null)
      setProblem(null)
    },
    find() {
      client.call('appeals.find', { reference: typed }).then(setFound, (error: unknown) => {
        setProblem(failureOf(error).message)
      })
    },
  }
}
