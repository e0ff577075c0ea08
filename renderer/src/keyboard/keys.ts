/** From a pressed key to the name it has in the table, and whether it is ours to take. */

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Names of signs that could not stand in a list of keys, or in a combination. */
const names: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus' }

/** "j", "Shift+j", "Mod+o", "Mod+Shift+z", "?"; null for a combination that no shortcut uses. */
export function keyName(press: Press): string | null {
  if (press.altKey) return null
  const key = names[press.key] ?? (press.key.length === 1 ? press.key.toLowerCase() : press.key)
  // A question mark needs Shift on most keyboards; only with a letter, or a key that writes nothing, it says something.
  const shift = press.shiftKey && /^(\p{L}|(?!Plus$).{2,})$/u.test(key) ? 'Shift+' : ''
  return `${press.ctrlKey || press.metaKey ? 'Mod+' : ''}${shift}${key}`
}

/** False for letters, digits and signs, with Shift or without: speech and shaky hands press these unmeant (WCAG 2.1.4). */
export function isSafeKey(key: string): boolean {
  return key.startsWith('Mod+') || /^(Shift\+)?(Arrow\w+|Enter|Escape|F\d+|Home|End|Page\w+)$/.test(key)
}

/** True where letters belong to what the person is writing or choosing. */
export function isTyping(target: EventTarget | null): boolean {
  const written = 'input:not([type="checkbox"]), textarea, select, [contenteditable]'
  return target instanceof Element && target.closest(written) !== null
}

/** True where Space already means something, and Enter does not. */
export function isCheckable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input[type="checkbox"]') !== null
}

/** True where Enter and Space already mean something: pressing what has the focus. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null
}

/** True where arrows move what is written there, and nothing else. */
export function isScrolling(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-scrolls]') !== null
}

/** True while a dialog or a menu is open. */
export function isOverlayOpen(): boolean {
  return document.querySelector('dialog[open], [popover]:popover-open') !== null
}

/** False while the focus is on a part of the window whose own keys come first, such as the bar (WCAG 2.1.4). */
export function hasTheKeys(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest('[data-own-keys]') === null
}
