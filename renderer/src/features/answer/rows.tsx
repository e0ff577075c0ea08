/** A list beside what one chooses in it: arrows move in it, and what they come to is shown. */
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './answer.module.css'

export interface Row {
  readonly id: number
  readonly excerpt: string
  /** Under it, and at the end of that line. */
  readonly sub: ReactNode
  readonly end: ReactNode
}

interface RowsProps {
  readonly label: string
  readonly rows: readonly Row[]
  readonly current: number | null
  readonly onChoose: (id: number) => void
}

export function Rows({ label, rows, current, onChoose }: RowsProps): ReactNode {
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = by === undefined ? undefined : rows[rows.findIndex(({ id }) => id === current) + by]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus()
  }
  return (
    <ul className={styles.rows} aria-label={label} onKeyDown={move}>
      {rows.map(({ id, excerpt, sub, end }) => (
        <li key={id}>
          <button
            type="button"
            data-id={id}
            aria-current={id === current || undefined}
            onClick={() => onChoose(id)}
          >
            <span className={`said one-line ${styles.excerpt}`} dir="auto">
              {excerpt}
            </span>
            <span className={styles.sub}>
              <span>{sub}</span>
              <span>{end}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
