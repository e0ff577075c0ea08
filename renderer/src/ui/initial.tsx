/** The first letter of somebody's name, in a circle: beside the name, which says the same. */
import type { ReactNode } from 'react'
import styles from './initial.module.css'

interface InitialProps {
  readonly name: string
  /** In a row of a list. */
  readonly isSmall?: boolean
}

export function Initial({ name, isSmall = false }: InitialProps): ReactNode {
  return (
    <span className={styles.initial} data-small={isSmall || undefined} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  )
}
