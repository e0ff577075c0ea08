/** What whoever works here belongs to: comments that name it are kept from them. */
import { type ReactNode, useId, useState } from 'react'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import styles from './rules-dialog.module.css'

const words = en.judging.rules
const mostPhrases = 50
const phraseLetters = { least: 2, most: 80 }

export function Interests({ onSaved }: { readonly onSaved: () => void }): ReactNode {
  const known = useQuery('interests.list', {}).value
  const { run, isBusy } = useCommand('interests.set')
  const [written, setWritten] = useState<string | null>(null)
  const id = useId()
  if (known === null) return null
  const before = known.join('\n')
  const text = written ?? before
  const phrases = linesOf(text)
  const isGood =
    phrases.length <= mostPhrases &&
    phrases.every(({ length }) => length >= phraseLetters.least && length <= phraseLetters.most)
  const isChanged = phrases.join('\n') !== before
  const save = async () => {
    if (!(await run({ phrases: [...phrases] })).ok) return
    setWritten(null)
    onSaved()
  }
  return (
    <section aria-label={words.interests}>
      <h3>
        <label htmlFor={id}>{words.interests}</label>
      </h3>
      <p id={`${id}-hint`} className="meta">
        {words.interestsHint}
      </p>
      <textarea
        id={id}
        className={`field ${styles.lines}`}
        dir="auto"
        rows={3}
        value={text}
        aria-invalid={!isGood || undefined}
        aria-describedby={isGood ? `${id}-hint` : `${id}-hint ${id}-bad`}
        onChange={(event) => setWritten(event.target.value)}
      />
      {!isGood && (
        <p id={`${id}-bad`} className={`problem ${styles.problem}`}>
          {words.badPhrase}
        </p>
      )}
      <Button size="small" isDisabled={!isGood || !isChanged || isBusy} onClick={save}>
        {words.save}
      </Button>
    </section>
  )
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
