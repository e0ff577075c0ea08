/** "Labels so far": how often each label stands. */
import type { ReactNode } from 'react'
import type { ProgressReport } from '../../../../../core/contract/progress-report.ts'
import type { Label } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { count, percent } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Mark } from '../../../ui/label-mark.tsx'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { TableHead } from '../../../ui/table-head.tsx'
import { exact, Figure } from './figure.tsx'
import styles from './progress.module.css'

const words = en.progress.labels
const height = 28
const gap = 2
/** A letter needs so much. */
const narrowest = 12

interface Row {
  readonly id: string
  readonly label: Label | undefined
  readonly share: ProgressReport['labels'][number]['share']
  readonly proposed: number
  readonly disputed: number
}

interface LabelSharesProps {
  readonly report: ProgressReport
  readonly labels: readonly Label[]
  /** Shows the comments on which it stands. */
  readonly onLabel: (id: string) => void
}

export function LabelShares({ report, labels, onLabel }: LabelSharesProps): ReactNode {
  const rows = report.labels
    .map(({ label, ...row }): Row => ({ id: label, label: labels.find(({ id }) => id === label), ...row }))
    .toSorted((a, b) => b.share.hits - a.share.hits)
  const total = rows[0]?.share.of ?? 0
  const { columns } = words
  return (
    <Figure
      title={words.title}
      lede={words.lede(total)}
      savedLede={rows
        .filter(({ share }) => share.hits > 0)
        .map((row) => `${nameOf(row)} ${count(row.share.hits)}`)
        .join(', ')}
      fileName="labels-so-far"
      height={height}
      draw={(width) => <Drawing rows={rows} total={total} width={width} />}
      data={[
        [
          columns.label,
          columns.comments,
          columns.share,
          ...Object.values(words.inData),
          ...Object.values(words.waitingData),
        ],
        ...rows.map((row) => [
          nameOf(row),
          row.share.hits,
          ...[shareOf(row), row.share.low, row.share.high].map(exact),
          row.proposed,
          row.disputed,
        ]),
      ]}
    >
      <Table rows={rows} onLabel={onLabel} />
    </Figure>
  )
}

const nameOf = ({ id, label }: Row) => label?.name ?? id
const shareOf = ({ share: { hits, of } }: Row) => (of === 0 ? 0 : hits / of)

interface TableProps extends Pick<LabelSharesProps, 'onLabel'> {
  readonly rows: readonly Row[]
}

function Table({ rows, onLabel }: TableProps): ReactNode {
  return (
    <table className={styles.shares}>
      <caption className="only-heard">{words.title}</caption>
      <TableHead columns={Object.values(words.columns)} isOnlyHeard />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className="row">
                {row.label && <Mark look={row.label} />}
                <bdi className="one-line" title={nameOf(row)}>
                  {nameOf(row)}
                </bdi>
              </span>
              {row.proposed + row.disputed > 0 && (
                <span className={`meta ${styles.waiting}`}>{words.waiting(row.proposed, row.disputed)}</span>
              )}
            </th>
            <td>
              {row.share.hits > 0 ? (
                <Button
                  kind="link"
                  label={words.show(row.share.hits, nameOf(row))}
                  onClick={() => onLabel(row.id)}
                >
                  {count(row.share.hits)}
                </Button>
              ) : (
                0
              )}
            </td>
            <td>{percent(shareOf(row))}</td>
            <td className="meta">{words.between(row.share.low, row.share.high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DrawingProps {
  readonly rows: readonly Row[]
  readonly total: number
  readonly width: number
}

function Drawing({ rows, total, width }: DrawingProps): ReactNode {
  const there = rows.filter(({ share }) => share.hits > 0)
  const room = width - gap * Math.max(0, there.length - 1)
  let x = 0
  return there.map(({ id, label, share }) => {
    const from = x
    const wide = (room * share.hits) / total
    x += wide + gap
    return (
      <g key={id} className={label?.tone ?? 'own'}>
        <rect
          className={plot.part}
          x={Math.round(from) + 0.5}
          y={4.5}
          width={Math.max(1, Math.round(wide) - 1)}
          height={20}
        />
        {wide >= narrowest && label && (
          <text className={plot.letter} x={Math.round(from) + (wide < 24 ? 3 : 6)} y={19}>
            {label.letter}
          </text>
        )}
      </g>
    )
  })
}
