/** Cuts a text where ranges begin and end, so that ranges of different kinds may lie over each other. */

/** UTF-16 offsets into a text; `end` is the first unit after it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A piece of a text with all the ranges that cover it, in the order in which they were given. */
export interface Run<T extends Span> extends Span {
  readonly of: readonly T[]
}

/**
 * The text from `within.start` to `within.end` as pieces that follow each other without a gap; one piece where no range
 * begins or ends. Ranges are clipped to it; empty ones, and those outside, cut nothing.
 */
export function runsOf<T extends Span>(within: Span, ranges: readonly T[]): readonly Run<T>[] {
  if (within.end <= within.start) return []
  const seen = ranges.filter(({ start, end }) => end > start && end > within.start && start < within.end)
  const inside = (at: number) => at > within.start && at < within.end
  const cuts = new Set<number>([within.start, within.end])
  for (const { start, end } of seen) {
    if (inside(start)) cuts.add(start)
    if (inside(end)) cuts.add(end)
  }
  const edges = [...cuts].toSorted((a, b) => a - b)
  return fill(edges, seen)
}

/** Walks the edges once, with the ranges that are open between two of them. */
function fill<T extends Span>(edges: readonly number[], ranges: readonly T[]): readonly Run<T>[] {
  const byStart = ranges
    .map((range, order) => ({ range, order }))
    .toSorted((a, b) => a.range.start - b.range.start)
  let open: readonly { readonly range: T; readonly order: number }[] = []
  let next = 0
  const runs: Run<T>[] = []
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1]
    if (end === undefined) break
    const begun: { readonly range: T; readonly order: number }[] = []
    for (let one = byStart[next]; one && one.range.start <= start; one = byStart[next]) {
      begun.push(one)
      next += 1
    }
    open = [...open, ...begun].filter(({ range }) => range.end > start)
    runs.push({ start, end, of: open.toSorted((a, b) => a.order - b.order).map(({ range }) => range) })
  }
  return runs
}
