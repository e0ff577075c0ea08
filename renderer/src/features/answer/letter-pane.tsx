/** What a letter says, and where it is saved to. */
import { type ReactNode, useState } from 'react'
import type { LetterChoice } from '../../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import styles from './answer.module.css'

interface LetterPaneProps {
  readonly title: string
  readonly about: LetterChoice['about']
  readonly isReadingOnly: boolean
  readonly onNote: (words: string) => void
  readonly toSender: () => void
}

const words = en.answer.letter

export function LetterPane(props: LetterPaneProps): ReactNode {
  const sender = useQuery('letters.settings', {}).value
  const hasSender = sender !== null && sender.sender !== '' && sender.contact !== ''
  return (
    <section className={styles.letter} aria-label={props.title}>
      <h3 className="strong">{props.title}</h3>
      {sender !== null && !hasSender && (
        <>
          <p className="muted">{words.needsSender}</p>
          <div className="row">
            <Button onClick={props.toSender}>{words.toSender}</Button>
          </div>
        </>
      )}
      {hasSender && <Letter {...props} />}
    </section>
  )
}

function Letter({ about, isReadingOnly, onNote }: LetterPaneProps): ReactNode {
  const client = useClient()
  const [withAuthor, setWithAuthor] = useState(false)
  const letter = { about, withAuthor }
  const preview = useQuery('letters.preview', letter).value
  const save = useSave(onNote)
  const { printLetter } = client
  return (
    <>
      <Check
        label={words.withAuthor}
        hint={words.withAuthorHint}
        isOn={withAuthor}
        onChange={setWithAuthor}
      />
      {preview && !isReadingOnly && (
        <div className={`row wraps ${styles.actions}`}>
          {printLetter && (
            <Button
              kind="primary"
              isDisabled={save.isBusy}
              onClick={() =>
                save.run(words.fileName(preview.reference, 'pdf'), (to) => printLetter(letter, to))
              }
            >
              {words.pdf}
            </Button>
          )}
          <Button
            kind={printLetter ? 'plain' : 'primary'}
            isDisabled={save.isBusy}
            onClick={() =>
              save.run(words.fileName(preview.reference, 'html'), async (target) => {
                await client.call('letters.save', { ...letter, target })
                if (client.kind === 'browser') await client.deliver(target)
              })
            }
          >
            {words.html}
          </Button>
          {!printLetter && <p className="meta">{words.print}</p>}
        </div>
      )}
      {preview && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard.
        <div className={styles.paper} dir="auto" tabIndex={0}>
          {preview.text}
        </div>
      )}
    </>
  )
}

/** Asks where to, writes there, and says so. */
function useSave(onNote: (words: string) => void) {
  const client = useClient()
  const report = useReport()
  const [isBusy, setBusy] = useState(false)
  const write = async (name: string, to: (target: string) => Promise<void>) => {
    const target = await client.pickTarget(name)
    if (target === null) return
    await to(target)
    onNote(words.saved(name))
  }
  return {
    isBusy,
    run(name: string, to: (target: string) => Promise<void>) {
      setBusy(true)
      write(name, to)
        .catch((error: unknown) => report(failureOf(error)))
        .finally(() => setBusy(false))
    },
  }
}
