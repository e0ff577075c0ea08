/** The one place where the window says that something failed, or that something was left as it was. */
import { type ReactNode, useEffect, useState } from 'react'
import type { Failure } from '../../../../core/result.ts'
import { en } from '../../copy/en.ts'
import { failureTitles } from '../../copy/names.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './message-bar.module.css'

export type Message =
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'failure'; readonly failure: Failure }

/** A note has been read by then; a failure stays until it is closed. */
const noteMs = 10_000

interface MessageBarProps {
  readonly message: Message | null
  readonly version: string
  readonly onDismiss: () => void
  readonly onChooseFile: () => void
}

export function MessageBar({ message, version, onDismiss, onChooseFile }: MessageBarProps): ReactNode {
  useEffect(() => {
    if (message?.kind !== 'note') return
    const timer = setTimeout(onDismiss, noteMs)
    return () => clearTimeout(timer)
  }, [message, onDismiss])
  const announce = useAnnounce()
  useEffect(() => {
    // The bar is under an open dialog, and an alert there is not heard.
    if (message !== null && document.querySelector('dialog[open]')) announce(heard(message))
  }, [message, announce])
  const failure = message?.kind === 'failure' ? message.failure : null
  return (
    <section className={styles.place} aria-label={en.messages.region} data-own-keys>
      <div role="alert">
        {message && (
          <div className={styles.bar} data-kind={message.kind}>
            {message.kind === 'note' ? <p>{message.words}</p> : <FailureWords failure={message.failure} />}
            {failure?.code === 'unexpected' && <CopyDetails failure={failure} version={version} />}
            {failure?.code.startsWith('file-') && (
              <Button size="small" onClick={onChooseFile}>
                {en.messages.chooseAnother}
              </Button>
            )}
            <Button kind="quiet" icon="cross" label={en.messages.dismiss} onClick={onDismiss} />
          </div>
        )}
      </div>
    </section>
  )
}

function heard(message: Message): string {
  if (message.kind === 'note') return message.words
  const { code, message: words } = message.failure
  return code === 'unexpected' ? en.messages.unexpected : `${failureTitles[code]}. ${words}`
}

function FailureWords({ failure }: { readonly failure: Failure }): ReactNode {
  // What went wrong inside is for the details; a person is told what it means for them.
  if (failure.code === 'unexpected') return <p>{en.messages.unexpected}</p>
  return (
    <p>
      <b>{failureTitles[failure.code]}.</b> {failure.message}
    </p>
  )
}

function CopyDetails({
  failure,
  version,
}: {
  readonly failure: Failure
  readonly version: string
}): ReactNode {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(`Fair Hearing ${version}\n${failure.code}: ${failure.message}`)
    setCopied(true)
  }
  return (
    <Button size="small" onClick={copy}>
      {isCopied ? en.messages.copied : en.messages.copy}
    </Button>
  )
}
