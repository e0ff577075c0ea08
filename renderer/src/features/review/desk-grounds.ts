/** The grounds of a label that accuses, and the reasons of an adjudication: asked for before the label is given. */
import { type Ground, isSentence, missingGrounds } from '../../../../core/deciding/grounds.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelWord } from '../../copy/names.ts'
import type { Deps } from './desk-deps.ts'
import { draftOf } from './draft.ts'
import { focusReading } from './focus-reading.ts'
import type { DeskState, Own } from './state.ts'

interface Wanting {
  readonly state: DeskState
  readonly mine: Own | null
  readonly isSettling: boolean
}

/** Whether it is given only with words: what accuses, and whatever settles a dispute. */
export function needsWords(label: Label, isSettling: boolean): boolean {
  return label.needsGrounds || isSettling
}

/** What has to be said before it can be given, in the order in which it is asked for. */
export function missingFor({ state, mine, isSettling }: Wanting, label: Label): readonly Ground[] {
  if (mine === null) return []
  const draft = draftOf(state, mine, label.id)
  const missing = missingGrounds(label, draft)
  const needsMore = isSettling && !missing.includes('sentence') && !isSentence(draft.note)
  return needsMore ? [...missing, 'sentence'] : missing
}

/**
 * Opens the grounds of a label. Where they are open the label is given, or what is missing is said.
 *
 * @param give gives the label
 */
export function askGrounds(deps: Deps, label: Label, give: () => void): void {
  const { state, comment, dispatch, announce, isSettling } = deps
  if (comment === null) return
  const { commentId } = comment
  const open = state.reasonsFor
  if (open?.commentId !== commentId || open.label !== label.id) {
    dispatch({ type: 'reasons', target: { commentId, label: label.id, isBefore: false, missed: 0 } })
    announce(heardOf(label, isSettling))
    return
  }
  const [first] = missingFor(deps, label)
  if (first === undefined) {
    give()
    return
  }
  dispatch({ type: 'reasons', target: { ...open, missed: open.missed + 1 } })
  announce(missingWords(first, isSettling))
}

export function leaveGrounds({ dispatch, announce }: Deps): void {
  dispatch({ type: 'reasons', target: null })
  announce(en.judging.grounds.closed)
  // At once: a note whose field has the focus would open again below.
  focusReading()
}

export function missingWords(ground: Ground, isSettling: boolean): string {
  const { missing, settleMissing } = en.judging.grounds
  return isSettling && ground === 'sentence' ? settleMissing : missing[ground]
}

function heardOf(label: Label, isSettling: boolean): string {
  const { heard, settle } = en.judging.grounds
  return label.needsGrounds ? heard(labelWord(label), label.reasons) : isSettling ? `${settle}.` : ''
}
