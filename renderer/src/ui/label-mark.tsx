/** The marks of labels: filled when a person decided, half-filled while a second one is waited for, hollow when the model suggests. */
import type { ReactNode } from 'react'
import type { Status } from '../../../core/deciding/standing.ts'
import type { Label, Shape } from '../../../core/labels.ts'
import { en } from '../copy/en.ts'
import styles from './label-mark.module.css'

const paths: Readonly<Record<Exclude<Shape, 'letter'>, string>> = {
  triangle: 'M6 1.3 11.2 10.5H.8z',
  circle: 'M6 1.3a4.7 4.7 0 1 0 0 9.4 4.7 4.7 0 0 0 0-9.4',
  bar: 'M1 4h10v4H1z',
  diamond: 'M6 .9 11.1 6 6 11.1.9 6z',
}

/** The left half of each, where the other half is only its outline. */
const halves: typeof paths = {
  triangle: 'M6 1.3v9.2H.8z',
  circle: 'M6 1.3a4.7 4.7 0 1 0 0 9.4z',
  bar: 'M1 4h5v4H1z',
  diamond: 'M6 .9v10.2L.9 6z',
}

/** `full`: a person decided. `half`: proposed, a second person has to agree. `none`: the model suggests. */
export type Fill = 'full' | 'half' | 'none'

/** What of a label is drawn. */
export type Look = Pick<Label, 'shape' | 'tone' | 'letter'>

interface MarkProps {
  readonly look: Look
  readonly fill?: Fill
  readonly size?: 10 | 12
}

export function Mark({ look, fill = 'full', size = 12 }: MarkProps): ReactNode {
  const { shape, tone, letter } = look
  if (shape === 'letter') {
    return (
      <span className={`${styles.letter} ${tone}`} data-fill={fill} aria-hidden="true">
        <span>{letter}</span>
      </span>
    )
  }
  return (
    <svg
      className={`${styles.mark} ${tone}`}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 12 12"
      fill={fill === 'full' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {fill === 'half' && <path d={halves[shape]} fill="currentColor" stroke="none" />}
      <path d={paths[shape]} />
    </svg>
  )
}

interface ChipProps {
  readonly label: Label
  /** How far it stands; without it, or null, as final. */
  readonly status?: Status | null
}

/** What a person decided: a chip on its tint. */
export function LabelChip({ label, status = null }: ChipProps): ReactNode {
  return (
    <span className={`${styles.chip} ${label.tone}`}>
      <Mark look={label} size={10} fill={status === 'proposed' ? 'half' : 'full'} />
      <bdi className={styles.name} title={label.tone === 'own' ? label.name : undefined}>
        {status === null || status === 'final' ? label.name : en.judging.chip[status](label.name)}
      </bdi>
    </span>
  )
}

/** What people disagree about: the letters of both sides. */
export function Pair(props: { readonly sides: readonly Label[] }): ReactNode {
  return (
    <span className={styles.pair} aria-hidden="true">
      {props.sides.map(({ id, tone, letter }) => (
        <span key={id} className={`${styles.side} ${tone}`}>
          {letter}
        </span>
      ))}
    </span>
  )
}

interface SuggestionProps {
  readonly look: Look
  readonly words: ReactNode
}

/** What the model suggests: a hollow shape and words, without a ground. */
export function SuggestionMark({ look, words }: SuggestionProps): ReactNode {
  return (
    <span className={`${styles.suggestion} ${look.tone}`}>
      <Mark look={look} size={10} fill="none" />
      <span className={styles.name}>{words}</span>
    </span>
  )
}

/** A comment that is selected. */
export function Picked(): ReactNode {
  return (
    <svg className={styles.picked} width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      <path
        className={styles.box}
        d="M2.5 0h9A2.5 2.5 0 0 1 14 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 0 11.5v-9A2.5 2.5 0 0 1 2.5 0"
      />
      <path className={styles.tick} d="m3.5 7.25 2.5 2.5 4.75-5.5" />
    </svg>
  )
}

/** A comment nobody has decided on. */
export function Todo(props: { readonly isCurrent?: boolean }): ReactNode {
  return <span className={styles.todo} data-current={props.isCurrent || undefined} aria-hidden="true" />
}
