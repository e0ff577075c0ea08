/** Which elements show every pair of letters and ground that is on a page. Runs in the page. */

/**
 * Marks one element with letters for each kind: its own colour, size and weight, what is behind it, and whatever makes
 * axe pass over it.
 *
 * @param mark the attribute; taken from all others
 * @returns how many are marked
 */
export function oneOfEachColour(mark: string): number {
  const grounds = new Map<Element, string>()
  const groundOf = (one: Element | null): string => {
    if (one === null) return ''
    const known = grounds.get(one)
    if (known !== undefined) return known
    const { backgroundColor, backgroundImage, opacity, filter, visibility } = getComputedStyle(one)
    const own = [backgroundColor, backgroundImage, opacity, filter, visibility].join()
    const plain = own === 'rgba(0, 0, 0, 0),none,1,none,visible' ? '' : `${own};`
    const ground = groundOf(one.parentElement) + plain
    grounds.set(one, ground)
    return ground
  }
  const kindOf = (one: Element): string => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one)
    const { left, top, width, height } = one.getBoundingClientRect()
    // What lies there without being around it, like a bar behind a row or a dialog over the page.
    const behind = document.elementsFromPoint(left + width / 2, top + height / 2).map(groundOf)
    const passedOver = [
      one.closest(':disabled, [aria-disabled=true], [inert], [aria-hidden=true]') !== null,
      one.closest('label')?.control?.matches(':disabled'),
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      width > 2 && height > 2,
    ]
    return [color, fontSize, fontWeight, textShadow, groundOf(one), ...passedOver, ...new Set(behind)].join(
      '|',
    )
  }
  const hasLetters = (one: Element) =>
    one.matches('input, select, textarea') ||
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const kinds = new Map<string, Element>()
  for (const one of document.querySelectorAll('body *')) {
    one.removeAttribute(mark)
    if (!hasLetters(one)) continue
    const kind = kindOf(one)
    if (!kinds.has(kind)) kinds.set(kind, one)
  }
  for (const one of kinds.values()) one.setAttribute(mark, '')
  return kinds.size
}
