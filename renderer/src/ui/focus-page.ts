/** Where the focus goes when what had it is gone: to what is read, or else to the page; never to nothing. */

export function focusPage(): void {
  // A frame later what replaces it is there: a dialog opened from a dialog, the next comment.
  requestAnimationFrame(() => {
    const { activeElement, body } = document
    if ((activeElement !== null && activeElement !== body) || document.querySelector('dialog[open]')) return
    const place = document.querySelector<HTMLElement>('[data-reading]') ?? document.querySelector('main')
    place?.focus({ preventScroll: true })
  })
}
