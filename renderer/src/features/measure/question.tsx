/** A question of the page: its title, what was counted, the plot, and the same as a table. */
import { type ReactNode, useId } from 'react'
import { en } from '../../copy/en.ts'
import styles from './measure.module.css'

interface QuestionProps {
  readonly title: string
  /** The line under the title: what was counted, or the answer. */
  readonly lede: string
  /** Stands at the end of the title's line. */
  readonly choice?: ReactNode
  /** Takes the whole width of the page. */
  readonly isWide?: boolean
  readonly children: ReactNode
  /** The numbers of the plot, for those who would rather read them. */
  readonly table?: ReactNode
}

export function Question({ title, lede, choice, isWide, children, table }: QuestionProps): ReactNode {
  const id = useId()
  return (
    <section className={styles.question} data-wide={isWide || undefined} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id} className="strong">
            {title}
          </h2>
          <p className="meta">{lede}</p>
        </div>
        {choice}
      </header>
      {children}
      {table && <AsTable>{table}</AsTable>}
    </section>
  )
}

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
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
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
