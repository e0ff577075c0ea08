/** The keys of the desk. */
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelShortcuts, shortcuts } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { Desk } from './use-desk.ts'

interface DeskKeys {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly openSearch: () => void
}

export function useDeskKeys({ desk, labels, openSearch }: DeskKeys): void {
  const announce = useAnnounce()
  const { state, dispatch } = desk
  const toggleThread = () => {
    if (state.spot) dispatch({ type: 'view', view: state.view === 'thread' ? 'comment' : 'thread' })
  }
  useShortcuts([
    ...labelShortcuts(labels).map((shortcut) => ({ shortcut, run: () => desk.decide(shortcut.label) })),
    { shortcut: shortcuts.accept, run: desk.accept },
    { shortcut: shortcuts.undo, run: desk.undo },
    { shortcut: shortcuts.next, run: () => desk.step(1) },
    { shortcut: shortcuts.previous, run: () => desk.step(-1) },
    { shortcut: shortcuts.skip, run: desk.skip },
    { shortcut: shortcuts.note, run: () => state.spot && dispatch({ type: 'note-open', isOpen: true }) },
    { shortcut: shortcuts.thread, run: toggleThread },
    { shortcut: shortcuts.leaveThread, run: () => dispatch({ type: 'back' }) },
    { shortcut: shortcuts.passage, run: () => dispatch({ type: 'choosing', isOn: !state.isChoosing }) },
    {
      shortcut: shortcuts.author,
      run: () => dispatch(state.view === 'author' ? { type: 'back' } : { type: 'view', view: 'author' }),
    },
    { shortcut: shortcuts.hidden, run: () => toggleHidden(desk, announce) },
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

function toggleHidden({ state, dispatch }: Desk, announce: (words: string) => void): void {
  const isOn = !state.showsHidden
  dispatch({ type: 'show-hidden', isOn })
  announce(isOn ? en.reading.hiddenOn : en.reading.hiddenOff)
}
