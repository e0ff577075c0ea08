/** What is selected and half done on the desk. The comments and decisions themselves are the service's. */
import type { CommentView, QueueHandle } from '../../../../core/contract/answers.ts'
import type { Filter } from '../../../../core/contract/requests.ts'
import type { Span } from '../../../../core/text/runs.ts'

/** A comment on the desk, and where it is in the queue; null when it is not in it. */
export interface Spot {
  readonly commentId: number
  readonly index: number | null
}

export interface LastAction {
  readonly kind: 'marked' | 'taken-back' | 'skipped' | 'refused'
  /** The label it was about; null for a skip. */
  readonly label: string | null
}

export interface DeskState {
  readonly handle: QueueHandle | null
  readonly filter: Filter
  /** The comment in the centre; null while it is being looked up, and at the end of the queue. */
  readonly spot: Spot | null
  /** Where the queue was opened: as long as the desk is there nobody has worked in it. */
  readonly opening: Spot | null
  /** Undecided comments of this queue, decisions on their way counted. */
  readonly left: number
  /** Labels on their way to the service, by comment: they stand until the queue has been read again. */
  readonly marks: Readonly<Record<number, string | null>>
  /** Decisions that the service has not confirmed. */
  readonly unsaved: number
  readonly last: LastAction | null
  /** Notes not yet part of a decision, by comment. */
  readonly notes: Readonly<Record<number, string>>
  readonly isNoteOpen: boolean
  /** Passages not yet part of a decision, by comment; null where one was cleared. */
  readonly passages: Readonly<Record<number, Span | null>>
  /** The passage is being chosen with the keys. */
  readonly isChoosing: boolean
  /** Hidden characters are shown, in this comment and the next. */
  readonly showsHidden: boolean
  readonly view: View
  /** Where the author's comments were opened from: there one goes back to, also from one of them. */
  readonly cameFrom: { readonly view: 'comment' | 'thread'; readonly spot: Spot } | null
}

export type View = 'comment' | 'thread' | 'author'

export type DeskAction =
  | { readonly type: 'filtered'; readonly filter: Partial<Filter> }
  | { readonly type: 'opened'; readonly handle: QueueHandle; readonly spot: Spot | null }
  | { readonly type: 'moved'; readonly spot: Spot | null; readonly skipped?: boolean }
  /** One of the author's comments is opened; the way back stays. */
  | { readonly type: 'visited'; readonly spot: Spot }
  | { readonly type: 'back' }
  | {
      readonly type: 'decided'
      readonly commentId: number
      readonly before: string | null
      readonly label: string
      readonly next: Spot | null
    }
  /** The next comment, when it had to be asked for; somebody who has moved on meanwhile is left alone. */
  | { readonly type: 'arrived'; readonly spot: Spot | null }
  | { readonly type: 'saved' }
  | {
      readonly type: 'refused'
      readonly spot: Spot
      readonly before: string | null
      readonly label: string
      readonly note: string
      readonly passage: Span | null
    }
  | { readonly type: 'undone'; readonly spot: Spot; readonly undone: string; readonly label: string | null }
  | { readonly type: 'reread'; readonly commentId: number; readonly label: string | null }
  | { readonly type: 'noted'; readonly commentId: number; readonly note: string }
  | { readonly type: 'note-open'; readonly isOpen: boolean }
  | { readonly type: 'passage'; readonly commentId: number; readonly passage: Span | null }
  | { readonly type: 'choosing'; readonly isOn: boolean }
  | { readonly type: 'show-hidden'; readonly isOn: boolean }
  | { readonly type: 'view'; readonly view: View }

export const startDesk: DeskState = {
  handle: null,
  filter: { show: 'all', text: '', importId: null },
  spot: null,
  opening: null,
  left: 0,
  marks: {},
  unsaved: 0,
  last: null,
  notes: {},
  isNoteOpen: false,
  passages: {},
  isChoosing: false,
  showsHidden: false,
  view: 'comment',
  cameFrom: null,
}

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...action.filter } }
    case 'opened':
      return {
        ...state,
        handle: action.handle,
        spot: action.spot,
        opening: action.spot,
        left: action.handle.undecided,
        ...onward(state),
      }
    case 'moved':
      return {
        ...state,
        ...onward(state),
        spot: action.spot,
        last: action.skipped ? { kind: 'skipped', label: null } : state.last,
      }
    case 'visited':
      return { ...state, spot: action.spot, view: 'comment', isNoteOpen: false, isChoosing: false }
    case 'back':
      return back(state)
    case 'decided':
      return decide(state, action)
    case 'arrived':
      return state.spot === null ? { ...state, spot: action.spot } : state
    case 'saved':
      return { ...state, unsaved: state.unsaved - 1 }
    case 'refused':
      return refuse(state, action)
    case 'undone':
      return undo(state, action)
    case 'reread':
      // A newer mark on the same comment is still on its way.
      return state.marks[action.commentId] === action.label
        ? { ...state, marks: without(state.marks, action.commentId) }
        : state
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
    case 'show-hidden':
      return { ...state, showsHidden: action.isOn }
    case 'view':
      return look(state, action.view)
  }
}

