/** What is selected and half done on the desk, and what can happen to it. The comments and decisions themselves are the service's. */
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Filter } from '../../../../core/contract/requests.ts'
import type { Band, Decision, Passage } from '../../../../core/records.ts'

/** A comment on the desk, and where it is in the queue; null when it is not in it. */
export interface Spot {
  readonly commentId: number
  readonly index: number | null
}

/** All that is undecided in a stretch of the queue, which the service was asked for because its rows are not here. */
export interface Upcoming {
  readonly from: number
  /** The first row after the stretch. */
  readonly to: number
  readonly spots: readonly { readonly commentId: number; readonly index: number }[]
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

/** The comment that is on the screen, since when, and whether its suggestion was on the screen with it. */
export interface Drawn {
  readonly commentId: number
  readonly sinceMs: number
  /** Before this moment no key decides it. */
  readonly decidableMs: number
  readonly sawSuggestion: boolean
  /** The suggestion on the screen; null where none is. */
  readonly band: Band | null
  /** When it took the place of another one; minus infinity for the one that came with the comment. */
  readonly bandSinceMs: number
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
  /** A comment that took the place of another in the centre without anybody going on: it may not have been meant. */
  readonly replacedBy: number | null
  /** Where the queue was opened: as long as the desk is there nobody has worked in it. Null once somebody has gone on. */
  readonly opening: Spot | null
  /** Undecided comments of this queue, decisions on their way counted. */
  readonly left: number
  /** Null where the rows at hand are enough to go on with. */
  readonly upcoming: Upcoming | null
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
  /** Rows of this queue are selected. */
  readonly isSelecting: boolean
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
  | { readonly type: 'selecting'; readonly isOn: boolean }
  | {
      readonly type: 'opened'
      readonly handle: QueueHandle
      readonly spot: Spot | null
      /** The comment that one comes back to from an author's comments, where it is in this queue. */
      readonly home?: Spot | null
      /** False where nobody did anything for it: comments came in, or the model thinks otherwise. */
      readonly isAsked: boolean
      /** The queue that it is to stand for; where another has taken its place meanwhile, that one stays. */
      readonly insteadOf?: string
    }
  | { readonly type: 'moved'; readonly spot: Spot | null; readonly skipped?: boolean }
  /** One of the author's comments is opened; the way back stays. */
  | { readonly type: 'visited'; readonly spot: Spot }
  | { readonly type: 'back' }
  | {
      readonly type: 'decided'
      readonly spot: Spot
      readonly before: string | null
      readonly label: string
      readonly hasReason: boolean
      readonly isProposal: boolean
      readonly next: Spot | null
    }
  /** The next comment, when it had to be asked for; somebody who has moved on meanwhile is left alone. */
  | { readonly type: 'arrived'; readonly spot: Spot | null }
  | { readonly type: 'upcoming'; readonly queueId: string; readonly upcoming: Upcoming }
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
  replacedBy: null,
  opening: null,
  left: 0,
  upcoming: null,
  marks: {},
  pending: {},
  last: null,
  notes: {},
  passages: {},
  reasons: {},
  reasonsFor: null,
  asked: null,
  isNoteOpen: false,
  isSelecting: false,
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

/** Queues of what others decided too: what is in them was proposed, or is disputed. Both are worked in without suggestions. */
export function isWithOthers({ show }: Pick<Filter, 'show'>): boolean {
  return show === 'second' || show === 'adjudicate'
}

export function isSettlingQueue({ handle }: Pick<DeskState, 'handle'>): boolean {
  return handle?.filter.show === 'adjudicate'
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

/** Whether a comment with this label counts as one that is left. What was opened from elsewhere never does. */
export function isLeft({ index }: Spot, label: string | null): boolean {
  return label === null && index !== null
}

/** How many are left besides this one. */
export function leftBesides({ left }: DeskState, spot: Spot, label: string | null): number {
  return isLeft(spot, label) ? left - 1 : left
}

/** True when everything in the queue is decided and nothing was picked to look at again. */
export function isFinished(state: DeskState): boolean {
  return state.handle !== null && state.spot === null && state.left === 0
}

/**
 * Nothing was marked, skipped, looked at or begun in this queue yet. Who has opened the thread or the author of a
 * comment, or writes to it, works in it.
 */
export function isUntouched(state: DeskState): boolean {
  const { last, spot, opening, view } = state
  const isOpen = state.isNoteOpen || state.isChoosing || state.reasonsFor !== null || state.asked !== null
  const drafts = [state.notes, state.passages, state.reasons]
  const isBegun = isOpen || state.isSelecting || drafts.some((one) => Object.keys(one).length > 0)
  return last === null && spot === opening && view === 'comment' && !isBegun
}
