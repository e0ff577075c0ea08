/** The keys of the desk. */
import type { Label } from '../../../../core/labels.ts'
import { labelShortcuts, reasonShortcuts, shortcuts } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import type { Desk } from './use-desk.ts'

interface DeskKeys {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly openSearch: () => void
}

export function useDeskKeys({ desk, labels, openSearch }: DeskKeys): void {
  const { state, dispatch } = desk
  const toggleThread = () => {
    if (state.spot) dispatch({ type: 'view', view: state.view === 'thread' ? 'comment' : 'thread' })
  }
  // While reasons are open the digits are theirs, the letters still decide: the first binding of a key counts.
  const reasons = labels.find(({ id }) => id === state.reasonsFor?.label)?.reasons ?? []
  useShortcuts([
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
      run: () =>
        dispatch(
          state.reasonsFor === null ? { type: 'view', view: 'comment' } : { type: 'reasons', target: null },
        ),
    },
    {
      shortcut: shortcuts.search,
      run: () => {
        openSearch()
        // The field is drawn with the open queue, a moment from now.
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search]')?.focus())
      },
    },
  ])
}
