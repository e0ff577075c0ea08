import { expect, test } from 'vitest'
import type { QueueHandle, QueueRow } from '../../core/contract/answers.ts'
import { deskReducer } from '../../renderer/src/features/review/desk-reducer.ts'
import { draftOf } from '../../renderer/src/features/review/draft.ts'
import {
  type DeskAction,
  type DeskState,
  hasUnsaved,
  isFinished,
  isPending,
  isUntouched,
  shownLabel,
  startDesk,
} from '../../renderer/src/features/review/state.ts'
import { undecidedAhead } from '../../renderer/src/features/review/undecided-ahead.ts'

const handle: QueueHandle = {
  queueId: 'queue-1',
  order: 'oldest-first',
  filter: startDesk.filter,
  total: 3,
  undecided: 3,
  next: 0,
  revealsSuggestion: false,
  revealsOthers: false,
  hidesOthers: false,
  kept: 0,
  keptFor: [],
}
const run = (...actions: readonly DeskAction[]): DeskState => actions.reduce(deskReducer, startDesk)
const opened: DeskAction = { type: 'opened', handle, spot: { commentId: 11, index: 0 }, isAsked: true }
const decided: DeskAction = {
  type: 'decided',
  spot: { commentId: 11, index: 0 },
  before: null,
  label: 'critic',
  hasReason: false,
  isProposal: false,
  next: { commentId: 12, index: 1 },
}

test('a decision stands at once, counts down, and brings the next comment', () => {
  const state = run(opened, decided)
  expect(shownLabel(state, 11, null)).toBe('critic')
  expect(state).toMatchObject({ left: 2, pending: { 11: 1 }, spot: { commentId: 12, index: 1 } })
})

test('comments that come in leave open what is open; a comment that the model brings is known as not asked for', () => {
  const writing: DeskAction = { type: 'note-open', isOpen: true }
  const more: DeskAction = { type: 'opened', handle, spot: { commentId: 11, index: 2 }, isAsked: false }
  expect(run(opened, writing, more)).toMatchObject({
    isNoteOpen: true,
    replacedBy: null,
    spot: { commentId: 11, index: 2 },
  })
  const better: DeskAction = { type: 'opened', handle, spot: { commentId: 13, index: 0 }, isAsked: false }
  expect(run(opened, writing, better)).toMatchObject({ isNoteOpen: false, replacedBy: 13 })
  expect(run(opened, better, { ...opened, spot: { commentId: 12, index: 1 } }).replacedBy).toBeNull()
  expect(run(better).replacedBy).toBeNull()
})

test('a refused decision leaves the comment as it was, in the centre, with its note and passage', () => {
  const spot = { commentId: 11, index: 0 }
  const state = run(opened, { type: 'noted', commentId: 11, note: 'rude, but asks' }, decided, {
    type: 'refused',
    spot,
    before: null,
    label: 'critic',
    draft: { note: 'rude, but asks', passage: { start: 0, end: 4 }, reason: null },
  })
  expect(shownLabel(state, 11, null)).toBeNull()
  expect(state).toMatchObject({ left: 3, pending: {}, spot, notes: { 11: 'rude, but asks' } })
})

test('a changed mind does not count the comment twice', () => {
  const state = run(opened, decided, { ...decided, before: 'critic', label: 'neither' })
  expect(state.left).toBe(2)
})

test('a comment that is not in the queue is never counted: not when it is marked, nor refused, taken back or given again', () => {
  const spot = { commentId: 99, index: null }
  const next = { commentId: 11, index: 0 }
  const marked: DeskAction = { ...decided, spot, next }
  const draft = { note: null, passage: null, reason: null }
  const refused: DeskAction = { type: 'refused', spot, before: null, label: 'critic', draft }
  const undone: DeskAction = { type: 'undone', spot, undone: 'critic', label: null }
  const redone: DeskAction = { type: 'redone', spot, before: null, label: 'critic', next }
  const left = (...then: readonly DeskAction[]) =>
    run(opened, { type: 'visited', spot }, marked, ...then).left
  expect([left(), left(refused), left(undone), left(undone, redone)]).toEqual([3, 3, 3, 3])
})

test('an undo goes back to its comment and counts it as undecided again', () => {
  const spot = { commentId: 11, index: 0 }
  const state = run(opened, decided, { type: 'undone', spot, undone: 'critic', label: null })
  expect(state).toMatchObject({ left: 3, spot, last: { kind: 'taken-back', label: 'critic' } })
  expect(shownLabel(state, 11, 'critic')).toBeNull()
})

