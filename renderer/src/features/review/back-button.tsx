/** Back from a thread or an author's comments to where one was. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import type { Shortcut } from '../../keyboard/shortcuts.ts'

interface BackButtonProps {
  readonly shortcut: Shortcut
  readonly onClick: () => void
}

export function BackButton({ shortcut, onClick }: BackButtonProps): ReactNode {
  return (
    <KeyButton kind="quiet" size="small" icon="left" shortcut={shortcut} onClick={onClick}>
      {en.review.back}
    </KeyButton>
  )
}
