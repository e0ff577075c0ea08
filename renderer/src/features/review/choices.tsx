/** The decisions of the codebook, in its order, each with a few words and its keys. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelShortcuts } from '../../keyboard/label-shortcuts.ts'
import { ariaKeys, type Shortcut, shortcuts, shownKey, tip } from '../../keyboard/shortcuts.ts'
import { Key } from '../../ui/key.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import styles from './choices.module.css'
import { focusReading } from './focus-reading.ts'

interface ChoicesProps {
  readonly labels: readonly Label[]
  /** The label that stands; null when there is none. */
  readonly picked: string | null
  readonly suggested: Label | null
  /** The name of the reason that goes with a label, in the place of the few words under it; null where none does. */
  readonly reasonFor: (label: Label) => string | null
  /** On one line each, where something else needs the room. */
  readonly isBrief: boolean
  readonly onDecide: (label: Label) => void
  /** What is asked about it next has the focus, and not the comment. */
  readonly keepsFocus: (label: Label) => boolean
  /** This window only reads. */
  readonly isReader: boolean
}

/** More labels than this stand on one short line each. */
const mostRoomy = 6

export function Choices(props: ChoicesProps): ReactNode {
  const { labels, picked, suggested, reasonFor, isBrief, isReader } = props
  const isMany = labels.length > mostRoomy
  return (
    <fieldset
      className={styles.choices}
      aria-label={en.review.decide}
      data-many={isMany || undefined}
      data-brief={isBrief || undefined}
    >
      {labelShortcuts(labels).map((shortcut) => (
        <Choice
          key={shortcut.label.id}
          label={shortcut.label}
          shortcut={shortcut}
          isMany={isMany}
          isPicked={shortcut.label.id === picked}
          isSuggested={shortcut.label.id === suggested?.id}
          reason={reasonFor(shortcut.label)}
          onDecide={props.onDecide}
          keepsFocus={props.keepsFocus}
          isReader={isReader}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceProps extends Pick<ChoicesProps, 'onDecide' | 'keepsFocus' | 'isReader'> {
  readonly label: Label
  readonly shortcut: Shortcut
  readonly isMany: boolean
  readonly isPicked: boolean
  readonly isSuggested: boolean
  readonly reason: string | null
}

function Choice({
  label,
  shortcut,
  isMany,
  isPicked,
  isSuggested,
  reason,
  onDecide,
  keepsFocus,
  isReader,
}: ChoiceProps): ReactNode {
  return (
    <button
      type="button"
      className={`${styles.choice} ${label.tone}`}
      data-suggested={isSuggested || undefined}
      aria-pressed={isPicked}
      // Not `disabled`: it can still be reached and read.
      aria-disabled={isReader || undefined}
      aria-keyshortcuts={ariaKeys(shortcut)}
      title={tip(label.definition === '' ? label.name : `${label.name}: ${label.definition}`, shortcut)}
      onClick={() => {
        onDecide(label)
        // The next comment is to be read before anything is pressed again.
        if (!keepsFocus(label)) focusReading()
      }}
    >
      <Mark look={label} />
      <span className={styles.words}>
        <bdi className={styles.name}>{label.name}</bdi>
        {reason !== null && (
          <bdi className={styles.why} data-reason>
            {reason}
          </bdi>
        )}
        {reason === null && !isMany && label.short !== '' && <bdi className={styles.why}>{label.short}</bdi>}
      </span>
      <span className={styles.keys}>
        {isSuggested && <Key>{shownKey(shortcuts.accept.keys[0])}</Key>}
        <Caps label={label} keys={shortcut.keys} />
      </span>
    </button>
  )
}

/** Ours show their letter, which is in no mark. Others have it in the mark, and show what it does not say. */
export function Caps({
  label,
  keys,
}: {
  readonly label: Label
  readonly keys: readonly string[]
}): ReactNode {
  const [first] = keys
  const last = keys.at(-1)
  const shown = label.shape === 'letter' ? last : first
  return shown === undefined ? null : <Key>{shownKey(shown)}</Key>
}
