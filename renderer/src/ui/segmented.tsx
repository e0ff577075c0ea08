/** A choice between two or three things that stand side by side. */
import type { ReactNode } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly words: string; readonly hint?: string }[]
  readonly onChange: (value: T) => void
}

export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  return (
    <fieldset className={styles.choices} aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          title={choice.hint}
          aria-pressed={choice.value === props.value}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.words}
        </button>
      ))}
    </fieldset>
  )
}
