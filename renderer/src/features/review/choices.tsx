/** The decisions of the codebook, in its order, each with a few words and its key. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, labelShortcuts, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Key } from '../../ui/key.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import styles from './decide.module.css'

interface ChoicesProps {
  readonly labels: readonly Label[]
  /** The label that stands; null when there is none. */
  readonly picked: string | null
  readonly suggested: Label | null
  readonly onDecide: (label: Label) => void
}

export function Choices({ labels, picked, suggested, onDecide }: ChoicesProps): ReactNode {
  return (
    <fieldset className={styles.choices} aria-label={en.review.decide}>
      {labelShortcuts(labels).map((shortcut) => {
        const { label } = shortcut
        const isSuggested = label.id === suggested?.id
        return (
          <button
            key={label.id}
            type="button"
            className={`${styles.choice} ${label.tone}`}
            data-suggested={isSuggested || undefined}
            aria-pressed={label.id === picked}
            aria-keyshortcuts={ariaKeys(shortcut)}
            title={`${label.name}: ${label.definition}`}
            onClick={() => {
              onDecide(label)
              // The next comment is to be read before anything is pressed again.
              document.querySelector<HTMLElement>('[data-reading]')?.focus()
            }}
          >
            <Mark shape={label.shape} tone={label.tone} />
            <span>
              <span className={styles.name}>{label.name}</span>
              <span className={styles.why}>{label.short}</span>
            </span>
            <span className={styles.keys}>
              {isSuggested && <Key>{shownKey(shortcuts.accept.keys[0])}</Key>}
              <Key>{label.letter}</Key>
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
