/** "What people decided, what it said": the confusion, and how far each of its words can be trusted. */
import type { ReactNode } from 'react'
import type { Measurement, Share } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import type { Band } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { Mark } from '../../ui/label-mark.tsx'
import styles from './measure.module.css'
import { Question } from './question.tsx'

interface ConfusionProps {
  readonly measurement: Measurement
  readonly labels: readonly Label[]
}

const bands: readonly Band[] = ['troll', 'critic', 'neither', 'unsure']
const words = en.model.confusion

export function Confusion({ measurement, labels }: ConfusionProps): ReactNode {
  const nameOf = (band: Band) =>
    band === 'unsure' ? words.notSure : (labels.find((label) => label.tone === band)?.name ?? band)
  return (
    <Question title={words.title} lede={words.lede(measurement.total)}>
      <table className={styles.confusion}>
        <caption className="only-heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.people}</th>
            {bands.map((band) => (
              <th key={band} scope="col">
                {nameOf(band)}
              </th>
            ))}
            <th scope="col">{words.all}</th>
          </tr>
        </thead>
        <tbody>
          {measurement.confusion.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <LabelName id={row.label} labels={labels} />
              </th>
              {bands.map((band) => (
                <td key={band} data-cell={cellOf(row.label, band)}>
                  {count(row.said[band])}
                </td>
              ))}
              <td className="muted">{count(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Quality measurement={measurement} labels={labels} />
    </Question>
  )
}

/** The same word on both sides, or the mistake this app is there to avoid. */
function cellOf(label: string, band: Band): 'same' | 'accused' | undefined {
  if (label === band) return 'same'
  return label === 'critic' && band === 'troll' ? 'accused' : undefined
}

function LabelName({ id, labels }: { readonly id: string; readonly labels: readonly Label[] }): ReactNode {
  const label = labels.find((one) => one.id === id)
  return (
    <span className="row">
      {label && <Mark shape={label.shape} tone={label.tone} />}
      {label?.name ?? id}
    </span>
  )
}

function Quality({ measurement, labels }: ConfusionProps): ReactNode {
  const { quality } = en.model
  return (
    <>
      <table className={styles.quality}>
        <thead>
          <tr>
            <th scope="col">{quality.label}</th>
            <th scope="col">{quality.precision}</th>
            <th scope="col">{quality.recall}</th>
          </tr>
        </thead>
        <tbody>
          {measurement.quality.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <LabelName id={row.label} labels={labels} />
              </th>
              <ShareCell share={row.precision} none={quality.neverSaid} />
              <ShareCell share={row.recall} none={quality.noneThere} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">{quality.note}</p>
    </>
  )
}

function ShareCell({ share, none }: { readonly share: Share | null; readonly none: string }): ReactNode {
  const { quality } = en.model
  if (share === null) return <td className="muted">{none}</td>
  return (
    <td>
      {quality.share(share.hits, share.of)}
      <span className="muted">{quality.between(share.low, share.high)}</span>
    </td>
  )
}
