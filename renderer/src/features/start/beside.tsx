/** What tells a project from another of its name, on a line of its own under that. */
import type { ReactNode } from 'react'
import styles from './start.module.css'

/** @param props.name see `besideName` */
export function Beside({ name }: { readonly name: string | null }): ReactNode {
  return name === null ? null : <bdi className={`meta one-line ${styles.beside}`}>{name}</bdi>
}
