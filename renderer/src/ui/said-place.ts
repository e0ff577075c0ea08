/** From what is selected on the screen to offsets in the text of a `Said`. What is drawn but not written counts nothing. */
import type { Span } from '../../../core/text/runs.ts'

/** @returns null where nothing is selected, or the selection begins outside `root` */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { anchorNode } = selection
  if (anchorNode === null || !root.contains(anchorNode)) return null
  const start = offsetOf(root, range.startContainer, range.startOffset)
  const end = offsetOf(root, range.endContainer, range.endOffset)
  return start < end ? { start, end } : null
}

/** The offset in the text nearest to a point of the page, at or after it. */
function offsetOf(root: HTMLElement, node: Node, offset: number): number {
  let last = 0
  for (const paragraph of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const start = Number(paragraph.dataset.start)
    const within = document.createRange()
    within.selectNodeContents(paragraph)
    const side = within.comparePoint(node, offset)
    if (side < 0) return start
    if (side === 0) {
      within.setEnd(node, offset)
      return start + within.toString().length
    }
    last = start + within.toString().length
  }
  return last
}
