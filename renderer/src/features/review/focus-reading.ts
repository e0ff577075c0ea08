/** Puts the focus on the comment, so that it is never on a button that has gone or that Enter would press again. */
import { type RefObject, useLayoutEffect } from 'react'

/** Where there is no comment to read, the page itself has the focus. */
export function focusReading(): void {
  const place =
    document.querySelector<HTMLElement>('[data-reading]') ?? document.querySelector<HTMLElement>('main')
  place?.focus({ preventScroll: true })
}

/** Puts it there when a panel goes that has it, whatever the panel is closed by. */
export function useFocusAfter(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = panel.current
    return () => {
      if (place?.contains(document.activeElement)) focusReading()
    }
  }, [panel])
}
