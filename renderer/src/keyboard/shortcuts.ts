/**
 * Every key of the window, once: for the handler, the palette, the help sheet, the settings, the tooltips,
 * `aria-keyshortcuts` and docs/KEYS.md. What is read here as `keys` is what holds at the moment: see current-keys.ts.
 */
import type { Label } from '../../../core/labels.ts'
import { en } from '../copy/en.ts'
import { activeKeys, chosenKeys, type KeyChoice, keyChoice, keysOfTheTable } from './current-keys.ts'

export type Scope = 'everywhere' | 'start' | 'import' | 'review' | 'opposite' | 'many' | 'measure' | 'share'

interface Line {
  readonly scope: Scope
  /**
   * Keys that do it, as `KeyboardEvent.key` names them; "Mod+" is Ctrl or Cmd, "Shift+" is with letters and named keys,
   * "g r" is one after the other. None for what only the palette does, until somebody gives it one.
   */
  readonly keys: readonly string[]
  /** What it does, in a few words. */
  readonly does: string
  /** May run again while the key is held down. */
  readonly repeats?: true
  /** Cannot have another key. */
  readonly isFixed?: true
  /** Not in the palette: it means something only as a key. */
  readonly isOnlyKey?: true
  /** Heard while somebody writes in a field too, or over an open dialog as well. */
  readonly heard?: 'in-fields' | 'always'
}

export interface Shortcut extends Line {
  /** What it is called in the settings; of a label see label-shortcuts.ts. */
  readonly name: string
  /** What it decides; undefined for all but the keys of labels. */
  readonly label?: Label
}

const table = {
  chooseFile: { scope: 'everywhere', keys: ['Mod+o'], does: 'Choose files of comments' },
  goReview: { scope: 'everywhere', keys: ['g r'], does: 'Go to Review' },
  goMany: { scope: 'everywhere', keys: ['g b'], does: 'Go to Many at once' },
  goAnswer: { scope: 'everywhere', keys: ['g a'], does: 'Go to Answer: appeals and letters' },
  goMeasure: { scope: 'everywhere', keys: ['g m'], does: 'Go to Measure' },
  goProgress: { scope: 'everywhere', keys: ['g p'], does: 'Go to Progress' },
  goRecord: { scope: 'everywhere', keys: ['g l'], does: 'Go to The record' },
  goBias: { scope: 'everywhere', keys: [], does: 'Go to Bias' },
  goShare: { scope: 'everywhere', keys: ['g t'], does: 'Go to Share' },
  goDisclose: { scope: 'everywhere', keys: ['g d'], does: 'Go to Disclose' },
  goPackages: { scope: 'everywhere', keys: ['g w'], does: 'Go to Work packages' },
  help: { scope: 'everywhere', keys: ['?'], does: 'Show all keys' },
  palette: {
    scope: 'everywhere',
    keys: ['Mod+k'],
    does: 'Search or do anything',
    heard: 'in-fields',
    isOnlyKey: true,
  },
  settings: { scope: 'everywhere', keys: ['Mod+,'], does: 'Open the settings' },
  biggerText: {
    scope: 'everywhere',
    keys: ['Mod+Plus', 'Mod+='],
    does: 'Make the text bigger',
    repeats: true,
    heard: 'always',
  },
  smallerText: {
    scope: 'everywhere',
    keys: ['Mod+-'],
    does: 'Make the text smaller',
    repeats: true,
    heard: 'always',
  },
  normalText: { scope: 'everywhere', keys: ['Mod+0'], does: 'Text in its usual size', heard: 'always' },
  addFolder: { scope: 'everywhere', keys: [], does: 'Add a folder of comments' },
  imports: { scope: 'everywhere', keys: [], does: 'Show the imports' },
  rules: { scope: 'everywhere', keys: [], does: 'Rules of this project' },
  who: { scope: 'everywhere', keys: [], does: 'Change who decides' },
  closeProject: { scope: 'everywhere', keys: [], does: 'Close the project' },
  openRecent: {
    scope: 'start',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    does: 'Open a recent project',
    isFixed: true,
    isOnlyKey: true,
  },
  importNow: { scope: 'import', keys: ['Enter'], does: 'Import', isFixed: true },
  cancelImport: {
    scope: 'import',
    keys: ['Escape'],
    does: 'Cancel or stop the import; back to the files',
    isFixed: true,
  },
  nextFile: { scope: 'import', keys: ['j', 'ArrowDown'], does: 'Next file', repeats: true, isOnlyKey: true },
  previousFile: {
    scope: 'import',
    keys: ['k', 'ArrowUp'],
    does: 'Previous file',
    repeats: true,
    isOnlyKey: true,
  },
  takeFile: { scope: 'import', keys: ['x', 'Space'], does: 'Leave the file out, or take it' },
  openFile: { scope: 'import', keys: ['o'], does: 'Open the file: its columns and its rows' },
  accept: { scope: 'review', keys: ['Enter'], does: 'Accept the suggestion when one is shown' },
  undo: { scope: 'review', keys: ['z', 'Mod+z'], does: 'Undo the latest decision' },
  redo: {
    scope: 'review',
    keys: ['Shift+z', 'Mod+Shift+z'],
    does: 'Decide again what was undone',
  },
  same: { scope: 'opposite', keys: ['Enter'], does: 'Yes, the same', isFixed: true },
  changedMind: {
    scope: 'opposite',
    keys: ['n', 'Escape'],
    does: 'No, I have changed my mind',
    isFixed: true,
  },
  second: { scope: 'review', keys: ['p'], does: 'Second opinions, and back' },
  adjudicate: { scope: 'review', keys: [], does: 'Disputes that wait for somebody to adjudicate' },
  next: { scope: 'review', keys: ['j', 'ArrowDown'], does: 'Next comment', repeats: true },
  previous: { scope: 'review', keys: ['k', 'ArrowUp'], does: 'Previous comment', repeats: true },
  skip: { scope: 'review', keys: ['s'], does: 'Skip to the next undecided' },
  note: { scope: 'review', keys: ['m'], does: 'Write a note' },
  reason: { scope: 'review', keys: ['r'], does: 'Say why: the reasons of the codebook' },
  thread: { scope: 'review', keys: ['o'], does: 'Open the whole thread, and go back' },
  leaveThread: {
    scope: 'review',
    keys: ['Escape'],
    does: 'Back to where you were, or out of zen',
    isFixed: true,
    isOnlyKey: true,
  },
  passage: { scope: 'review', keys: ['e'], does: 'Choose the passage that decides, word by word' },
  author: { scope: 'review', keys: ['a'], does: 'Other comments by the same author, and back' },
  hidden: { scope: 'review', keys: ['*'], does: 'Show hidden characters, or hide them again' },
  origin: { scope: 'review', keys: ['w'], does: 'Where the comment came from' },
  search: { scope: 'review', keys: ['/'], does: 'Search the comments' },
  zen: { scope: 'review', keys: ['.'], does: 'Zen: only the comment and the choices' },
  uncover: { scope: 'review', keys: [','], does: 'Uncover what is covered, and cover it again' },
  select: { scope: 'review', keys: ['x'], does: 'Select the comment, or let go of it' },
  selectNext: {
    scope: 'review',
    keys: ['Shift+j', 'Shift+ArrowDown'],
    does: 'Select on to the next comment',
    repeats: true,
    isOnlyKey: true,
  },
  selectPrevious: {
    scope: 'review',
    keys: ['Shift+k', 'Shift+ArrowUp'],
    does: 'Select on to the previous comment',
    repeats: true,
    isOnlyKey: true,
  },
  selectAll: { scope: 'review', keys: ['Mod+a'], does: 'Select the whole queue' },
  fits: { scope: 'many', keys: ['y'], does: 'The comment fits', isOnlyKey: true },
  leaveOut: { scope: 'many', keys: ['x'], does: 'Leave the comment out', isOnlyKey: true },
  nextOfTen: {
    scope: 'many',
    keys: ['j', 'ArrowDown'],
    does: 'Next comment of the ten',
    repeats: true,
    isOnlyKey: true,
  },
  previousOfTen: {
    scope: 'many',
    keys: ['k', 'ArrowUp'],
    does: 'Previous comment of the ten',
    repeats: true,
    isOnlyKey: true,
  },
  nextStep: { scope: 'measure', keys: ['Enter'], does: 'Take the next step', isFixed: true },
  exportNow: { scope: 'share', keys: ['Enter'], does: 'Export', isFixed: true },
} as const satisfies Record<string, Line>

