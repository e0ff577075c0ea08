/** The first rows of the file, a cell a column, as they will be written. */
import type { ReactNode } from 'react'
import type { ExportPreview } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { TableHead } from '../../ui/table-head.tsx'
import styles from './export.module.css'

interface ExportSheetProps {
  readonly preview: ExportPreview
  readonly scope: 'decided' | 'all'
  readonly labels: readonly Label[]
}

export function ExportSheet({ preview, scope, labels }: ExportSheetProps): ReactNode {
  const { columns, rows, total, suggestedName } = preview
  return (
    <>
      <header className={styles.head}>
        <h2 className="strong">{en.share.preview}</h2>
        <bdi className="muted one-line grow">{suggestedName}</bdi>
        <span className="meta">{en.share.rows(rows.length, total, columns.length)}</span>
      </header>
      {total === 0 ? (
        <p className={styles.none}>{scope === 'decided' ? en.share.noneDecided : en.share.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard.
        <section className={styles.sheet} tabIndex={0} aria-label={en.share.preview}>
          <table>
            <TableHead columns={columns} />
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a preview have no other name and never move.
                <tr key={index}>
                  {columns.map((column, at) => (
                    <td key={column} data-column={column}>
                      <Cell
                        words={row[at] ?? ''}
                        labels={labels}
                        lines={column === 'text' ? 'two-lines' : 'one-line'}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

interface CellProps {
  readonly words: string
  readonly labels: readonly Label[]
  readonly lines: 'one-line' | 'two-lines'
}

function Cell(props: CellProps): ReactNode {
  const label = props.labels.find((one) => one.id === props.words)
  if (label) return <span className={label.tone}>{props.words}</span>
  return (
    <span className={`said ${props.lines} ${styles.cell}`} dir="auto">
      {props.words}
    </span>
  )
}
