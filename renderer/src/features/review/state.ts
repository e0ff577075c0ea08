/** What is selected and half done on the desk. The comments and decisions themselves are the service's. */
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Filter } from '../../../../core/contract/requests.ts'
import type { Decision, Passage } from '../../../../core/records.ts'
import { draftReducer } from './draft.ts'
import { back, closed, look, onward } from './looking.ts'
import type { Drawn } from './use-desk.ts'

/** A comment on the desk, and where it is in the queue; null when it is not in it. */
export interface Spot {
  readonly commentId: number
  readonly index: number | null
}

export type LastAction =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'refused'; readonly label: string }
  | {
      readonly kind: 'marked'
      readonly label: string
      readonly commentId: number
      readonly hasReason: boolean
      /** Another person has to agree before it stands. */
      readonly isProposal: boolean
    }
  | {
      readonly kind: 'taken-back' | 'given-again' | 'marked-many'
      readonly label: string
      readonly count: number
    }
  | { readonly kind: 'amended' }

/** What goes with a decision beside its label. */
export interface Draft {
  readonly note: string | null
  readonly passage: Passage | null
  readonly reason: string | null
}

/** A comment, and the decision on it of whoever works here; null where they have none. */
export interface Own {
  readonly commentId: number
  readonly decision: Decision | null
}

/** The reasons or grounds that are open: for which comment and label. */
export interface ReasonsFor {
  readonly commentId: number
  readonly label: string
  /** It is not the comment in the centre, but the one marked before. */
  readonly isBefore: boolean
  /** How often the label was wanted while something was missing. */
  readonly missed: number
}

/** The opposite test, while it is asked: for which label, and how the comment itself was seen. */
export interface Asked {
  readonly commentId: number
  readonly label: string
  readonly seen: Drawn
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
  /** How many decisions on a comment the service has not confirmed. A comment whose decision it has is not here. */
  readonly pending: Readonly<Record<number, number>>
  readonly last: LastAction | null
  /** Notes not yet part of a decision, by comment. */
  readonly notes: Readonly<Record<number, string>>
  /** Passages not yet part of a decision, by comment; null where the one that there was has been taken away. */
  readonly passages: Readonly<Record<number, Passage | null>>
  /** Reasons not yet part of a decision, by comment, and the label that each is for. */
  readonly reasons: Readonly<Record<number, { readonly label: string; readonly reason: string }>>
  readonly reasonsFor: ReasonsFor | null
  readonly asked: Asked | null
  readonly isNoteOpen: boolean
  /** The passage is being chosen with the keys. */
  readonly isChoosing: boolean
  /** Hidden characters are shown, in this comment and the next. */
  readonly showsHidden: boolean
  readonly view: View
  /** Where the author's comments were opened from: there one goes back to, also from one of them. */
  readonly cameFrom: { readonly view: 'comment' | 'thread'; readonly spot: Spot } | null
}

export type View = 'comment' | 'thread' | 'author'

/** What is written, marked and chosen for a comment before it is decided. */
export type DraftAction =
  | { readonly type: 'noted'; readonly commentId: number; readonly note: string }
  | { readonly type: 'note-open'; readonly isOpen: boolean }
  | { readonly type: 'passage'; readonly commentId: number; readonly passage: Passage | null }
  | { readonly type: 'choosing'; readonly isOn: boolean }
  | { readonly type: 'reasons'; readonly target: ReasonsFor | null }
  | { readonly type: 'opposite'; readonly asked: Asked | null }
  | { readonly type: 'reasoned'; readonly commentId: number; readonly label: string; readonly reason: string }

