/** The decision of an appeal: uphold or overturn, and why. */
import { type ReactNode, useRef, useState } from 'react'
import type { AppealCase } from '../../../../core/contract/appeals-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { unsureBand } from '../../../../core/records.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './answer.module.css'

interface AnswerFormProps {
  readonly appeal: AppealCase
  readonly labels: readonly Label[]
  readonly onNote: (words: string) => void
  readonly onAnswered: () => void
}

const words = en.answer.form
const longest = 86_400_000

export function AnswerForm({ appeal, labels, onNote, onAnswered }: AnswerFormProps): ReactNode {
  const [label, setLabel] = useState('')
  const [answer, setAnswer] = useState('')
  const since = useRef(Date.now())
  const deciding = useCommand('appeals.outcome')
  const decide = async () => {
    const shownMs = Math.min(longest, Date.now() - since.current)
    const result = await deciding.run({ appealId: appeal.appealId, label, answer, shownMs })
    if (!result.ok) return
    const { outcome } = result.value
    onAnswered()
    if (outcome === 'upheld' || outcome === 'overturned') onNote(words.done(en.answer.outcome[outcome]))
  }
  const possible = labels.filter(({ id }) => id !== unsureBand)
  const choices = possible.map(({ id, name }) => ({
    value: id,
    words: (id === appeal.label ? words.uphold : words.overturn)(isolated(name)),
  }))
  return (
    <section className={styles.form} aria-label={words.title}>
      <h3 className="strong">{words.title}</h3>
      <Select
        fills
        label={words.outcome}
        value={label}
        choices={[{ value: '', words: words.choose }, ...choices]}
        onChange={setLabel}
      />
      <TextArea
        label={words.why}
        hint={words.whyHint}
        value={answer}
        maxLength={10_000}
        rows={5}
        onChange={setAnswer}
      />
      <div className="row">
        <Button
          kind="primary"
          isDisabled={label === '' || answer.trim() === '' || deciding.isBusy}
          onClick={() => void decide()}
        >
          {words.go}
        </Button>
      </div>
    </section>
  )
}
