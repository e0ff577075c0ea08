/** A section of several pages: a list of them at the side, and beside it the one that is open. */
import type { ReactNode } from 'react'
import styles from './pages.module.css'

export interface PageLink<T extends string> {
  readonly page: T
  readonly name: string
  /** What a pointer that rests on it is told, such as its key. */
  readonly tip?: string
  /** Stands at the end of its line, such as how much waits there. */
  readonly end?: ReactNode
}

interface PagesProps<T extends string> {
  /** What the list is, for those who only hear it. */
  readonly label: string
  /** In the order of the list. */
  readonly links: readonly PageLink<T>[]
  readonly current: T
  /** Also of the one that is open already. */
  readonly onOpen: (page: T) => void
  /** Sets `--list` and `--beside`, the columns, where they are others. */
  readonly className?: string | undefined
  /** The page that is open; several parts where `--beside` has as many columns. */
  readonly children: ReactNode
}

export function Pages<T extends string>(props: PagesProps<T>): ReactNode {
  const { label, links, current, onOpen, className = '', children } = props
  return (
    <div className={`${styles.section} ${className}`}>
      <nav className={styles.list} aria-label={label}>
        <ul>
          {links.map(({ page, name, tip, end }) => (
            <li key={page}>
              <button
                type="button"
                aria-current={page === current ? 'page' : undefined}
                title={tip}
                onClick={() => onOpen(page)}
              >
                {name}
                {end}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}
