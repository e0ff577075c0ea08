/** The marks of labels: filled when a person decided, hollow when the model suggests. */
import type { ReactNode } from 'react'
import type { Label, Shape } from '../../../core/labels.ts'
import styles from './label-mark.module.css'

const paths: Readonly<Record<Exclude<Shape, 'letter'>, string>> = {
  triangle: 'M6 1.3 11.2 10.5H.8z',
  circle: 'M6 1.3a4.7 4.7 0 1 0 0 9.4 4.7 4.7 0 0 0 0-9.4',
  bar: 'M1 4h10v4H1z',
  diamond: 'M6 .9 11.1 6 6 11.1.9 6z',
}

/** What of a label is drawn. */
export type Look = Pick<Label, 'shape' | 'tone' | 'letter'>

interface MarkProps {
  readonly look: Look
  readonly isHollow?: boolean
  readonly size?: 10 | 12
}

export function Mark({ look, isHollow = false, size = 12 }: MarkProps): ReactNode {
  const { shape, tone, letter } = look
  if (shape === 'letter') {
    return (
      <span className={`${styles.letter} ${tone}`} data-hollow={isHollow || undefined} aria-hidden="true">
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
      fill={isHollow ? 'none' : 'currentColor'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[shape]} />
    </svg>
  )
}

/** What a person decided: a chip on its tint. */
export function LabelChip(props: { readonly label: Label }): ReactNode {
  const { label } = props
  return (
    <span className={`${styles.chip} ${label.tone}`}>
      <Mark look={label} size={10} />
      <bdi className={styles.name} title={label.tone === 'own' ? label.name : undefined}>
        {label.name}
      </bdi>
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
      <Mark look={look} size={10} isHollow />
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
