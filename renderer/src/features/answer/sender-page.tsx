/** Who writes letters, where to appeal, and what the body is called in comments. */
import { type ReactNode, useState } from 'react'
import type { LetterSettings } from '../../../../core/contract/appeals-answers.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './answer.module.css'

const words = en.answer.settings

export function SenderPage({ onNote }: { readonly onNote: (words: string) => void }): ReactNode {
  const settings = useQuery('letters.settings', {}).value
  return (
    <main className={styles.sender} tabIndex={-1}>
      <h1 className="title">{words.title}</h1>
      <p className="muted">{words.lede}</p>
      {settings && <Form settings={settings} onNote={onNote} />}
    </main>
  )
}

interface FormProps {
  readonly settings: LetterSettings
  readonly onNote: (words: string) => void
}

function Form({ settings, onNote }: FormProps): ReactNode {
  const [draft, setDraft] = useState(() => ({
    ...settings,
    appealDays: String(settings.appealDays),
    names: settings.names.join('\n'),
  }))
  const saving = useCommand('letters.configure')
  const isReadingOnly = useReadingOnly() !== null
  const change = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next })
  const days = Number(draft.appealDays)
  const areDaysRight = Number.isInteger(days) && days >= 1 && days <= 3650
  const save = async () => {
    const names = draft.names
      .split('\n')
      .map((name) => name.trim().slice(0, 120))
      .filter((name) => name !== '')
      .slice(0, 50)
    const result = await saving.run({ ...draft, appealDays: days, names })
    if (result.ok) onNote(words.saved)
  }
  return (
    <div className={styles.form}>
      <TextField
        label={words.sender}
        value={draft.sender}
        maxLength={200}
        onChange={(sender) => change({ sender })}
      />
      <TextArea
        label={words.contact}
        hint={words.contactHint}
        value={draft.contact}
        maxLength={2000}
        onChange={(contact) => change({ contact })}
      />
      <div className={styles.short}>
        <TextField
          type="number"
          label={words.days}
          hint={words.daysHint}
          problem={areDaysRight ? null : words.daysHint}
          value={draft.appealDays}
          maxLength={4}
          onChange={(appealDays) => change({ appealDays })}
        />
      </div>
      <TextArea
        label={words.further}
        hint={words.furtherHint}
        value={draft.further}
        maxLength={2000}
        rows={3}
        onChange={(further) => change({ further })}
      />
      <TextArea
        label={words.names}
        hint={words.namesHint}
        value={draft.names}
        maxLength={6000}
        onChange={(names) => change({ names })}
      />
      <div className="row">
        <Button
          kind="primary"
          isDisabled={isReadingOnly || !areDaysRight || saving.isBusy}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </div>
  )
}