test('a redo marks the comment again, counts it off, and goes on', () => {
  const spot = { commentId: 11, index: 0 }
  const state = run(
    opened,
    decided,
    { type: 'undone', spot, undone: 'critic', label: null },
    { type: 'redone', spot, before: null, label: 'critic', next: { commentId: 12, index: 1 } },
  )
  expect(shownLabel(state, 11, null)).toBe('critic')
  expect(state).toMatchObject({ left: 2, spot: { commentId: 12 }, last: { kind: 'given-again', count: 1 } })
})

test('a comment is pending until the last decision on it is saved', () => {
  const twice = run(opened, decided, { ...decided, before: 'critic', label: 'neither' })
  const once = deskReducer(twice, { type: 'saved', commentId: 11 })
  expect([isPending(twice, 11), isPending(once, 11), hasUnsaved(once)]).toEqual([true, true, true])
  const none = deskReducer(once, { type: 'saved', commentId: 11 })
  expect([isPending(none, 11), hasUnsaved(none)]).toEqual([false, false])
})

test('a reason goes with its own label only, a passage and a note with any, and they come back when refused', () => {
  const comment = { commentId: 11, decision: null }
  const passage = { start: 2, end: 5 }
  const state = run(
    opened,
    { type: 'passage', commentId: 11, passage },
    { type: 'reasoned', commentId: 11, label: 'troll', reason: 'threat' },
  )
  expect(draftOf(state, comment, 'troll')).toEqual({ note: null, passage, reason: 'threat' })
  expect(draftOf(state, comment, 'critic')).toEqual({ note: null, passage, reason: null })
  const marked = deskReducer(state, { ...decided, label: 'troll' })
  expect(draftOf(marked, comment, 'troll')).toEqual({ note: null, passage: null, reason: null })
  const refused = deskReducer(marked, {
    type: 'refused',
    spot: { commentId: 11, index: 0 },
    before: null,
    label: 'troll',
    draft: { note: null, passage, reason: 'threat' },
  })
  expect(draftOf(refused, comment, 'troll')).toEqual({ note: null, passage, reason: 'threat' })
})

test('the rows that were read again do not take away a newer mark', () => {
  const again: DeskAction = { ...decided, before: 'critic', label: 'neither' }
  const state = run(opened, decided, again, { type: 'reread', commentId: 11, label: 'critic' })
  expect(shownLabel(state, 11, 'critic')).toBe('neither')
})

test('a comment that arrives late does not take the place of one chosen meanwhile', () => {
  const chosen = { commentId: 13, index: 2 }
  const state = run(
    opened,
    { ...decided, next: null },
    { type: 'moved', spot: chosen },
    {
      type: 'arrived',
      spot: { commentId: 12, index: 1 },
    },
  )
  expect(state.spot).toEqual(chosen)
})

test('the queue is finished when its last comment is decided, and not while the next is looked up', () => {
  expect(isFinished(run(opened, { ...decided, next: null }))).toBe(false)
  const one: DeskAction = { ...opened, handle: { ...handle, total: 1, undecided: 1 } }
  expect(isFinished(run(one, { ...decided, next: null }))).toBe(true)
})

const rows: readonly QueueRow[] = [11, 12, 13].map((commentId, index) => ({
  index,
  commentId,
  excerpt: '',
  author: null,
  thread: '',
  createdAt: null,
  label: index === 1 ? 'critic' : null,
  status: index === 1 ? 'final' : null,
  sides: [],
  prediction: null,
  isMeasuring: false,
}))
const looking = {
  total: 3,
  rowAt: (index: number) => rows[index],
  isUndecided: (row: QueueRow) => row.label === null,
  besides: 12,
  upcoming: null,
}

test('the undecided comments that follow are found past decided ones and round the end', () => {
  const one = { commentId: 11, index: 0 }
  const three = { commentId: 13, index: 2 }
  expect(undecidedAhead({ ...looking, from: 1 }, 1).spots).toEqual([three])
  expect(undecidedAhead({ ...looking, from: 1 }, 8)).toEqual({
    spots: [three, one],
    rowsEnd: null,
    isOpen: false,
  })
  expect(undecidedAhead({ ...looking, from: 2, besides: 13 }, 8).spots).toEqual([one])
})

const withoutThird = { ...looking, rowAt: (index: number) => (index === 2 ? undefined : rows[index]) }

