/** The native select, with our edge and our chevron. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './select.module.css'

interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly words: string }[]
  readonly onChange: (value: T) => void
  readonly size?: 'small' | 'normal'
  /** `bare` stands in a zone head as its title. */
  readonly look?: 'boxed' | 'bare'
  readonly fills?: boolean
  readonly isDisabled?: boolean
}

export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  const { value, choices } = props
  return (
    <span
      className={styles.box}
      data-size={props.size ?? 'normal'}
      data-look={props.look ?? 'boxed'}
      data-fills={props.fills || undefined}
    >
      <select
        aria-label={props.label}
        title={props.label}
        value={value}
        disabled={props.isDisabled}
        onChange={(event) => {
          const chosen = choices.find((one) => one.value === event.target.value)
          if (chosen) props.onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}

/** The choices of a select from a record of names, in the record's order. */
export function choicesOf<T extends string>(
  names: Readonly<Record<T, string>>,
): readonly { readonly value: T; readonly words: string }[] {
  // The keys of such a record are exactly T.
  return (Object.keys(names) as T[]).map((value) => ({ value, words: names[value] }))
}
