/** Decide, undo, skip, move: from a wish to what the window shows and what the service is asked. */
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Label, Reason } from '../../../../core/labels.ts'
import type { Band } from '../../../../core/records.ts'
import { failureOf } from '../../client/client.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { labelWord } from '../../copy/names.ts'
import { painted } from '../../ui/after-paint.ts'
import { type Deps, locate, whereabouts } from './desk-deps.ts'
import { askGrounds, leaveGrounds, needsWords } from './desk-grounds.ts'
import { askOpposite, asksOpposite, changeMind } from './desk-opposite.ts'
import { chooseReason, toggleReasons } from './desk-reasons.ts'
import { goOnAfterMany, redo, undo } from './desk-steps.ts'
import { draftOf } from './draft.ts'
import { focusReading } from './focus-reading.ts'
import type { Drawn } from './state.ts'
import { leftBesides, queueOf, type Spot } from './state.ts'
import { readMs } from './use-drawn.ts'

const longestShownMs = 86_400_000

export function deskCommands(deps: Deps) {
  return {
    decide: (label: Label) => ifWriting(deps, () => decide(deps, label)),
    /** After the opposite test: the same, or another mind. */
    decideTheSame: () => ifWriting(deps, () => decideTheSame(deps)),
    changeMind: () => ifWriting(deps, () => changeMind(deps)),
    /** Gives the label whose grounds are open, or takes the suggestion that is shown; without either nothing happens. */
    accept: () => ifWriting(deps, () => accept(deps)),
    undo: () => ifWriting(deps, () => deps.inOrder(() => undo(deps))),
    redo: () => ifWriting(deps, () => deps.inOrder(() => redo(deps))),
    /** Opens the reasons, then those of the next label with some, or closes them. */
    toggleReasons: () => ifWriting(deps, () => toggleReasons(deps)),
    chooseReason: (reason: Reason) => ifWriting(deps, () => chooseReason(deps, reason)),
    /** After so many were marked at once, of those that were to be. */
    markedMany: (label: Label, count: number, asked: number) =>
      deps.inOrder(() => goOnAfterMany(deps, label.id, count, saidOfMany(label, count, asked))),
    /** Closes the grounds; what is written, marked and chosen stays. */
    leaveGrounds: () => leaveGrounds(deps),
    skip: () => skip(deps),
    /** To a row of the queue. */
    goTo: (index: number) => goTo(deps, index),
    step: (by: 1 | -1) =>
      deps.walk.current
        ? deps.walk.current.step(by)
        : goTo(deps, (deps.state.spot?.index ?? (by === 1 ? -1 : 1)) + by),
    /** To a comment whose place in the queue is known. */
    moveTo: (spot: Spot) => deps.dispatch({ type: 'moved', spot }),
    /** To one of the author's comments, with a way back. */
    visit: (spot: Spot) => visit(deps, spot),
    /** To a comment, wherever it is. */
    reopen: (commentId: number) => deps.inOrder(() => reopen(deps, commentId)),
  }
}

function saidOfMany(label: Label, count: number, asked: number): string {
  const said = en.many.marked(count, labelWord(label)).replace(/\.$/, '')
  return count < asked ? `${said}. ${en.many.metMeanwhile(asked - count).replace(/\.$/, '')}` : said
}

function ifWriting({ isReader, announce }: Deps, run: () => void): void {
  if (isReader) announce(en.reader.refused)
  else run()
}

/** The model learns after each decision, so that what Enter means can change a moment before it is pressed. */
function accept(deps: Deps): void {
  const { suggested, suggestion, drawn, announce, state, labels } = deps
  const open = labels.find(({ id }) => id === state.reasonsFor?.label)
  if (open && needsWords(open, deps.isSettling)) {
    decide(deps, open)
    return
  }
  if (suggested === null) return
  if (drawn.current === null || hasRead(drawn.current, suggestion?.band ?? null, performance.now())) {
    decide(deps, suggested)
  } else announce(en.review.changed)
}

/** Whether the suggestion on the screen is this one, and has been long enough to be what was meant. */
export function hasRead(seen: Drawn, band: Band | null, nowMs: number): boolean {
  return seen.band === band && nowMs - seen.bandSinceMs >= readMs
}

function decide(deps: Deps, label: Label): void {
  const { state, comment, drawn, announce } = deps
  const { spot } = state
  const seen = drawn.current
  // What nobody has seen cannot be decided: a key may come while the next comment is still on its way.
  if (spot === null || comment === null || seen === null || seen.commentId !== spot.commentId) {
    if (spot !== null) announce(state.view === 'author' ? en.reading.authorFirst : en.review.wait)
    return
  }
  if (performance.now() < seen.decidableMs) {
    announce(en.review.replaced)
    return
  }
  if (!needsWords(label, deps.isSettling)) {
    give(deps, { label, spot, seen })
    return
  }
  askGrounds(deps, label, () => {
    if (asksOpposite(deps, label)) askOpposite(deps, label, seen)
    else give(deps, { label, spot, seen })
  })
}

/** After the opposite test. */
function decideTheSame(deps: Deps): void {
  const { state, labels } = deps
  const { spot, asked } = state
  const label = labels.find(({ id }) => id === asked?.label)
  if (asked === null || label === undefined || spot?.commentId !== asked.commentId) return
  give(deps, { label, spot, seen: asked.seen, opposite: 'same' })
}

interface Giving {
  readonly label: Label
  readonly spot: Spot
  /** How the comment was seen. */
  readonly seen: Drawn
  readonly opposite?: 'same'
}

