/** The rows of a file that were left out or mended, one line a problem. */
import type { ReactNode } from 'react'
import { en } from '../copy/en.ts'
import { count } from '../copy/format.ts'
import styles from './problems-table.module.css'

export interface ProblemLine {
  readonly row: number
  readonly field: string
  readonly value: string | null
  readonly reason: string
  readonly isLeftOut: boolean
}

export function ProblemsTable(props: { readonly lines: readonly ProblemLine[] }): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{en.problems.row}</th>
          <th scope="col">{en.problems.field}</th>
          <th scope="col">{en.problems.value}</th>
          <th scope="col">{en.problems.reason}</th>
          <th scope="col">
            <span className="only-heard">
              {en.problems.left} / {en.problems.kept}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row can have the same problem twice, and lines never move.
          <tr key={index}>
            <td className="number">{count(line.row)}</td>
            <td>{line.field}</td>
            <td className={styles.value}>
              {line.value === null || line.value === '' ? (
                <span className="muted">{en.problems.none}</span>
              ) : (
                <span className="said two-lines" dir="auto">
                  {line.value}
                </span>
              )}
            </td>
            <td>{line.reason}</td>
            <td className="muted">{line.isLeftOut ? en.problems.left : en.problems.kept}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
