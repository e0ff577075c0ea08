/**
 * Where the rows of a list stand that may be longer than a browser can lay out: Chromium clamps at 33.5 million pixels,
 * which a million rows of 52 exceed. The element is as long as allowed and stands for a stretch of the list at a time.
 * A small step goes as far in the list as in the element; a long one, as by the bar, to the same share of both.
 */

export interface ListSize {
  readonly count: number
  /** Of each row, in whole pixels. */
  readonly rowHeight: number
  /** Of what is on the screen, in pixels. */
  readonly viewHeight: number
}

export interface ListPlace {
  /** How far the element is scrolled. */
  readonly real: number
  /** So much further is the list. */
  readonly shift: number
}

/** In pixels: a quarter of what Chromium allows, which is less where the whole window is enlarged. */
const longest = 8_000_000
/** So many screens from an end of the element the list goes on elsewhere in it, unless it ends there too. */
const nearEnd = 2
const afresh = 4

export const start: ListPlace = { real: 0, shift: 0 }

/** How long the element is, in pixels. */
export function innerLength({ count, rowHeight }: ListSize): number {
  return Math.min(count * rowHeight, longest)
}

/** Where the list is after the element was scrolled to `real`. Where `real` comes back as another, it has to go there. */
export function scrolledTo(before: ListPlace, real: number, size: ListSize): ListPlace {
  const { inner, whole } = ways(size)
  if (inner <= 0) return { real, shift: 0 }
  const isJump = Math.abs(real - before.real) > nearEnd * size.viewHeight
  return settled(isJump ? (real / inner) * whole : real + before.shift, real, size)
}

/** Where the list has to be for a row to be on the screen: no further than needed. */
export function showing(before: ListPlace, index: number, size: ListSize): ListPlace {
  const { rowHeight, viewHeight } = size
  const now = before.real + before.shift
  const top = index * rowHeight
  const bottom = top + rowHeight - viewHeight
  const to = top < now ? top : Math.max(now, bottom)
  return to === now ? before : settled(to, to - before.shift, size)
}

/** The rows on the screen, with some on both sides; both ends included. Of an empty list `last` is before `first`. */
export function rowsOn(
  { real, shift }: ListPlace,
  size: ListSize,
  more: number,
): { first: number; last: number } {
  const { count, rowHeight, viewHeight } = size
  const from = Math.floor((real + shift) / rowHeight)
  const to = Math.ceil((real + shift + viewHeight) / rowHeight) - 1
  return { first: Math.max(0, Math.min(from, count) - more), last: Math.min(count - 1, to + more) }
}

/** How far element and list can be scrolled. */
function ways(size: ListSize) {
  const { count, rowHeight, viewHeight } = size
  return {
    inner: Math.max(0, innerLength(size) - viewHeight),
    whole: Math.max(0, count * rowHeight - viewHeight),
  }
}

/** At `to` in the list and `real` in the element, where that leaves room on both sides; else elsewhere in the element. */
function settled(to: number, real: number, size: ListSize): ListPlace {
  const { inner, whole } = ways(size)
  const at = Math.min(whole, Math.max(0, to))
  const room = nearEnd * size.viewHeight
  const most = whole - inner
  const shift = at - real
  const isFree =
    shift >= 0 && shift <= most && (real >= room || shift === 0) && (inner - real >= room || shift === most)
  if (isFree) return { real, shift }
  // Near an end of the list the element ends with it; elsewhere some screens of it are kept free.
  const free = afresh * size.viewHeight
  const share = whole === 0 ? 0 : at / whole
  const fromStart = Math.max(share * inner, Math.min(at, free))
  const fromEnd = Math.max((1 - share) * inner, Math.min(whole - at, free))
  const placed = Math.round(share < 0.5 ? fromStart : inner - fromEnd)
  return { real: placed, shift: at - placed }
}
