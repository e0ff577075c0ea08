/** Sentences of the palette, the keys, the settings, zen, covers and breaks. */
import type { breaks, contrasts, densities, themes } from '../../../core/contract/settings-requests.ts'

export const palette = {
  title: 'Search or do anything',
  field: 'Search or do anything',
  groups: { do: 'Do', go: 'Go to', comments: 'Comments', projects: 'Projects' },
  nothing: 'Nothing here is called that. Other words may find it.',
  looking: 'Looking through the comments…',
  choose: 'choose',
  run: 'do it',
  only: 'search comments only',
  results: (results: number) => (results === 1 ? '1 result' : `${results} results`),
  order: (name: string) => `Queue: ${name}`,
  theme: (name: string) => `Look: ${name}`,
  density: (name: string) => `Rows: ${name}`,
  contrast: (name: string) => `Contrast: ${name}`,
} as const

export const keys = {
  title: 'All keys',
  hint: 'Single keys rest while you type in a field or use the bar at the top.',
  hintOff: 'Single keys are off. The palette does everything: it opens with the key below.',
  change: 'Change keys…',
  after: 'then',
  groups: {
    everywhere: 'Everywhere',
    start: 'Start',
    import: 'Import',
    review: 'Review',
    opposite: 'The opposite test',
    many: 'Many at once',
    measure: 'Measure',
    share: 'Share',
  },
  decide: (label: string) => `${label}, and go on`,
  tip: (words: string, key: string) => `${words} (${key})`,
  tipOff: (words: string) => `${words}. Single keys are off.`,
  none: 'no key',
  off: 'No single key does this at the moment.',
} as const

export const keyEditing = {
  lede: 'Choose a key to change it, then press the new one. Arrows, Enter and Esc stay where they are.',
  single: 'Single keys',
  singleHint:
    'Letters, digits and signs work alone. Turn this off if they are pressed by accident, or by speech: then only combinations with Ctrl or ⌘, arrows and Enter work, and the palette does the rest.',
  change: (does: string, key: string) => `${does}: ${key}. Change`,
  press: 'Press the new key',
  pressSecond: (first: string) => `${first}, then …`,
  pressHint: 'Esc keeps the old one. Backspace takes it away.',
  clash: (key: string, does: string) => `${key} already does this: ${does}.`,
  clashLabel: (key: string, label: string) => `${key} already decides ${label}.`,
  swap: 'Swap them',
  take: (does: string) => `Take it from “${does}”`,
  keep: 'Keep the old one',
  reserved: (key: string) => `${key} belongs to the system. Choose another key.`,
  begins: (key: string) => `${key} begins other keys, such as ${key} R. Choose another key.`,
  reset: 'Reset',
  resetOne: (does: string) => `Reset the key of “${does}”`,
  resetAll: 'Reset all keys',
  changed: (does: string, key: string) => `${does}: now ${key}.`,
  taken: (does: string) => `${does}: no key.`,
} as const

const asSystem = 'As the system'
export const settings = {
  title: 'Settings',
  sections: { you: 'You', look: 'Look', reading: 'Reading', keys: 'Keys' },
  parts: 'Parts of the settings',
  name: 'Your name',
  nameHint: 'It stands beside every decision you make.',
  theme: 'Colours',
  themes: { system: asSystem, light: 'Light', dark: 'Dark' } satisfies Record<
    (typeof themes)[number],
    string
  >,
  contrast: 'Contrast',
  contrastHint: 'High contrast has darker words, stronger edges and plain grounds, in light and in dark.',
  contrasts: { system: asSystem, more: 'High' } satisfies Record<(typeof contrasts)[number], string>,
  density: 'Rows',
  densityHint: 'Compact rows stand on one line, so that more of them fit.',
  densities: { comfortable: 'Comfortable', compact: 'Compact' } satisfies Record<
    (typeof densities)[number],
    string
  >,
  textSize: 'Size of text',
  textSizeHint: (bigger: string, smaller: string, normal: string) =>
    `${bigger} makes it bigger, ${smaller} smaller, ${normal} as it was.`,
  percent: (size: number) => `${size} %`,
  smaller: 'Smaller',
  bigger: 'Bigger',
  sizeNow: (size: number) => `Text at ${size} %.`,
  coverSlurs: 'Cover slurs until I look at them',
  coverSlursHint:
    'A bar stands over words from a short list. Rest the pointer on it or move the focus to it to read the word. The list is not complete, and a covered word says nothing about a comment.',
  coverText: 'Cover text until I focus it',
  coverTextHint: (key: string) =>
    key === ''
      ? 'Choose the cover to read the comment.'
      : `Choose the cover, or press “${key}”, to read the comment.`,
  breakAfter: 'Suggest a break',
  breakAfterHint: 'A quiet line at the foot of the desk. It stops nothing.',
  breaks: {
    0: 'Never',
    25: 'After 25 minutes',
    45: 'After 45 minutes',
    60: 'After an hour',
    90: 'After an hour and a half',
  } satisfies Record<(typeof breaks)[number], string>,
  care: 'Whether covering helps differs from person to person, and research does not agree. Try it, and keep what helps you.',
  version: (version: string) => `Fair Hearing ${version}. Everything stays on this computer.`,
} as const

export const zen = {
  entered: 'Zen: the comment and the choices. Esc leaves.',
  left: 'Back at the desk.',
  leave: 'Leave',
  answers: (author: string) => `In answer to ${author}:`,
} as const

export const cover = {
  word: 'Covered word',
  text: 'The text is covered.',
  read: 'Read it',
  uncovered: 'Uncovered.',
  covered: 'Covered again.',
  first: 'The text is covered. Nothing was marked.',
} as const

export const rest = {
  line: (minutes: number) => `You have been reading for ${minutes} minutes. A break helps.`,
  dismiss: 'Dismiss',
} as const
