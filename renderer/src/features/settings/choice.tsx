/** One setting with a few values side by side, its name above and what it means below. */
import type { ReactNode } from 'react'
import { Segmented } from '../../ui/segmented.tsx'
import { choicesOf } from '../../ui/select.tsx'
import styles from './settings.module.css'

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly hint?: string
  readonly value: T
  readonly names: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

export function Choice<T extends string>({ name, hint, value, names, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <Setting name={name} {...(hint ? { hint } : {})}>
      <Segmented label={name} value={value} choices={choicesOf(names)} onChange={onChange} />
    </Setting>
  )
}

export function Setting(props: {
  readonly name: string
  readonly hint?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className={styles.setting}>
      <h3>{props.name}</h3>
      <div className={styles.narrow}>{props.children}</div>
      {props.hint && <p className="meta">{props.hint}</p>}
    </div>
  )
}
