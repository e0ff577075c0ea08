/** From a pressed key to the name it has in the table, and whether it is ours to take. */

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** "j", "Mod+o", "Shift+z", "?"; null for a combination that no shortcut uses. */
export function keyName(press: Press): string | null {
  if (press.altKey) return null
  // A space would be an empty name, and cannot stand in a list of keys.
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key
  const isLetter = /^\p{L}$/u.test(key)
  if (press.ctrlKey || press.metaKey) {
    return press.shiftKey ? (isLetter ? `Mod+Shift+${key}` : null) : `Mod+${key}`
  }
  if (!press.shiftKey) return key
  // A question mark needs Shift on most keyboards; a letter with Shift is another shortcut than the letter.
  if (isLetter) return `Shift+${key}`
  return key.length > 1 ? null : key
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
