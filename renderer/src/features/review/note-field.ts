/** The field that a note is written in, wherever on the desk it stands. */
import { type ComponentProps, useEffect, useRef } from 'react'
import type { Own } from './state.ts'
import type { Desk } from './use-desk.ts'

type Field = Pick<
  ComponentProps<'textarea'>,
  'ref' | 'dir' | 'maxLength' | 'value' | 'onChange' | 'onFocus' | 'onBlur'
>

/** What is written is kept for the comment in the centre; the field has the focus when somebody asks for it. */
export function useNoteField({ state, dispatch }: Desk, mine: Own | null): Field {
  const ref = useRef<HTMLTextAreaElement>(null)
  const { isNoteOpen } = state
  useEffect(() => {
    if (isNoteOpen) ref.current?.focus()
  }, [isNoteOpen])
  return {
    ref,
    dir: 'auto',
    maxLength: 10_000,
    value: mine === null ? '' : (state.notes[mine.commentId] ?? mine.decision?.note ?? ''),
    onChange: ({ target }) =>
      mine && dispatch({ type: 'noted', commentId: mine.commentId, note: target.value }),
    onFocus: () => dispatch({ type: 'note-open', isOpen: true }),
    onBlur: () => dispatch({ type: 'note-open', isOpen: false }),
  }
}
