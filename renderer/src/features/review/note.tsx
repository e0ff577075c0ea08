/** A note that goes with the decision. */
import { type ReactNode, useId } from 'react'
import { en } from '../../copy/en.ts'
import styles from './decide.module.css'
import { focusReading } from './focus-reading.ts'
import { useNoteField } from './note-field.ts'
import type { Desk } from './use-desk.ts'

export function Note({ desk }: { readonly desk: Desk }): ReactNode {
  const { state, mine } = desk
  const id = useId()
  const field = useNoteField(desk, mine)
  if (mine === null || (!state.isNoteOpen && field.value === '')) return null
  return (
    <div className={styles.note}>
      <label htmlFor={id} className="meta">
        {en.review.noteLabel}
      </label>
      <textarea
        {...field}
        id={id}
        className="field"
        rows={3}
        aria-describedby={`${id}-hint`}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          focusReading()
        }}
      />
      <p id={`${id}-hint`} className="meta">
        {en.review.noteHint}
      </p>
    </div>
  )
}
