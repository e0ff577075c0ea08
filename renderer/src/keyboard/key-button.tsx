/** A button whose key does the same: it shows the key, and says it. */
import type { ComponentProps, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ariaKeys, type Shortcut, shownKey } from './shortcuts.ts'

interface KeyButtonProps extends Omit<ComponentProps<typeof Button>, 'keyCap' | 'ariaKeys'> {
  readonly shortcut: Shortcut
  /** There is nothing to do at the moment, and the key need not be shown. */
  readonly hidesKey?: boolean
}

export function KeyButton({ shortcut, hidesKey = false, ...button }: KeyButtonProps): ReactNode {
  const keyCap = hidesKey ? undefined : shownKey(shortcut.keys[0])
  return <Button {...button} keyCap={keyCap} ariaKeys={ariaKeys(shortcut)} />
}
