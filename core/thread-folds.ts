/** Which rows of a thread are on the screen when branches of it are folded away. Places are indexes in reading order. */

/** A comment and how many are below it: they have the places right after it. */
export interface Branch {
  readonly place: number
  readonly below: number
}

/** Places that are not shown, `to` left out. */
export interface Gap {
  readonly from: number
  readonly to: number
}

/** From rows to places and back. Rows are numbered from 0 as they are seen. */
export interface ShownRows {
  readonly count: number
  /** @returns -1 for a row that is not there */
  placeAt(row: number): number
  /** @returns null where the place is folded away, or not in the thread */
  rowOf(place: number): number | null
}

/** @param gaps in any order; they may lie within and over each other */
export function shownRows(total: number, gaps: readonly Gap[]): ShownRows {
  const apart = merged(total, gaps)
  // Row at which each gap would stand, so that both directions are one binary search.
  let hidden = 0
  const before = apart.map((gap) => {
    const row = gap.from - hidden
    hidden += gap.to - gap.from
    return { ...gap, row, hidden }
  })
  const count = total - hidden
  return {
    count,
    placeAt(row) {
      if (row < 0 || row >= count) return -1
      const at = lastWhere(before, (gap) => gap.row <= row)
      return row + (before[at]?.hidden ?? 0)
    },
    rowOf(place) {
      if (place < 0 || place >= total) return null
      const gap = before[lastWhere(before, ({ from }) => from <= place)]
      if (gap === undefined) return place
      return place < gap.to ? null : place - gap.hidden
    },
  }
}

/** What a folded branch hides: all but the comment itself. */
export function gapBelow({ place, below }: Branch): Gap {
  return { from: place + 1, to: place + 1 + below }
}

/** What leaving a whole branch out hides. */
export function gapOf({ place, below }: Branch): Gap {
  return { from: place, to: place + 1 + below }
}

/** Whether the place is folded away by this branch. */
export function isBelow(place: number, branch: Branch): boolean {
  return place > branch.place && place <= branch.place + branch.below
}

/**
 * The largest branches in which everything is done, those of one comment among them.
 *
 * @param below how many are below each place
 * @param isDone whether the comment at a place needs nobody any more
 */
export function doneBranches(below: Int32Array, isDone: (place: number) => boolean): readonly Branch[] {
  const size = below.length
  /** Open ones at or before each place, so that a branch is asked about in one step. */
  const open = new Int32Array(size + 1)
  for (let at = 0; at < size; at += 1) open[at + 1] = (open[at] ?? 0) + (isDone(at) ? 0 : 1)
  const found: Branch[] = []
  for (let place = 0; place < size; ) {
    const inside = below[place] ?? 0
    const isWhole = open[place] === open[place + 1 + inside]
    if (isWhole) found.push({ place, below: inside })
    place += isWhole ? inside + 1 : 1
  }
  return found
}

function merged(total: number, gaps: readonly Gap[]): readonly Gap[] {
  const apart: { from: number; to: number }[] = []
  for (const gap of gaps.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(0, gap.from)
    const to = Math.min(total, gap.to)
    const last = apart.at(-1)
    if (to <= from) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}

/** The index of the last one that passes, where all that pass come first; -1 where none does. */
function lastWhere<T>(list: readonly T[], passes: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && passes(one)) low = middle + 1
    else high = middle
  }
  return low - 1
}
