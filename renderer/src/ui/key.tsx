/** A key cap. */
import type { ReactNode } from 'react'
import styles from './key.module.css'

export function Key(props: { readonly children: ReactNode }): ReactNode {
  return <kbd className={styles.key}>{props.children}</kbd>
}
