/** A line of text to fill in, with its name above it and what is wrong below. */
import { type ReactNode, useId } from 'react'
import styles from './text-field.module.css'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  readonly hint?: string
  readonly problem?: string | null
  readonly maxLength: number
  /** As the browser's own fields have it. */
  readonly type?: 'text' | 'number' | 'date'
  /** It has the focus when it comes. */
  readonly isFirst?: boolean
}

export function TextField(props: TextFieldProps): ReactNode {
  const id = useId()
  const below = props.problem ?? props.hint
  return (
    <div className={styles.field}>
      <label htmlFor={id} className="meta">
        {props.label}
      </label>
      <input
        id={id}
        className="field"
        type={props.type ?? 'text'}
        ref={props.isFirst ? focused : undefined}
        dir="auto"
        value={props.value}
        maxLength={props.maxLength}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onLeave}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
      />
      {below && (
        <p id={`${id}-below`} className={props.problem ? 'problem' : 'meta'}>
          {below}
        </p>
      )}
    </div>
  )
}

const focused = (field: HTMLInputElement | null) => field?.focus()