test('nothing is guessed about rows that are not here', () => {
  expect(undecidedAhead({ ...withoutThird, from: 0, besides: 11 }, 8)).toEqual({
    spots: [],
    rowsEnd: 2,
    isOpen: true,
  })
})

test('past the rows that are here, what the service named is gone on with where it was asked for all of it', () => {
  const spots = [
    { commentId: 12, index: 1 },
    { commentId: 13, index: 2 },
  ]
  const from = (start: number) => ({ ...withoutThird, from: 1, upcoming: { from: start, to: 3, spots } })
  expect(undecidedAhead(from(1), 1)).toEqual({ spots: [spots[1]], rowsEnd: 2, isOpen: false })
  expect(undecidedAhead(from(1), 8)).toEqual({ spots: [spots[1]], rowsEnd: 2, isOpen: true })
  expect(undecidedAhead(from(3), 1).spots).toEqual([])
  expect(undecidedAhead({ ...from(1), besides: 13 }, 1).spots).toEqual([])
})

const named: DeskAction = {
  type: 'upcoming',
  queueId: 'queue-1',
  upcoming: {
    from: 0,
    to: 3,
    spots: [
      { commentId: 11, index: 0 },
      { commentId: 12, index: 1 },
    ],
  },
}

test('what the service named of another queue is not used', () => {
  expect(run(opened, { ...named, queueId: 'queue-0' }).upcoming).toBeNull()
  expect(run(opened, named, opened).upcoming).toBeNull()
})

test('what is decided is no longer ahead, and what is taken back makes it be asked for again', () => {
  expect(run(opened, named, decided).upcoming?.spots).toEqual([{ commentId: 12, index: 1 }])
  const spot = { commentId: 11, index: 0 }
  expect(
    run(opened, named, decided, { type: 'undone', spot, undone: 'critic', label: null }).upcoming,
  ).toBeNull()
})

test.each<readonly [string, DeskAction]>([
  ['a label', decided],
  ['going on', { type: 'moved', spot: { commentId: 12, index: 1 } }],
  ['its thread', { type: 'view', view: 'thread' }],
  ['its author', { type: 'view', view: 'author' }],
  ['a selection', { type: 'selecting', isOn: true }],
  ['a note that is open', { type: 'note-open', isOpen: true }],
  ['a note that is written', { type: 'noted', commentId: 11, note: 'Ask the board.' }],
  ['a passage', { type: 'passage', commentId: 11, passage: { start: 0, end: 3 } }],
  ['a passage that is being chosen', { type: 'choosing', isOn: true }],
  ['its reasons', { type: 'reasons', target: { commentId: 11, label: 'troll', isBefore: false, missed: 0 } }],
])('a queue that was just opened is untouched, until somebody begins with %s', (_what, action) => {
  expect(isUntouched(run(opened))).toBe(true)
  expect(isUntouched(run(opened, action))).toBe(false)
})

test('the way back from an author’s comment leads to the same comment when others came in around it', () => {
  const visit: DeskAction[] = [
    { type: 'view', view: 'author' },
    { type: 'visited', spot: { commentId: 12, index: 1 } },
  ]
  const cameIn: DeskAction = { ...opened, spot: { commentId: 12, index: 5 }, isAsked: false }
  const backAfter = (action: DeskAction) => run(opened, ...visit, action, { type: 'back' }).spot
  expect(backAfter({ ...cameIn, home: { commentId: 11, index: 4 } })).toEqual({ commentId: 11, index: 4 })
  // Nobody asked where it is: then it is in none of the places of before.
  expect(backAfter(cameIn)).toEqual({ commentId: 11, index: null })
})

test('who had begun has begun, also when other comments came in meanwhile', () => {
  const moved: DeskAction = { type: 'moved', spot: { commentId: 12, index: 1 } }
  const cameIn: DeskAction = { ...opened, spot: { commentId: 12, index: 4 }, isAsked: false }
  expect(isUntouched(run(opened, moved, cameIn))).toBe(false)
  expect(isUntouched(run({ ...opened, spot: { commentId: 12, index: 1 } }, cameIn))).toBe(true)
})

test('a queue that is opened once more does not take the place of what was searched for meanwhile', () => {
  const again: DeskAction = { ...opened, handle: { ...handle, queueId: 'queue-2' }, insteadOf: 'queue-1' }
  const searched: DeskAction = { ...opened, handle: { ...handle, queueId: 'queue-3' } }
  expect(run(opened, again).handle?.queueId).toBe('queue-2')
  expect(run(opened, searched, again).handle?.queueId).toBe('queue-3')
})