export type ShortcutName = keyof typeof table

/** By their names; `keys` are those that do something at the moment. */
export const shortcuts: Readonly<Record<ShortcutName, Shortcut>> = live(table)

/** Keys that no label may have: those of the desk, and those that begin a sequence. */
export function takenKeys(choice: KeyChoice): ReadonlySet<string> {
  const known = taken.get(choice) ?? keysTakenBy(choice)
  taken.set(choice, known)
  return known
}

/** Asked for whenever the desk is drawn, and the same until somebody chooses other keys. */
const taken = new WeakMap<KeyChoice, ReadonlySet<string>>()

function keysTakenBy(choice: KeyChoice): ReadonlySet<string> {
  return new Set([
    ...lines()
      // The page of many at once has the labels too.
      .filter(({ scope }) => scope === 'review' || scope === 'many' || scope === 'everywhere')
      .flatMap(({ name, keys }) => chosenKeys(name, keys, choice).map((key) => key.split(' ')[0] ?? key)),
  ])
}

/** Those of the table. */
export const deskKeys: ReadonlySet<string> = takenKeys(keysOfTheTable)

/** The table as it is written, whatever somebody chose. */
export function lines(): readonly Shortcut[] {
  return Object.entries<Line>(table).map(([name, line]) => ({ ...line, name }))
}

function live<T extends Readonly<Record<string, Line>>>(of: T): Readonly<Record<keyof T, Shortcut>> {
  // Safe: the same names.
  return Object.fromEntries(
    Object.entries(of).map(([name, line]) => [
      name,
      {
        ...line,
        name,
        get keys() {
          return activeKeys(chosenKeys(name, line.keys))
        },
      },
    ]),
  ) as Record<keyof T, Shortcut>
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const shownNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Plus: '+',
}

/** A key as its cap shows it: "Ctrl O", "↓", "G R"; empty where there is none at the moment, and then no cap is shown. */
export function shownKey(key: string | undefined): string {
  if (key === undefined) return ''
  return key
    .split(/[+ ]/)
    .map((part) => shownNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')
}

/** What a pointer that rests on it is told: its words and its key, or that single keys are off. */
export function tip(words: string, shortcut: Shortcut): string {
  const [key] = shortcut.keys
  if (key !== undefined) return en.keys.tip(words, shownKey(key))
  return keyChoice.get().singleKeys ? words : en.keys.tipOff(words)
}

/** The value of `aria-keyshortcuts`; undefined when no key of it can be said there, as for "g r". */
export function ariaKeys(shortcut: Shortcut): string | undefined {
  const keys = shortcut.keys
    .filter((key) => !key.includes(' '))
    .map((key) =>
      key
        .replace('Mod', isMac ? 'Meta' : 'Control')
        .replace(/(^|\+)(\p{L})$/u, (_, plus, letter) => plus + letter.toUpperCase()),
    )
  return keys.length > 0 ? keys.join(' ') : undefined
}
