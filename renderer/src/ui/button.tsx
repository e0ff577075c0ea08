/** A button, with the key that does the same. */
import type { ReactNode, Ref } from 'react'
import { en } from '../copy/en.ts'
import styles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'
import { Key } from './key.tsx'

interface ButtonProps {
  readonly children?: ReactNode
  readonly onClick: () => void
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'link'
  readonly size?: 'small' | 'normal' | 'big'
  readonly icon?: IconName
  /** Shown on the button as a cap; empty where the key does nothing at the moment, which its tip then says. */
  readonly keyCap?: string | undefined
  readonly ariaKeys?: string | undefined
  /** Said of a button without words, and shown when the pointer rests on it. */
  readonly label?: string | undefined
  readonly isDisabled?: boolean
  /** It does nothing now, and says so, but can have the focus: for one that may be used again in a moment. */
  readonly isIdle?: boolean
  readonly isPressed?: boolean
  readonly isExpanded?: boolean
  /** Id of what says more about it. */
  readonly describedBy?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps): ReactNode {
  const { kind = 'plain', size = 'normal', icon, keyCap, children, label } = props
  const hasWords = children !== undefined
  return (
    <button
      ref={props.ref}
      type="button"
      className={styles.button}
      data-kind={kind}
      data-size={size}
      data-icon-only={!hasWords || undefined}
      onClick={props.isIdle ? undefined : props.onClick}
      disabled={props.isDisabled}
      aria-disabled={props.isIdle || undefined}
      aria-label={label}
      title={hasWords ? (keyCap === '' ? en.keys.off : undefined) : label}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-keyshortcuts={props.ariaKeys}
      aria-describedby={props.describedBy}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keyCap && <Key>{keyCap}</Key>}
    </button>
  )
}
