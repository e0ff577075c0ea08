/** What the model suggests, in words; a name that is not ours keeps its own direction and is cut at its own end. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../core/labels.ts'
import type { Band } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { bandName } from '../../copy/names.ts'
import styles from './band-words.module.css'

interface BandWordsProps {
  readonly band: Band
  readonly labels: readonly Label[]
  /** On one line, cut where there is no room. */
  readonly isShort?: boolean
}

export function BandWords({ band, labels, isShort }: BandWordsProps): ReactNode {
  const label = labels.find(({ id }) => id === band)
  if (label?.tone !== 'own') return bandName(band, labels)
  return (
    <span className={isShort ? styles.short : undefined} title={isShort ? label.name : undefined}>
      {en.review.likely} <bdi>{label.name}</bdi>
    </span>
  )
}
