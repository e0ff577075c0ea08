/** The numbers of a plot as a table, for those who would rather read them. */
import type { ReactNode } from 'react'
import { en } from '../copy/en.ts'
import styles from './numbers.module.css'
import { TableHead } from './table-head.tsx'

/** A table that is there on request. */
export function AsTable({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className={styles.table}>
      <summary>{en.model.asTable}</summary>
      {children}
    </details>
  )
}

interface NumbersProps {
  /** What the table shows, for those who only hear it. */
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly [string, ...string[]])[]
}

/** A small table of numbers. */
export function Numbers({ caption, columns, rows }: NumbersProps): ReactNode {
  return (
    <table className={styles.numbers}>
      <caption className="only-heard">{caption}</caption>
      <TableHead columns={columns} />
      <tbody>
        {rows.map(([name, ...cells], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plot have no other name and never move.
          <tr key={at}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** For a table of numbers whose cells hold more. */
export { styles as numberStyles }