export type DeskAction =
  | DraftAction
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
      readonly hasReason: boolean
      readonly isProposal: boolean
      readonly next: Spot | null
    }
  /** The next comment, when it had to be asked for; somebody who has moved on meanwhile is left alone. */
  | { readonly type: 'arrived'; readonly spot: Spot | null }
  | { readonly type: 'saved'; readonly commentId: number }
  /** Others have decided what was left. */
  | { readonly type: 'emptied' }
  | {
      readonly type: 'refused'
      readonly spot: Spot
      readonly before: string | null
      readonly label: string
      readonly draft: Draft
    }
  | { readonly type: 'undone'; readonly spot: Spot; readonly undone: string; readonly label: string | null }
  | {
      readonly type: 'redone'
      /** Where the comment is that was decided again. */
      readonly spot: Spot
      readonly before: string | null
      readonly label: string
      readonly next: Spot | null
    }
  /** Many at once were decided, taken back or given again; the queue has been opened once more. */
  | {
      readonly type: 'stepped'
      readonly kind: 'taken-back' | 'given-again' | 'marked-many'
      readonly label: string
      readonly count: number
      readonly commentIds: readonly number[]
    }
  | { readonly type: 'reread'; readonly commentId: number; readonly label: string | null }
  /** A reason was added to a decision that stands. */
  | { readonly type: 'amended' }
  | { readonly type: 'show-hidden'; readonly isOn: boolean }
  | { readonly type: 'view'; readonly view: View }

export const noFilter: Filter = { show: 'all', text: '', importId: null }

export const startDesk: DeskState = {
  handle: null,
  filter: noFilter,
  spot: null,
  opening: null,
  left: 0,
  marks: {},
  pending: {},
  last: null,
  notes: {},
  passages: {},
  reasons: {},
  reasonsFor: null,
  asked: null,
  isNoteOpen: false,
  isChoosing: false,
  showsHidden: false,
  view: 'comment',
  cameFrom: null,
}

/**
 * @param filter that was used last; null for none. What waits for a second or a third person is gone to, and never begun
 *   with: somebody else may sit here now.
 */
export function startingWith(filter: Filter | null): DeskState {
  return filter === null || isWithOthers(filter) ? startDesk : { ...startDesk, filter }
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

/** Queues of what others decided too: what is in them was proposed, or is disputed. Both are worked in without suggestions. */
export function isWithOthers({ show }: Pick<Filter, 'show'>): boolean {
  return show === 'second' || show === 'adjudicate'
}

export function isSettlingQueue({ handle }: Pick<DeskState, 'handle'>): boolean {
  return handle?.filter.show === 'adjudicate'
}

/** Whether something was written or marked for the comment in the centre that is not decided yet. */
function hasDraft({ spot, notes, passages, isNoteOpen }: DeskState): boolean {
  return (
    spot !== null &&
    (isNoteOpen || notes[spot.commentId] !== undefined || passages[spot.commentId] !== undefined)
  )
}

/** Whether a decision on it is on its way to the disk. */
export function isPending(state: DeskState, commentId: number): boolean {
  return state.pending[commentId] !== undefined
}

export function hasUnsaved(state: DeskState): boolean {
  return Object.keys(state.pending).length > 0
}

/** The label of a comment as the desk shows it: the one on its way, or else the one the service has. */
export function shownLabel(state: DeskState, commentId: number, known: string | null): string | null {
  const mark = state.marks[commentId]
  return mark === undefined ? known : mark
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

function decide(state: DeskState, action: Of<'decided'>): DeskState {
  const { commentId, before, label, next, hasReason, isProposal } = action
  return {
    ...state,
    ...onward(state),
    ...(state.cameFrom && { view: state.cameFrom.view }),
    spot: next,
    left: before === null ? state.left - 1 : state.left,
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
    left: before === null ? state.left + 1 : state.left,
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
    left: label === null && spot.index !== null ? state.left + 1 : state.left,
    marks: { ...state.marks, [spot.commentId]: label },
    last: { kind: 'taken-back', label: undone, count: 1 },
  }
}

function redo(state: DeskState, { spot, before, label, next }: Of<'redone'>): DeskState {
  return {
    ...state,
    ...onward(state),
    spot: next,
    left: before === null && spot.index !== null ? state.left - 1 : state.left,
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

function oneLess(counts: DeskState['pending'], commentId: number): DeskState['pending'] {
  const left = (counts[commentId] ?? 0) - 1
  return left > 0 ? { ...counts, [commentId]: left } : without(counts, commentId)
}

function without<T>(record: Readonly<Record<number, T>>, key: number): Readonly<Record<number, T>> {
  const { [key]: _, ...rest } = record
  return rest
}
