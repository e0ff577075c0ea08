/** Where the service cannot be reached: one sentence over the whole page, and what to do. */
import { type ReactNode, useEffect, useRef } from 'react'
import { en } from '../../copy/en.ts'
import { PageMessage } from '../../ui/page-message.tsx'
import styles from './unreachable.module.css'

export function Unreachable(props: { readonly state: 'lost' | 'locked' }): ReactNode {
  const page = useRef<HTMLDialogElement>(null)
  // A modal dialog keeps what is under it, a half-written note too, and out of reach.
  useEffect(() => {
    page.current?.showModal()
  }, [])
  const { lostTitle, lostLede, lockedTitle, lockedLede } = en.connection
  const title = props.state === 'lost' ? lostTitle : lockedTitle
  return (
    <dialog
      ref={page}
      className={styles.page}
      aria-label={title}
      onCancel={(event) => event.preventDefault()}
    >
      <PageMessage title={title} lede={props.state === 'lost' ? lostLede : lockedLede} />
    </dialog>
  )
}
