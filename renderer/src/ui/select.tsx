/** The native select, with our edge and our chevron. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './select.module.css'

export interface Choice<T extends string> {
  readonly value: T
  readonly words: string
  /** Stands above those of the same group, which follow each other. */
  readonly group?: string
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
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
        {groupsOf(choices).map(({ group, members }) =>
          group === undefined ? (
            members.map(optionOf)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(optionOf)}
            </optgroup>
          ),
        )}
      </select>
      <Icon name="down" />
    </span>
  )
}

function optionOf<T extends string>({ value, words }: Choice<T>): ReactNode {
  return (
    <option key={value} value={value}>
      {words}
    </option>
  )
}

/** In the order in which they come. */
function groupsOf<T extends string>(choices: readonly Choice<T>[]) {
  const groups = [...new Set(choices.map(({ group }) => group))]
  return groups.map((group) => ({ group, members: choices.filter((one) => one.group === group) }))
}

/** The choices of a select from a record of names, in the record's order. */
export function choicesOf<T extends string>(names: Readonly<Record<T, string>>): readonly Choice<T>[] {
  // The keys of such a record are exactly T.
  return (Object.keys(names) as T[]).map((value) => ({ value, words: names[value] }))
}
