/** One step back or forth through what was decided: a decision, or all of a batch. */
import type { Step } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { wordOf } from '../../copy/names.ts'
import { painted } from '../../ui/after-paint.ts'
import { type Deps, locate, upToDate, whereabouts } from './desk-deps.ts'
import type { Spot } from './state.ts'

export async function undo(deps: Deps): Promise<void> {
  const { takenBack: words, nothingToUndo: nothing } = en.deciding
  const taken = await take(deps, { method: 'decisions.undo', kind: 'taken-back', words, nothing })
  if (taken === null) return
  const { step, spot, said, now } = taken
  deps.dispatch({ type: 'undone', spot, undone: step.given, label: step.label })
  deps.announce(`${said}. ${whereabouts(now, spot)}`)
  reread(deps, step)
}

/** Goes on to the next undecided comment, as the decision did. */
export async function redo(deps: Deps): Promise<void> {
  const { markedAgain: words, nothingToRedo: nothing } = en.deciding
  const taken = await take(deps, { method: 'decisions.redo', kind: 'given-again', words, nothing })
  if (taken === null) return
  const { step, spot, said, now } = taken
  const next = await nextAfter(now, spot)
  deps.dispatch({ type: 'redone', spot, before: step.before, label: step.given, next })
  deps.announce(`${said}. ${whereabouts(now, next)}`)
  reread(deps, step)
}

interface Direction {
  readonly method: 'decisions.undo' | 'decisions.redo'
  readonly kind: 'taken-back' | 'given-again'
  /** What was done, said of a label and how many comments it was on. */
  readonly words: (word: string, count: number) => string
  readonly nothing: string
}

interface Taken {
  readonly step: Step
  readonly spot: Spot
  readonly said: string
  /** What was worked with once it was taken. */
  readonly now: Deps
}

/** Takes the step. @returns null where there is none, and where it was of many: then all is said and shown already */
async function take(deps: Deps, { method, kind, words, nothing }: Direction): Promise<Taken | null> {
  const { client, announce, labels } = deps
  const step = await client.call(method, { projectId: deps.projectId })
  if (step === null) {
    announce(nothing)
    return null
  }
  const now = upToDate(deps)
  const said = words(wordOf(step.given, labels), step.count)
  if (step.count > 1) {
    await startAgain(now, { step, kind, said })
    return null
  }
  return { step, spot: await locate(now, step.commentId), said, now }
}

/** The mark stands until the rows say the same, so that nothing flickers. */
function reread({ rows, dispatch }: Deps, { commentId, label }: Step): void {
  rows?.reread().then(() => dispatch({ type: 'reread', commentId, label }))
}

async function nextAfter({ client, state: { handle } }: Deps, { index }: Spot): Promise<Spot | null> {
  if (handle === null) return null
  const from = Math.min((index ?? -1) + 1, handle.total)
  return client.call('queue.next', { queueId: handle.queueId, from })
}

/** After a label was given to many at once. */
export async function goOnAfterMany(deps: Deps, label: string, count: number, said: string): Promise<void> {
  await startAgain(upToDate(deps), {
    step: { given: label, count, commentIds: [], commentId: 0 },
    kind: 'marked-many',
    said,
  })
}

interface ManyStep {
  readonly step: Pick<Step, 'given' | 'count' | 'commentIds' | 'commentId'>
  readonly kind: 'taken-back' | 'given-again' | 'marked-many'
  readonly said: string
}

/** How many are left is another number now, and only the service can count them: the queue is opened once more. */
async function startAgain(deps: Deps, { step, kind, said }: ManyStep): Promise<void> {
  const { client, state, dispatch, announce } = deps
  const { handle } = state
  if (handle === null) return
  const { order, filter } = handle
  // It is on the disk: that is said before the queue is made anew.
  dispatch({ type: 'stepped', kind, label: step.given, count: step.count, commentIds: step.commentIds })
  const fresh = await client.call('queue.open', { order, filter })
  const after = { ...deps, state: { ...state, handle: fresh } }
  const spot =
    kind === 'taken-back'
      ? await locate(after, step.commentId)
      : await client.call('queue.next', { queueId: fresh.queueId, from: 0 })
  dispatch({ type: 'opened', handle: fresh, spot, isAsked: true, insteadOf: handle.queueId })
  announce(`${said}. ${whereabouts(after, spot)}`)
  // What waits for this one finds the queue that is open now.
  await painted()
}
