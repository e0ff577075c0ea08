/** What the centre of the desk shows, the comment, its thread or its author's comments, and the way back. */
import type { DeskState, View } from './state.ts'

/** What was open for a comment that is in the centre no more. */
export const closed = { isNoteOpen: false, reasonsFor: null, asked: null, isChoosing: false } as const

/** To another view of the centre. Who goes to an author's comments can come back to where they were. */
export function look(state: DeskState, view: View): DeskState {
  const { spot } = state
  if (view !== 'author') return { ...state, view, isChoosing: false }
  if (spot === null || state.view === 'author') return state
  const cameFrom = state.cameFrom ?? { view: state.view, spot }
  return { ...state, view, cameFrom, isChoosing: false }
}

/**
 * Out of the reasons where they are open; else out of the author's comments, and of a comment that was opened from
 * there. Out of a thread it is the comment.
 */
export function back(state: DeskState): DeskState {
  const { cameFrom } = state
  if (state.reasonsFor !== null) return { ...state, reasonsFor: null }
  if (cameFrom === null || state.view === 'thread') return { ...state, view: 'comment', isChoosing: false }
  return { ...state, ...cameFrom, cameFrom: null, isChoosing: false }
}

/** Somebody goes on from here; an author's comments are no place to stay in then. */
export function onward(state: DeskState): Pick<DeskState, 'view' | 'cameFrom'> & typeof closed {
  return { ...closed, view: state.view === 'author' ? 'comment' : state.view, cameFrom: null }
}
