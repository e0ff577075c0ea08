/** The keys of the desk. */
import type { Label } from '../../../../core/labels.ts'
import { labelShortcuts, reasonShortcuts, shortcuts } from '../../keyboard/shortcuts.ts'
import { type Binding, useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import type { DeskAction, DeskState } from './state.ts'
import type { Desk } from './use-desk.ts'

interface DeskKeys {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly openSearch: () => void
  readonly isZen: boolean
  /** Whether there is a comment to be alone with. */
  readonly canZen: boolean
  readonly onZen: (isZen: boolean) => void
}

/** What works in zen too, besides the labels: what is not on the screen there has no key there. */
const inZen: ReadonlySet<string> = new Set(['undo', 'redo', 'next', 'previous', 'skip', 'zen', 'leaveThread'])

export function useDeskKeys({ desk, labels, openSearch, isZen, canZen, onZen }: DeskKeys): void {
  const { state, dispatch } = desk
  const toggleThread = () => {
    if (state.spot) dispatch({ type: 'view', view: state.view === 'thread' ? 'comment' : 'thread' })
  }
  // While reasons are open the digits are theirs, the letters still decide: the first binding of a key counts.
  const reasons = labels.find(({ id }) => id === state.reasonsFor?.label)?.reasons ?? []
  const bindings: readonly Binding[] = [
    ...reasonShortcuts(reasons).map((shortcut) => ({
      shortcut,
      run: () => desk.chooseReason(shortcut.reason),
    })),
    ...labelShortcuts(labels).map((shortcut) => ({ shortcut, run: () => desk.decide(shortcut.label) })),
    { shortcut: shortcuts.accept, run: desk.accept },
    { shortcut: shortcuts.undo, run: desk.undo },
    { shortcut: shortcuts.redo, run: desk.redo },
    { shortcut: shortcuts.reason, run: desk.toggleReasons },
    { shortcut: shortcuts.next, run: () => desk.step(1) },
    { shortcut: shortcuts.previous, run: () => desk.step(-1) },
    { shortcut: shortcuts.skip, run: desk.skip },
    { shortcut: shortcuts.note, run: () => state.spot && dispatch({ type: 'note-open', isOpen: true }) },
    { shortcut: shortcuts.thread, run: toggleThread },
    {
      shortcut: shortcuts.leaveThread,
      run: () => (isZen ? onZen(false) : dispatch(back(state))),
    },
    { shortcut: shortcuts.zen, run: () => onZen(!isZen), isAvailable: canZen },
    {
      shortcut: shortcuts.search,
      run: () => {
        openSearch()
        // The field is drawn with the open queue, a moment from now.
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus())
      },
    },
  ]
  useShortcuts(
    isZen
      ? bindings.filter(({ shortcut }) => shortcut.label !== undefined || inZen.has(shortcut.name))
      : bindings,
  )
}

/** Out of the reasons where they are open, or else out of the thread. */
function back({ reasonsFor }: DeskState): DeskAction {
  return reasonsFor === null ? { type: 'view', view: 'comment' } : { type: 'reasons', target: null }
}
