/** What becomes of the desk when something is done on it. */
import { draftReducer } from './draft.ts'
import { back, closed, look, onward } from './looking.ts'
import { type DeskAction, type DeskState, isLeft, leftBesides, type Spot, type Upcoming } from './state.ts'

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...action.filter } }
    case 'opened':
      return opened(state, action)
    case 'moved':
      return {
        ...state,
        ...onward(state),
        spot: action.spot,
        last: action.skipped ? { kind: 'skipped' } : state.last,
      }
    case 'visited':
      return { ...state, ...closed, spot: action.spot, view: 'comment' }
    case 'back':
      return back(state)
    case 'decided':
      return decide(state, action)
    case 'arrived':
      return state.spot === null ? { ...state, spot: action.spot } : state
    case 'selecting':
      return { ...state, isSelecting: action.isOn }
    case 'upcoming':
      return state.handle?.queueId === action.queueId ? { ...state, upcoming: action.upcoming } : state
    case 'emptied':
      return { ...state, left: 0, spot: hasDraft(state) ? state.spot : null }
    case 'saved':
      return { ...state, pending: oneLess(state.pending, action.commentId) }
    case 'refused':
      return refuse(state, action)
    case 'undone':
      return undo(state, action)
    case 'redone':
      return redo(state, action)
    case 'stepped':
      return step(state, action)
    case 'reread':
      // A newer mark on the same comment is still on its way.
      return state.marks[action.commentId] === action.label
        ? { ...state, marks: without(state.marks, action.commentId) }
        : state
    case 'show-hidden':
      return { ...state, showsHidden: action.isOn }
    case 'amended':
      return { ...state, last: { kind: 'amended' } }
    case 'view':
      return look(state, action.view)
    default:
      return draftReducer(state, action)
  }
}

type Of<T extends DeskAction['type']> = Extract<DeskAction, { readonly type: T }>

function decide(state: DeskState, action: Of<'decided'>): DeskState {
  const { spot, before, label, next, hasReason, isProposal } = action
  const { commentId } = spot
  return {
    ...state,
    ...onward(state),
    ...(state.cameFrom && { view: state.cameFrom.view }),
    spot: next,
    left: leftBesides(state, spot, before),
    upcoming: besides(state.upcoming, commentId),
    marks: { ...state.marks, [commentId]: label },
    pending: { ...state.pending, [commentId]: (state.pending[commentId] ?? 0) + 1 },
    last: { kind: 'marked', label, commentId, hasReason, isProposal },
    ...withoutDraft(state, commentId),
  }
}

/** The mark goes, the comment counts as it did before, and it is in the centre again, with what was to go with it. */
function refuse(state: DeskState, { spot, before, label, draft }: Of<'refused'>): DeskState {
  const { commentId } = spot
  const { note, passage, reason } = draft
  return {
    ...state,
    ...closed,
    spot,
    left: isLeft(spot, before) ? state.left + 1 : state.left,
    upcoming: null,
    marks: without(state.marks, commentId),
    pending: oneLess(state.pending, commentId),
    last: { kind: 'refused', label },
    notes: note === null ? state.notes : { ...state.notes, [commentId]: note },
    passages: passage === null ? state.passages : { ...state.passages, [commentId]: passage },
    reasons: reason === null ? state.reasons : { ...state.reasons, [commentId]: { label, reason } },
  }
}

function undo(state: DeskState, { spot, undone, label }: Of<'undone'>): DeskState {
  return {
    ...state,
    ...onward(state),
    spot,
    left: isLeft(spot, label) ? state.left + 1 : state.left,
    upcoming: null,
    marks: { ...state.marks, [spot.commentId]: label },
    last: { kind: 'taken-back', label: undone, count: 1 },
  }
}

function redo(state: DeskState, { spot, before, label, next }: Of<'redone'>): DeskState {
  return {
    ...state,
    ...onward(state),
    spot: next,
    left: leftBesides(state, spot, before),
    upcoming: besides(state.upcoming, spot.commentId),
    marks: { ...state.marks, [spot.commentId]: label },
    last: { kind: 'given-again', label, count: 1 },
    ...withoutDraft(state, spot.commentId),
  }
}

/** The rows that are read now say what stands. */
function step(state: DeskState, { kind, label, count, commentIds }: Of<'stepped'>): DeskState {
  const gone = new Set(commentIds)
  const marks = Object.entries(state.marks).filter(([id]) => !gone.has(Number(id)))
  return { ...state, marks: Object.fromEntries(marks), last: { kind, label, count } }
}

/** Whether something was written or marked for the comment in the centre that is not decided yet. */
function hasDraft({ spot, notes, passages, isNoteOpen }: DeskState): boolean {
  return (
    spot !== null &&
    (isNoteOpen || notes[spot.commentId] !== undefined || passages[spot.commentId] !== undefined)
  )
}

function withoutDraft(
  state: DeskState,
  commentId: number,
): Pick<DeskState, 'notes' | 'passages' | 'reasons'> {
  return {
    notes: without(state.notes, commentId),
    passages: without(state.passages, commentId),
    reasons: without(state.reasons, commentId),
  }
}

function besides(upcoming: Upcoming | null, commentId: number): Upcoming | null {
  if (upcoming === null) return null
  return { ...upcoming, spots: upcoming.spots.filter((spot) => spot.commentId !== commentId) }
}

function oneLess(counts: DeskState['pending'], commentId: number): DeskState['pending'] {
  const left = (counts[commentId] ?? 0) - 1
  return left > 0 ? { ...counts, [commentId]: left } : without(counts, commentId)
}

function without<T>(record: Readonly<Record<number, T>>, key: number): Readonly<Record<number, T>> {
  const { [key]: _, ...rest } = record
  return rest
}

/** What is open for a comment stays open while other comments come in around it. */
function opened(state: DeskState, { handle, spot, home, isAsked, insteadOf }: Of<'opened'>): DeskState {
  if (insteadOf !== undefined && insteadOf !== state.handle?.queueId) return state
  const stays = !isAsked && spot !== null && spot.commentId === state.spot?.commentId
  const isReplaced = !isAsked && !stays && state.spot !== null
  return {
    ...state,
    handle,
    spot,
    replacedBy: isReplaced ? (spot?.commentId ?? null) : null,
    // Whoever had gone on from where it was opened has begun, also when other comments came in meanwhile.
    opening: stays && state.spot !== state.opening ? null : spot,
    left: handle.undecided,
    upcoming: null,
    isSelecting: false,
    ...(stays ? { cameFrom: homeIn(state.cameFrom, home) } : onward(state)),
  }
}

/** Another queue has other rows in the same places. */
function homeIn(cameFrom: DeskState['cameFrom'], home: Spot | null | undefined): DeskState['cameFrom'] {
  if (cameFrom === null) return null
  const { commentId } = cameFrom.spot
  return { ...cameFrom, spot: home?.commentId === commentId ? home : { commentId, index: null } }
}
