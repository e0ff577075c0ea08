/** A note that goes with the decision. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { en } from '../../copy/en.ts'
import styles from './decide.module.css'
import { focusReading } from './focus-reading.ts'
import type { Desk } from './use-desk.ts'

export function Note({ desk }: { readonly desk: Desk }): ReactNode {
  const { state, mine, dispatch } = desk
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { isNoteOpen } = state
  useEffect(() => {
    if (isNoteOpen) field.current?.focus()
  }, [isNoteOpen])
  if (mine === null) return null
  const note = state.notes[mine.commentId] ?? mine.decision?.note ?? ''
  if (!isNoteOpen && note === '') return null
  return (
    <div className={styles.note}>
      <label htmlFor={id} className="meta">
        {en.review.noteLabel}
      </label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={3}
        maxLength={10_000}
        value={note}
        aria-describedby={`${id}-hint`}
        onChange={(event) => dispatch({ type: 'noted', commentId: mine.commentId, note: event.target.value })}
        onFocus={() => dispatch({ type: 'note-open', isOpen: true })}
        onBlur={() => dispatch({ type: 'note-open', isOpen: false })}
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
