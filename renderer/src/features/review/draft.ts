/** What goes with a decision: what was written, marked and chosen here, or else what one's own says. */
import type { Passage } from '../../../../core/records.ts'
import type { DeskState, Draft, DraftAction, Own } from './state.ts'

export function draftReducer(state: DeskState, action: DraftAction): DeskState {
  switch (action.type) {
    case 'noted':
      return { ...state, notes: { ...state.notes, [action.commentId]: action.note } }
    case 'note-open':
      return { ...state, isNoteOpen: action.isOpen }
    case 'passage':
      return {
        ...state,
        passages: { ...state.passages, [action.commentId]: action.passage },
        isChoosing: false,
      }
    case 'choosing':
      return { ...state, isChoosing: action.isOn && state.spot !== null }
    case 'reasons':
      return { ...state, reasonsFor: action.target }
    case 'opposite':
      return { ...state, asked: action.asked, isNoteOpen: false }
    case 'reasoned': {
      const { commentId, label, reason } = action
      return { ...state, reasons: { ...state.reasons, [commentId]: { label, reason } } }
    }
  }
}

/** What goes with a decision for this label: what was written and chosen here, or else what one's own decision says. */
export function draftOf(state: DeskState, { commentId, decision }: Own, label: string): Draft {
  const note = (state.notes[commentId] ?? decision?.note ?? '').trim()
  return {
    note: note === '' ? null : note,
    passage: shownPassage(state, { commentId, decision }),
    reason: reasonOf(state, { commentId, decision }, label),
  }
}

/** The reason that goes with this label: reasons are each label's own. */
export function reasonOf(state: DeskState, { commentId, decision }: Own, label: string): string | null {
  const chosen = state.reasons[commentId]
  if (chosen?.label === label) return chosen.reason
  return decision?.label === label ? decision.reason : null
}

/** The passage as the desk shows it: the one marked since, or else the one of one's own decision. */
export function shownPassage(state: DeskState, { commentId, decision }: Own): Passage | null {
  const marked = state.passages[commentId]
  return marked === undefined ? (decision?.passage ?? null) : marked
}
