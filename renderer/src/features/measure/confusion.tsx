/** "What people decided, what it said": the confusion, and how far each of its words can be trusted. */
import type { ReactNode } from 'react'
import type { ConfusionRow, Measurement, Share } from '../../../../core/contract/model-report.ts'
import { type Label, teachingLabels } from '../../../../core/labels.ts'
import { type Band, unsureBand } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { wordOf } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import { numberStyles } from '../../ui/numbers.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import styles from './confusion.module.css'
import { Question } from './question.tsx'

interface ConfusionProps {
  readonly measurement: Measurement
  readonly labels: readonly Label[]
  /** Shows the comments of a search on the desk. */
  readonly onSearch: (search: string) => void
}

const words = en.model.confusion
/** A table of more labels than this takes the whole width of the page. */
const narrowest = 5

export function Confusion({ measurement, labels, onSearch }: ConfusionProps): ReactNode {
  const columns = teachingLabels({ labels })
  const labelOf = (id: string) => labels.find((one) => one.id === id)
  return (
    <Question title={words.title} lede={words.lede(measurement.total)} isWide={columns.length > narrowest}>
      <table className={styles.confusion} data-many={columns.length > narrowest || undefined}>
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.people}</th>
            {columns.map((label) => (
              <Column key={label.id} label={label} />
            ))}
            <th scope="col">{words.notSure}</th>
            <th scope="col">{words.all}</th>
          </tr>
        </thead>
        <tbody>
          {measurement.confusion.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <LabelName id={row.label} labels={labels} />
              </th>
              {columns.map((column) => (
                <td key={column.id} data-cell={cellOf(labelOf(row.label), column)} title={column.name}>
                  <Figure {...{ onSearch, row, labels }} band={column.id} />
                </td>
              ))}
              <td>
                <Figure {...{ onSearch, row, labels }} band={unsureBand} />
              </td>
              <td className="muted">
                <Figure {...{ onSearch, row, labels }} band={null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Quality {...{ measurement, labels, onSearch }} />
    </Question>
  )
}

interface FigureProps extends Omit<ConfusionProps, 'measurement'> {
  readonly row: ConfusionRow
  /** What the model took them for; null for all of the row. */
  readonly band: Band | null
}

/** Leads to the comments that it counts. */
function Figure({ row, band, labels, onSearch }: FigureProps): ReactNode {
  const hits = band === null ? row.total : (row.said[band] ?? 0)
  if (hits === 0) return count(0)
  const people = wordOf(row.label, labels)
  const label =
    band === null
      ? words.row(hits, people)
      : words.cell(hits, people, band === unsureBand ? words.notSure.toLowerCase() : wordOf(band, labels))
  return (
    <Button kind="link" label={label} onClick={() => onSearch(searchFor(row.label, band))}>
      {count(hits)}
    </Button>
  )
}

/** @param band what they were taken for; null for anything */
const searchFor = (label: string, band: Band | null) =>
  `label:"${label}" measured:${band === null ? 'yes' : `"${band}"`}`

/** Ours have short names; for others the letter stands, and the name is heard or shown on request. */
function Column({ label }: { readonly label: Label }): ReactNode {
  if (label.tone !== 'own') return <th scope="col">{label.name}</th>
  return (
    <th scope="col" title={label.name}>
      <Mark look={label} fill="none" />
      <span className="only-heard">{label.name}</span>
    </th>
  )
}

/** The same word on both sides, or the mistake this app is there to avoid. */
function cellOf(people: Label | undefined, said: Label): 'same' | 'accused' | undefined {
  if (people?.id === said.id) return 'same'
  return people?.tone === 'critic' && said.tone === 'troll' ? 'accused' : undefined
}

function LabelName({ id, labels }: { readonly id: string; readonly labels: readonly Label[] }): ReactNode {
  const label = labels.find((one) => one.id === id)
  const name = label?.name ?? id
  return (
    <span className="row">
      {label && <Mark look={label} />}
      <bdi className={label?.tone === 'own' ? `one-line ${styles.name}` : undefined} title={name}>
        {name}
      </bdi>
    </span>
  )
}

function Quality({ measurement, labels, onSearch }: ConfusionProps): ReactNode {
  const { quality } = en.model
  return (
    <>
      <table className={`${numberStyles.numbers} ${styles.quality}`}>
        <TableHead columns={[quality.label, quality.precision, quality.recall]} />
        <tbody>
          {measurement.quality.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <LabelName id={row.label} labels={labels} />
              </th>
              <ShareCell
                share={row.precision}
                none={quality.neverSaid}
                label={(seen, of) => quality.showSaid(seen, of, wordOf(row.label, labels))}
                onShow={() => onSearch(`measured:"${row.label}"`)}
              />
              <ShareCell
                share={row.recall}
                none={quality.noneThere}
                label={(seen, of) => quality.showDecided(seen, of, wordOf(row.label, labels))}
                onShow={() => onSearch(searchFor(row.label, null))}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">{quality.note}</p>
    </>
  )
}

interface ShareCellProps {
  readonly share: Share | null
  readonly none: string
  /** What the link says, which leads to all that the share is of. */
  readonly label: (seen: string, of: number) => string
  readonly onShow: () => void
}

function ShareCell({ share, none, label, onShow }: ShareCellProps): ReactNode {
  const { quality } = en.model
  if (share === null) return <td className="muted">{none}</td>
  const seen = quality.share(share.hits, share.of)
  return (
    <td>
      <Button kind="link" label={label(seen, share.of)} onClick={onShow}>
        {seen}
      </Button>
      <span className="muted">{quality.between(share.low, share.high)}</span>
    </td>
  )
}
