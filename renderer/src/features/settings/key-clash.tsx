/** A key that already does something else: said in a sentence, with the ways out beside it. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelWord } from '../../copy/names.ts'
import { resetKey, swapKeys, takeKey } from '../../keyboard/changing.ts'
import { type Shortcut, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

type Changed = Settings['keys']

interface KeyClashProps {
  /** What is to have the key. */
  readonly line: Shortcut
  readonly pressed: string
  /** What has it. */
  readonly other: Shortcut
  /** The key is the one that the table has for `line`. */
  readonly isReset: boolean
  readonly labels: readonly Label[]
  readonly changed: Changed
  /** Gets null where everything stays as it is. */
  readonly onFinish: (next: Changed | null, said?: string) => void
}

export function KeyClash(props: KeyClashProps): ReactNode {
  const { line, pressed, other, isReset, labels, changed, onFinish } = props
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('button')?.focus(), [])
  const wish = { key: pressed, wanting: line, other }
  const swapped = isReset || other.isFixed ? null : swapKeys(changed, wish, labels)
  const taken = isReset
    ? resetKey({ ...changed, [other.name]: other.keys.filter((one) => one !== pressed) }, line.name)
    : takeKey(changed, wish)
  const said = en.keyEditing.changed(line.does, shownKey(pressed))
  return (
    <div ref={first} className={`row wraps ${styles.clash}`}>
      <p role="alert">
        {other.label
          ? en.keyEditing.clashLabel(shownKey(pressed), labelWord(other.label))
          : en.keyEditing.clash(shownKey(pressed), other.does)}
      </p>
      {swapped && (
        <Button size="small" onClick={() => onFinish(swapped, said)}>
          {en.keyEditing.swap}
        </Button>
      )}
      {!other.isFixed && (
        <Button size="small" onClick={() => onFinish(taken, said)}>
          {en.keyEditing.take(other.does)}
        </Button>
      )}
      <Button size="small" kind="quiet" onClick={() => onFinish(null)}>
        {en.keyEditing.keep}
      </Button>
    </div>
  )
}
