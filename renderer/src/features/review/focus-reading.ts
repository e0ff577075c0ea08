/** Puts the focus on the comment, so that it is never on a button that has gone or that Enter would press again. */

/** Where there is no comment to read, the page itself has the focus. */
export function focusReading(): void {
  const place =
    document.querySelector<HTMLElement>('[data-reading]') ?? document.querySelector<HTMLElement>('main')
  place?.focus({ preventScroll: true })
}
