/** A key cap; none where no key does it at the moment. */
import type { ReactNode } from 'react'
import styles from './key.module.css'

export function Key(props: { readonly children: ReactNode }): ReactNode {
  if (props.children === '') return null
  return <kbd className={styles.key}>{props.children}</kbd>
}
