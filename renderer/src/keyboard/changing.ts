/** Choosing other keys: what may be a key, whom it would be taken from, and what then holds. No window. */
import type { Label } from '../../../core/labels.ts'
import { activeKeys, chosenKeys, type KeyChoice } from './current-keys.ts'
import { labelLines } from './label-shortcuts.ts'
import { lines, type Scope, type Shortcut } from './shortcuts.ts'

type Changed = KeyChoice['changed']

/** Everything that has keys, with those that somebody chose, whether single keys are on or not. */
export function chosenLines(labels: readonly Label[], changed: Changed): readonly Shortcut[] {
  const choice: KeyChoice = { changed, singleKeys: true }
  return [
    ...labelLines(labels, choice),
    ...lines().map((line) => ({
      ...line,
      keys: activeKeys(chosenKeys(line.name, line.keys, choice), choice),
    })),
  ]
}

/** Keys that the system or the browser has, or that move through any page. */
const ofTheSystem = new Set([
  ...['Tab', 'Enter', 'Escape', 'Space', 'Backspace', 'Delete', 'CapsLock', 'ContextMenu', 'Dead', 'Process'],
  ...['F1', 'F5', 'F11', 'F12', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...[...'acfhlnpqrstvwxy', 'Tab', 'Enter', 'Plus', '=', '-', '0'].map((key) => `Mod+${key}`),
])

export type Verdict = 'free' | 'reserved' | 'begins' | { readonly clash: Shortcut }

/** Whether `key` can be had for `wanting`, and if not, why. */
export function verdictOn(key: string, wanting: Shortcut, all: readonly Shortcut[]): Verdict {
  const own = wanting.keys.includes(key)
  const plain = key.split('+').at(-1) ?? key
  if (!own && (ofTheSystem.has(key) || ofTheSystem.has(plain) || /^Mod\+Shift\+/.test(key))) return 'reserved'
  if (all.some(({ keys }) => keys.some((one) => one.startsWith(`${key} `)))) return 'begins'
  const clash = all.find((one) => one.name !== wanting.name && meet(one, wanting) && one.keys.includes(key))
  return clash ? { clash } : 'free'
}

/** Whether both work on one page. */
function meet(a: Pick<Shortcut, 'scope'>, b: Pick<Shortcut, 'scope'>): boolean {
  const everywhere: Scope = 'everywhere'
  return a.scope === b.scope || a.scope === everywhere || b.scope === everywhere
}

/** `key` instead of the first key of `line`; the others stay. Null takes the first away. */
export function changeKey(changed: Changed, line: Shortcut, key: string | null): Changed {
  const [first, ...others] = line.keys
  // A label without a letter has its number, which stays.
  const kept = first !== undefined && /^label:/.test(line.name) && /^\d$/.test(first) ? line.keys : others
  const keys = key === null ? others : [key, ...kept.filter((one) => one !== key)]
  return { ...changed, [line.name]: keys }
}

/** `wanting` gets `key`, and `other` what `wanting` had; null where that would only clash with something else. */
export function swapKeys(
  changed: Changed,
  { key, wanting, other }: { readonly key: string; readonly wanting: Shortcut; readonly other: Shortcut },
  labels: readonly Label[],
): Changed | null {
  const [former] = wanting.keys
  if (former === undefined) return null
  const swapped = {
    ...changeKey(changed, wanting, key),
    [other.name]: other.keys.map((one) => (one === key ? former : one)),
  }
  const after = chosenLines(labels, swapped)
  const given = after.find(({ name }) => name === other.name)
  if (given === undefined || !given.keys.includes(former)) return null
  return typeof verdictOn(former, given, after) === 'object' ? null : swapped
}

/** `wanting` gets `key`, which `other` then has no more. */
export function takeKey(
  changed: Changed,
  { key, wanting, other }: { readonly key: string; readonly wanting: Shortcut; readonly other: Shortcut },
): Changed {
  return {
    ...changeKey(changed, wanting, key),
    [other.name]: other.keys.filter((one) => one !== key),
  }
}

/** As the table has it. Where that key is somebody else's by now, see `verdictOn` before. */
export function resetKey(changed: Changed, name: string): Changed {
  const { [name]: _, ...others } = changed
  return others
}

/** Those keys of the table that two things on one page would have, were `name` reset. */
export function clashOfReset(
  changed: Changed,
  name: string,
  labels: readonly Label[],
): { readonly key: string; readonly other: Shortcut } | null {
  const all = chosenLines(labels, resetKey(changed, name))
  const own = all.find((one) => one.name === name)
  for (const key of own?.keys ?? []) {
    const other = own && all.find((one) => one.name !== name && meet(one, own) && one.keys.includes(key))
    if (other) return { key, other }
  }
  return null
}
