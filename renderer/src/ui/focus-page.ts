/** Where the focus goes when what had it is gone: to what is read, or else to the page; never to nothing. */
import type { FocusEvent as ReactFocusEvent } from 'react'
import { afterPaint } from './after-paint.ts'

/** For a line that scrolls: the browser leaves what has the focus there half out of sight. */
export function showWhole({ target }: ReactFocusEvent): void {
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

export function focusPage(): void {
  // A frame later what replaces it is there: a dialog opened from a dialog, the next comment.
  requestAnimationFrame(() => {
    const { activeElement, body } = document
    if ((activeElement !== null && activeElement !== body) || document.querySelector('dialog[open]')) return
    const place = document.querySelector<HTMLElement>('[data-reading]') ?? document.querySelector('main')
    place?.focus({ preventScroll: true })
  })
}

/**
 * A button that was pressed may be gone with the next drawing, or disabled: what it stood in has the focus then.
 *
 * @returns the function that stops looking
 */
export function keepFocus(): () => void {
  /** Null while the focus is nowhere because somebody wants it there. */
  let around: readonly HTMLElement[] | null = null
  let isLooking = false
  const hold = ({ target }: FocusEvent) => {
    around = placesAround(target)
  }
  const letGo = () => {
    around = null
  }
  const look = () => {
    isLooking = false
    if (around === null) return
    for (const place of around) if (!hasFocus()) place.focus({ preventScroll: true })
    if (!hasFocus()) focusPage()
  }
  const watch = new MutationObserver(() => {
    if (!isLooking) afterPaint(look)
    isLooking = true
  })
  document.addEventListener('focusin', hold)
  document.addEventListener('pointerdown', letGo)
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'inert'] })
  return () => {
    document.removeEventListener('focusin', hold)
    document.removeEventListener('pointerdown', letGo)
    watch.disconnect()
  }
}

/** What is disabled keeps it for a moment, and does nothing with it. */
function hasFocus(): boolean {
  const { activeElement, body } = document
  return activeElement !== null && activeElement !== body && !activeElement.matches(':disabled')
}

/** What can have the focus around this, from the inside outwards. */
function placesAround(target: EventTarget | null): readonly HTMLElement[] {
  const around = target instanceof Element ? target.parentElement?.closest<HTMLElement>('[tabindex]') : null
  return around ? [around, ...placesAround(around)] : []
}
