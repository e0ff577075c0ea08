/** A dialog: the browser's own, so that focus stays inside and Escape closes it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { en } from '../copy/en.ts'
import { LiveRegion } from './announcer.tsx'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { focusPage } from './focus-page.ts'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
  readonly width?: 'narrow' | 'wide'
  readonly actions?: ReactNode
}

export function Dialog(props: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    dialog.current?.showModal()
    // On the dialog itself: its title is read first, and no button looks chosen.
    dialog.current?.focus()
    return focusPage
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; for the keyboard Escape does.
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={`panel ${styles.dialog}`}
      data-width={props.width ?? 'narrow'}
      aria-labelledby={titleId}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId} className="section">
            {props.title}
          </h2>
          <Button kind="quiet" icon="cross" label={en.close} onClick={() => dialog.current?.close()} />
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
        <div className={styles.body} tabIndex={0}>
          {props.children}
        </div>
        {props.actions && <footer className={styles.actions}>{props.actions}</footer>}
      </div>
      <LiveRegion />
    </dialog>
  )
}