/** The label of a comment as the desk shows it: the one on its way, or else the one the service has. */
export function shownLabel(state: DeskState, commentId: number, known: string | null): string | null {
  const mark = state.marks[commentId]
  return mark === undefined ? known : mark
}

/** The passage as the desk shows it: the one marked since, or else the one of the decision that stands. */
export function shownPassage(
  state: DeskState,
  { commentId, decision }: Pick<CommentView, 'commentId' | 'decision'>,
): Span | null {
  const marked = state.passages[commentId]
  return marked === undefined ? (decision?.passage ?? null) : marked
}

/** The queue that a comment is looked at in; null when it is in none, as one opened from elsewhere. */
export function queueOf(state: DeskState, spot: Spot): string | null {
  return spot.index === null ? null : (state.handle?.queueId ?? null)
}

/** True when everything in the queue is decided and nothing was picked to look at again. */
export function isFinished(state: DeskState): boolean {
  return state.handle !== null && state.spot === null && state.left === 0
}

type Of<T extends DeskAction['type']> = Extract<DeskAction, { readonly type: T }>

function decide(state: DeskState, { commentId, before, label, next }: Of<'decided'>): DeskState {
  return {
    ...state,
    spot: next,
    left: before === null ? state.left - 1 : state.left,
    marks: { ...state.marks, [commentId]: label },
    unsaved: state.unsaved + 1,
    last: { kind: 'marked', label },
    notes: without(state.notes, commentId),
    passages: without(state.passages, commentId),
    ...onward(state),
    ...(state.cameFrom && { view: state.cameFrom.view }),
  }
}

/** To another view of the centre. Who goes to an author's comments can come back to where they were. */
function look(state: DeskState, view: View): DeskState {
  const { spot } = state
  if (view !== 'author') return { ...state, view, isChoosing: false }
  if (spot === null || state.view === 'author') return state
  const cameFrom = state.cameFrom ?? { view: state.view, spot }
  return { ...state, view, cameFrom, isChoosing: false }
}

/** Out of the author's comments, and of a comment that was opened from there. Out of a thread it is the comment. */
function back(state: DeskState): DeskState {
  const { cameFrom } = state
  if (cameFrom === null || state.view === 'thread') return { ...state, view: 'comment', isChoosing: false }
  return { ...state, ...cameFrom, cameFrom: null, isChoosing: false }
}

/** Somebody goes on from here; an author's comments are no place to stay in then. */
function onward(state: DeskState): Pick<DeskState, 'view' | 'cameFrom' | 'isNoteOpen' | 'isChoosing'> {
  return {
    view: state.view === 'author' ? 'comment' : state.view,
    cameFrom: null,
    isNoteOpen: false,
    isChoosing: false,
  }
}

/** The mark goes, the comment counts as it did before, and it is in the centre again. */
function refuse(state: DeskState, { spot, before, label, note, passage }: Of<'refused'>): DeskState {
  return {
    ...state,
    spot,
    left: before === null ? state.left + 1 : state.left,
    marks: without(state.marks, spot.commentId),
    unsaved: state.unsaved - 1,
    last: { kind: 'refused', label },
    notes: note === '' ? state.notes : { ...state.notes, [spot.commentId]: note },
    passages: passage === null ? state.passages : { ...state.passages, [spot.commentId]: passage },
  }
}

function undo(state: DeskState, { spot, undone, label }: Of<'undone'>): DeskState {
  return {
    ...state,
    spot,
    left: label === null && spot.index !== null ? state.left + 1 : state.left,
    marks: { ...state.marks, [spot.commentId]: label },
    last: { kind: 'taken-back', label: undone },
    ...onward(state),
  }
}

function without<T>(record: Readonly<Record<number, T>>, key: number): Readonly<Record<number, T>> {
  const { [key]: _, ...rest } = record
  return rest
}
