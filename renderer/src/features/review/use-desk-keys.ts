/** The keys of the desk. */
import { flushSync } from 'react-dom'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelShortcuts, reasonShortcuts } from '../../keyboard/label-shortcuts.ts'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { type Binding, useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { needsWords } from './desk-grounds.ts'
import { noFilter } from './state.ts'
import type { Desk } from './use-desk.ts'
import type { Picking } from './use-selection.ts'

interface DeskKeys {
  readonly desk: Desk
  readonly picking: Picking
  readonly labels: readonly Label[]
  readonly openSearch: () => void
  readonly isZen: boolean
  /** Whether there is a comment to be alone with. */
  readonly canZen: boolean
  readonly onZen: (isZen: boolean) => void
}

/** What works in zen too, besides the labels: what is not on the screen there has no key there. */
const inZen: ReadonlySet<string> = new Set(['undo', 'redo', 'next', 'previous', 'skip', 'zen', 'leaveThread'])

export function useDeskKeys(keys: DeskKeys): void {
  const { desk, picking, labels, openSearch, isZen, canZen, onZen } = keys
  const announce = useAnnounce()
  const { state, dispatch } = desk
  const toggleThread = () => {
    if (state.spot) dispatch({ type: 'view', view: state.view === 'thread' ? 'comment' : 'thread' })
  }
  // While reasons are open the digits are theirs, the letters still decide: the first binding of a key counts.
  const asked = labels.find(({ id }) => id === state.reasonsFor?.label)
  const asksWords = asked !== undefined && needsWords(asked, desk.isSettling) && !state.isChoosing
  const bindings: readonly Binding[] = [
    ...reasonShortcuts(asked?.reasons ?? []).map((shortcut) => ({
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
    ...selectingKeys(picking),
    {
      shortcut: shortcuts.leaveThread,
      run: () => {
        if (isZen) onZen(false)
        else if (asksWords) desk.leaveGrounds()
        else if (picking.size > 0 && state.reasonsFor === null && !state.isChoosing) picking.clear()
        else dispatch({ type: 'back' })
      },
    },
    { shortcut: shortcuts.second, run: () => toggleShow(desk, 'second') },
    { shortcut: shortcuts.adjudicate, run: () => toggleShow(desk, 'adjudicate') },
    { shortcut: shortcuts.zen, run: () => onZen(!isZen), isAvailable: canZen },
    { shortcut: shortcuts.passage, run: () => dispatch({ type: 'choosing', isOn: !state.isChoosing }) },
    {
      shortcut: shortcuts.author,
      run: () => dispatch(state.view === 'author' ? { type: 'back' } : { type: 'view', view: 'author' }),
    },
    { shortcut: shortcuts.hidden, run: () => toggleHidden(desk, announce) },
    {
      shortcut: shortcuts.search,
      run: () => {
        // At once: the first letters of what is typed next would else be keys, and decide.
        flushSync(openSearch)
        document.querySelector<HTMLInputElement>('[data-search]')?.focus()
      },
    },
  ]
  useShortcuts(
    // The opposite test has keys of its own, and waits for an answer.
    state.asked !== null
      ? []
      : isZen
        ? bindings.filter(({ shortcut }) => shortcut.label !== undefined || inZen.has(shortcut.name))
        : bindings,
  )
}

function selectingKeys(picking: Picking): readonly Binding[] {
  return [
    { shortcut: shortcuts.select, run: picking.toggle },
    { shortcut: shortcuts.selectNext, run: () => picking.extend(1) },
    { shortcut: shortcuts.selectPrevious, run: () => picking.extend(-1) },
    { shortcut: shortcuts.selectAll, run: picking.selectAll },
  ]
}

/** Into a queue of what others decided, and out of it. */
function toggleShow({ state, dispatch }: Desk, show: 'second' | 'adjudicate'): void {
  const isThere = state.filter.show === show
  dispatch({ type: 'filtered', filter: isThere ? noFilter : { ...noFilter, show } })
}

function toggleHidden({ state, dispatch }: Desk, announce: (words: string) => void): void {
  const isOn = !state.showsHidden
  dispatch({ type: 'show-hidden', isOn })
  announce(isOn ? en.reading.hiddenOn : en.reading.hiddenOff)
}
