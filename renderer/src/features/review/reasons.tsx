/** The grounds for a label, opened in the place where the hand already is: a digit picks one. */
import { type ReactNode, useRef } from 'react'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelWord } from '../../copy/names.ts'
import { reasonShortcuts } from '../../keyboard/label-shortcuts.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Key } from '../../ui/key.tsx'
import { reasonOf } from './draft.ts'
import { useFocusAfter } from './focus-reading.ts'
import styles from './reasons.module.css'
import type { ReasonsFor } from './state.ts'
import type { Desk } from './use-desk.ts'

interface ReasonsProps {
  readonly desk: Desk
  readonly target: ReasonsFor
  readonly labels: readonly Label[]
}

export function Reasons({ desk, target, labels }: ReasonsProps): ReactNode {
  const panel = useRef<HTMLElement>(null)
  useFocusAfter(panel)
  const label = labels.find(({ id }) => id === target.label)
  if (label === undefined) return null
  const { state, mine } = desk
  const chosen = mine === null || target.isBefore ? null : reasonOf(state, mine, label.id)
  const keys = reasonShortcuts(label.reasons)
  const word = labelWord(label)
  return (
    <section ref={panel} className={styles.reasons} aria-label={en.deciding.reasonsFor(word)}>
      <header className={styles.head}>
        <h2>{en.deciding.reasonsFor(word)}</h2>
        <Button
          kind="quiet"
          size="small"
          keyCap={shownKey(shortcuts.leaveThread.keys[0])}
          onClick={() => desk.dispatch({ type: 'reasons', target: null })}
        >
          {en.deciding.closeReasons}
        </Button>
      </header>
      <p className="meta">
        {target.isBefore
          ? en.deciding.before
          : desk.label === null
            ? en.deciding.here(word)
            : en.deciding.standing}
      </p>
      <ul>
        {label.reasons.map((reason, at) => (
          <li key={reason.id}>
            <button
              type="button"
              className={styles.reason}
              aria-pressed={reason.id === chosen}
              aria-keyshortcuts={keys[at] && ariaKeys(keys[at])}
              onClick={() => desk.chooseReason(reason)}
            >
              <span className={styles.words}>
                <bdi className={styles.name}>{reason.name}</bdi>
                {reason.sentence !== '' && <bdi className={styles.sentence}>{reason.sentence}</bdi>}
              </span>
              {keys[at]?.keys[0] && <Key>{shownKey(keys[at].keys[0])}</Key>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