function give(deps: Deps, { label, spot, seen, opposite }: Giving): void {
  const { state, mine, drawn, announce, dispatch, client, report, rows, isSettling } = deps
  if (mine === null) return
  drawn.current = null
  const { commentId } = spot
  const queueId = queueOf(state, spot)
  const before = deps.label
  const draft = draftOf(state, mine, label.id)
  const shownMs = Math.min(longestShownMs, Math.round(performance.now() - seen.sinceMs))
  const next = following(deps, spot, leftBesides(state, spot, before))
  const isProposal = !isSettling && deps.rules.twoPerson.includes(label.id)
  dispatch({
    type: 'decided',
    spot,
    before,
    label: label.id,
    hasReason: draft.reason !== null,
    isProposal,
    next: next === 'unknown' ? null : next,
  })
  if (needsWords(label, isSettling)) focusReading()
  const said = saidOf(label, isProposal, isSettling)
  if (next !== 'unknown') announce(`${said} ${whereabouts(deps, next)}`)

  deps.inOrder(async () => {
    // Asking takes a few milliseconds, which belong to the next comment; it is on its way before anybody has seen it.
    await painted()
    try {
      await client.call('decisions.record', {
        projectId: deps.projectId,
        commentId,
        queueId,
        label: label.id,
        suggestionShown: seen.sawSuggestion,
        shownMs,
        mode: deps.mode,
        ...draft,
        ...(isSettling ? { role: 'adjudication' as const } : {}),
        ...(opposite ? { opposite } : {}),
      })
      dispatch({ type: 'saved', commentId })
    } catch (error) {
      const { code, message } = failureOf(error)
      dispatch({ type: 'refused', spot, before, label: label.id, draft })
      report({
        code,
        message: code === 'unexpected' ? message : en.review.refused(isolated(label.name), message),
      })
      return
    }
    // The mark stands until the rows say the same, so that nothing flickers.
    rows?.reread().then(() => dispatch({ type: 'reread', commentId, label: label.id }))
    if (next === 'unknown') await arrive(deps, (spot.index ?? -1) + 1, said)
  })
}

function saidOf(label: Label, isProposal: boolean, isSettling: boolean): string {
  const { judging, review } = en
  const word = labelWord(label)
  if (isSettling) return judging.settle.decided(word)
  return isProposal ? `${judging.proposed(word)}. ${judging.second}` : `${review.marked(word)}.`
}

/** The next undecided comment after the one in the centre. */
function following(deps: Deps, spot: Spot, left: number): Spot | null | 'unknown' {
  const { state, next, walk } = deps
  if (state.handle === null) return null
  // Who made a visit goes back to where they were; who reads a thread goes on in it.
  if (state.cameFrom !== null) return state.cameFrom.spot
  const near = walk.current?.following(spot) ?? null
  if (near !== null) return near
  if (left <= 0) return state.handle.filter.show === 'decided' ? rowAfter(deps, spot) : null
  if (next === null) return 'unknown'
  return next.spots[0] ?? (next.isOpen ? 'unknown' : null)
}

/** The row below, among decisions that are looked through once more. */
function rowAfter({ rows }: Deps, spot: Spot): Spot | null {
  const row = spot.index === null ? undefined : rows?.rowAt(spot.index + 1)
  return row ? { commentId: row.commentId, index: row.index } : null
}

/** Asks the service for the next undecided comment, where the rows at hand do not say. */
async function arrive(deps: Deps, from: number, said: string): Promise<void> {
  const { client, state, dispatch, announce } = deps
  if (state.handle === null) return
  const next = await client.call('queue.next', {
    queueId: state.handle.queueId,
    from: Math.min(from, state.handle.total),
  })
  dispatch({ type: 'arrived', spot: next })
  announce(`${said} ${whereabouts(deps, next)}`)
}

function visit(deps: Deps, spot: Spot): void {
  deps.dispatch({ type: 'visited', spot })
  deps.announce(whereabouts(deps, spot))
}

async function reopen(deps: Deps, commentId: number): Promise<void> {
  const spot = await locate(deps, commentId)
  deps.dispatch({ type: 'moved', spot })
  const { index } = spot
  deps.announce(index === null ? en.review.elsewhere : en.review.at(index + 1, deps.state.handle?.total ?? 0))
  focusReading()
}

function skip(deps: Deps): void {
  const { state, dispatch, announce, client } = deps
  const { spot, handle } = state
  if (spot === null || handle === null) return
  const next = following(deps, spot, leftBesides(state, spot, deps.label))
  if (next === null) {
    announce(en.review.noSkip)
    return
  }
  const move = (to: Spot) => {
    dispatch({ type: 'moved', spot: to, skipped: true })
    announce(`${en.review.skipped}. ${whereabouts(deps, to)}`)
  }
  if (next !== 'unknown') {
    move(next)
    return
  }
  deps.inOrder(async () => {
    const from = Math.min((spot.index ?? -1) + 1, handle.total)
    const found = await client.call('queue.next', { queueId: handle.queueId, from })
    if (found === null || found.commentId === spot.commentId) announce(en.review.noSkip)
    else move(found)
  })
}

function goTo(deps: Deps, index: number): void {
  const { state, rows, client, dispatch, announce } = deps
  const { handle } = state
  if (handle === null || index < 0 || index >= handle.total) return
  const move = (row: QueueRow) => {
    const spot = { commentId: row.commentId, index }
    dispatch({ type: 'moved', spot })
    announce(en.review.at(index + 1, handle.total))
  }
  const row = rows?.rowAt(index)
  if (row) {
    move(row)
    return
  }
  deps.inOrder(async () => {
    const [found] = await client.call('queue.rows', { queueId: handle.queueId, offset: index, limit: 1 })
    if (found) move(found)
  })
}
