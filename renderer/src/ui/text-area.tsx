/** Several lines to fill in, with their name above and what they are for below. */
import { type ReactNode, useId } from 'react'
import styles from './text-field.module.css'

interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly rows?: number
  readonly maxLength: number
}

export function TextArea({ label, value, onChange, hint, rows = 4, maxLength }: TextAreaProps): ReactNode {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className="meta">
        {label}
      </label>
      <textarea
        id={id}
        className="field"
        dir="auto"
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-below` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <p id={`${id}-below`} className="meta">
          {hint}
        </p>
      )}
    </div>
  )
}
