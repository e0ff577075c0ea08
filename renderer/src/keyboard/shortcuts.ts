/** Every key of the window, once: for the handler, the help sheet, the tooltips and `aria-keyshortcuts`. */
import type { Label, Reason } from '../../../core/labels.ts'
import { en } from '../copy/en.ts'
import { isolated } from '../copy/format.ts'
import { labelKeys } from './label-keys.ts'

export type Scope = 'everywhere' | 'start' | 'import' | 'review' | 'measure' | 'share'

export interface Shortcut {
  readonly scope: Scope
  /** Keys that do it, as `KeyboardEvent.key` names them; "Mod+" is Ctrl or Cmd, "Shift+" is with letters, "g r" is one after the other. */
  readonly keys: readonly string[]
  /** What it does, in a few words. */
  readonly does: string
  /** May run again while the key is held down. */
  readonly repeats?: true
}

export const shortcuts = {
  chooseFile: { scope: 'everywhere', keys: ['Mod+o'], does: 'Choose files of comments' },
  goReview: { scope: 'everywhere', keys: ['g r'], does: 'Go to Review' },
  goMeasure: { scope: 'everywhere', keys: ['g m'], does: 'Go to Measure' },
  goProgress: { scope: 'everywhere', keys: ['g p'], does: 'Go to Progress' },
  goShare: { scope: 'everywhere', keys: ['g t'], does: 'Go to Share' },
  help: { scope: 'everywhere', keys: ['?'], does: 'Show all keys' },
  openRecent: {
    scope: 'start',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    does: 'Open a recent project',
  },
  importNow: { scope: 'import', keys: ['Enter'], does: 'Import' },
  cancelImport: { scope: 'import', keys: ['Escape'], does: 'Cancel or stop the import; back to the files' },
  nextFile: { scope: 'import', keys: ['j', 'ArrowDown'], does: 'Next file', repeats: true },
  previousFile: { scope: 'import', keys: ['k', 'ArrowUp'], does: 'Previous file', repeats: true },
  takeFile: { scope: 'import', keys: ['x', 'Space'], does: 'Leave the file out, or take it' },
  openFile: { scope: 'import', keys: ['o'], does: 'Open the file: its columns and its rows' },
  accept: { scope: 'review', keys: ['Enter'], does: 'Accept the suggestion when one is shown' },
  undo: { scope: 'review', keys: ['z', 'Mod+z'], does: 'Undo the latest decision' },
  redo: {
    scope: 'review',
    keys: ['Shift+z', 'Mod+Shift+z'],
    does: 'Decide again what was undone',
  },
  next: { scope: 'review', keys: ['j', 'ArrowDown'], does: 'Next comment', repeats: true },
  previous: { scope: 'review', keys: ['k', 'ArrowUp'], does: 'Previous comment', repeats: true },
  skip: { scope: 'review', keys: ['s'], does: 'Skip to the next undecided' },
  note: { scope: 'review', keys: ['m'], does: 'Write a note' },
  reason: { scope: 'review', keys: ['r'], does: 'Say why: the reasons of the codebook' },
  thread: { scope: 'review', keys: ['o'], does: 'Whole thread and back' },
  leaveThread: { scope: 'review', keys: ['Escape'], does: 'Back from the thread' },
  origin: { scope: 'review', keys: ['w'], does: 'Where the comment came from' },
  search: { scope: 'review', keys: ['/'], does: 'Search the comments' },
  nextStep: { scope: 'measure', keys: ['Enter'], does: 'Take the next step' },
  exportNow: { scope: 'share', keys: ['Enter'], does: 'Export' },
} as const satisfies Record<string, Shortcut>

/** Keys that the design gives the desk and that nothing does yet: passage, author, second person, select. */
const kept = ['e', 'a', 'p', 'x']

/** Keys that no label may have: those of the desk, and those that begin a sequence. */
export const deskKeys: ReadonlySet<string> = new Set([
  ...kept,
  ...Object.values(shortcuts)
    .filter(({ scope }) => scope === 'review' || scope === 'everywhere')
    .flatMap(({ keys }) => keys.map((key) => key.split(' ')[0] ?? key)),
])

/** The keys of the labels of a codebook: their letter, and their place in the row of buttons; see `labelKeys`. */
export function labelShortcuts(labels: readonly Label[]): readonly (Shortcut & { readonly label: Label })[] {
  const keys = labelKeys(labels, deskKeys)
  return labels.map((label, index) => ({
    label,
    scope: 'review',
    keys: keys[index] ?? [],
    does: en.keys.decide(isolated(label.name)),
  }))
}

/** The first nine reasons of a label have a digit each, while they are open. */
export function reasonShortcuts(
  reasons: readonly Reason[],
): readonly (Shortcut & { readonly reason: Reason })[] {
  return reasons.slice(0, 9).map((reason, at) => ({
    reason,
    scope: 'review',
    keys: [String(at + 1)],
    does: en.deciding.doesReason(isolated(reason.name)),
  }))
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const shownNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Mod: isMac ? '⌘' : 'Ctrl',
}

/** A key as its cap shows it: "Ctrl O", "↓", "G R". */
export function shownKey(key: string): string {
  return key
    .split(/[+ ]/)
    .map((part) => shownNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')
}

/** The value of `aria-keyshortcuts`; undefined when no key of it can be said there, as for "g r". */
export function ariaKeys(shortcut: Shortcut): string | undefined {
  const keys = shortcut.keys
    .filter((key) => !key.includes(' '))
    .map((key) =>
      key
        .replace('Mod', isMac ? 'Meta' : 'Control')
        .replace(/(^|\+)([a-z])$/, (_, plus, letter) => plus + letter.toUpperCase()),
    )
  return keys.length > 0 ? keys.join(' ') : undefined
}
