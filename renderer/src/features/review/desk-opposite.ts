/** The opposite test, where the project asks for it: after the grounds, and before the label is given. */
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import type { Deps } from './desk-deps.ts'
import { focusReading } from './focus-reading.ts'
import type { Drawn } from './state.ts'

/** Whether the comment is to be seen about somebody else first. */
export function asksOpposite({ rules, isSettling }: Deps, label: Label): boolean {
  return rules.oppositeTest && !isSettling && label.tone === 'troll'
}

export function askOpposite({ dispatch, announce }: Deps, label: Label, seen: Drawn): void {
  dispatch({ type: 'opposite', asked: { commentId: seen.commentId, label: label.id, seen } })
  announce(en.judging.opposite.title)
}

/** No label is given for now, and that a mind was changed is kept. */
export function changeMind(deps: Deps): void {
  const { state, client, dispatch, announce, inOrder } = deps
  if (state.asked === null) return
  const { commentId } = state.asked
  dispatch({ type: 'opposite', asked: null })
  dispatch({ type: 'reasons', target: null })
  announce(en.judging.opposite.saidChanged)
  inOrder(async () => {
    await client.call('opposite.changed', { commentId })
    focusReading()
  })
}
