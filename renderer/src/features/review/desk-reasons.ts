/** Which reasons are open, for which comment and label, and what becomes of the one that is chosen. */
import type { Label, Reason } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelWord, wordOf } from '../../copy/names.ts'
import type { Deps } from './desk-deps.ts'
import { askGrounds, needsWords } from './desk-grounds.ts'
import type { ReasonsFor } from './state.ts'

/** Opens the first, then the next, and after the last closes them. */
export function toggleReasons(deps: Deps): void {
  const { state, dispatch, announce, labels } = deps
  const wanted = targets(deps)
  const open = state.reasonsFor
  const at = wanted.findIndex((one) => one.commentId === open?.commentId && one.label === open.label)
  const next = wanted[at + 1] ?? null
  const asked = labels.find(({ id }) => id === next?.label)
  if (asked?.needsGrounds) {
    askGrounds(deps, asked, () => undefined)
    return
  }
  if (next === null && open === null) {
    if (state.spot !== null) announce(en.deciding.noReasons)
    return
  }
  dispatch({ type: 'reasons', target: next })
  announce(asked ? en.deciding.reasonsHeard(labelWord(asked), asked.reasons) : en.deciding.reasonsClosed)
}

/**
 * The comment that was marked a moment ago, where its label has reasons and none was given; then the one in the centre,
 * with the label that it has, or each that it could get.
 */
function targets({ state, comment, label, labels }: Deps): readonly ReasonsFor[] {
  const { last } = state
  const withReasons = labels.filter(({ reasons }) => reasons.length > 0)
  // What needs grounds was never given without.
  const has = (id: string) => withReasons.some((one) => one.id === id && !one.needsGrounds)
  const before =
    last?.kind === 'marked' && last.commentId !== comment?.commentId && !last.hasReason && has(last.label)
      ? [{ commentId: last.commentId, label: last.label, isBefore: true, missed: 0 }]
      : []
  const here = withReasons
    .filter(({ id }) => label === null || label === id)
    .flatMap(({ id }) =>
      comment === null ? [] : [{ commentId: comment.commentId, label: id, isBefore: false, missed: 0 }],
    )
  return [...before, ...here]
}

/**
 * Goes with the decision that is to come; on one that stands it is saved at once, as a decision of its own. Grounds stay
 * open until the label is given.
 */
export function chooseReason(deps: Deps, reason: Reason): void {
  const { state, comment, dispatch, announce, labels } = deps
  const target = state.reasonsFor
  const label = labels.find(({ id }) => id === target?.label)
  if (target === null || label === undefined) return
  if (needsWords(label, deps.isSettling)) {
    dispatch({ type: 'reasoned', commentId: target.commentId, label: label.id, reason: reason.id })
    announce(en.judging.grounds.chosen(reason.name))
    return
  }
  dispatch({ type: 'reasons', target: null })
  if (target.commentId === comment?.commentId && deps.label === null) {
    dispatch({ type: 'reasoned', commentId: target.commentId, label: label.id, reason: reason.id })
    announce(en.deciding.reasonReady(reason.name, labelWord(label)))
    return
  }
  deps.inOrder(() => amend(deps, { target, label, reason }))
}

interface Amendment {
  readonly target: ReasonsFor
  readonly label: Label
  readonly reason: Reason
}

/** All else that the decision said is said again. */
async function amend(deps: Deps, { target, label, reason }: Amendment): Promise<void> {
  const { client, dispatch, announce, mode, labels } = deps
  const { commentId } = target
  const { decision } = await client.call('comments.get', { commentId, queueId: null })
  if (decision?.label !== label.id) {
    announce(en.deciding.labelChanged(wordOf(label.id, labels)))
    return
  }
  const { note, passage, suggestionShown } = decision
  await client.call('decisions.record', {
    projectId: deps.projectId,
    commentId,
    queueId: null,
    label: label.id,
    suggestionShown,
    shownMs: 0,
    note,
    mode,
    passage,
    reason: reason.id,
  })
  dispatch({ type: 'amended' })
  announce(en.deciding.reasonSaved(reason.name, labelWord(label)))
}
