/** Every row of a file accounted for: numbers that add up to a sum. */
import type { ReactNode } from 'react'
import { en } from '../copy/en.ts'
import { count } from '../copy/format.ts'
import { Button } from './button.tsx'
import styles from './ledger.module.css'

export interface LedgerLine {
  readonly count: number
  readonly words: string
  readonly onShow?: (() => void) | undefined
}

interface LedgerProps {
  readonly lines: readonly LedgerLine[]
  readonly sum: LedgerLine
  readonly remarks: readonly string[]
  /** Opens the problems that the remarks speak of. */
  readonly onShowRemarks?: (() => void) | undefined
}

export function LedgerTable({ lines, sum, remarks, onShowRemarks }: LedgerProps): ReactNode {
  return (
    <div className={styles.ledger}>
      <table>
        <tbody>
          {lines.map((line) => (
            <Row key={line.words} line={line} />
          ))}
        </tbody>
        <tfoot>
          <Row line={sum} />
        </tfoot>
      </table>
      {remarks.length > 0 && (
        <p className="meta">
          {remarks.join(' ')}{' '}
          {onShowRemarks && (
            <Button kind="link" onClick={onShowRemarks}>
              {en.show}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function Row({ line }: { readonly line: LedgerLine }): ReactNode {
  return (
    <tr>
      <th scope="row">{count(line.count)}</th>
      <td>{line.words}</td>
      <td>
        {line.onShow && (
          <Button kind="link" onClick={line.onShow} label={`${en.show}: ${count(line.count)} ${line.words}`}>
            {en.show}
          </Button>
        )}
      </td>
    </tr>
  )
}
