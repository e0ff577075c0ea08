/** A thread as people read it: each comment followed by its replies, oldest first. */

/** A flat list in reading order. A place is an index into all of these. */
export interface ReadingOrder {
  readonly ids: Int32Array
  /** 0 for a comment at the top. */
  readonly depths: Int32Array
  /** The place of the comment that it answers; -1 at the top. */
  readonly parents: Int32Array
  /** How many comments are below: its replies, the replies to those, and so on. They follow it without a gap. */
  readonly below: Int32Array
  /** Its number among the answers to the same comment, from 1. */
  readonly siblings: Int32Array
  /** How many answers there are to the comment that it answers. */
  readonly families: Int32Array
}

/**
 * Preorder of a thread. Comments whose parent is not among them stand at the top; comments that answer each
 * other in a circle are broken open at the first of them, so that none is ever lost.
 *
 * @param nodes in the order in which siblings are to stand
 */
export function readingOrder(
  nodes: readonly { readonly id: number; readonly parentId: number | null }[],
): ReadingOrder {
  const here = new Set(nodes.map(({ id }) => id))
  const children = new Map<number, number[]>()
  const tops: number[] = []
  for (const { id, parentId } of nodes) {
    if (parentId === null || parentId === id || !here.has(parentId)) tops.push(id)
    else push(children, parentId, id)
  }
  const order = walker(children, nodes.length)
  for (const id of tops) order.visit(id)
  for (const { id } of nodes) order.visit(id)
  return withPlaces(order.result())
}

/** Depth first without recursion: a thread of replies to replies can be deeper than the stack. */
function walker(children: ReadonlyMap<number, readonly number[]>, size: number) {
  const ids = new Int32Array(size)
  const depths = new Int32Array(size)
  const visited = new Set<number>()
  let at = 0
  return {
    visit(top: number): void {
      const stack = [{ id: top, depth: 0 }]
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        if (visited.has(next.id)) continue
        visited.add(next.id)
        ids[at] = next.id
        depths[at] = next.depth
        at += 1
        for (const id of (children.get(next.id) ?? []).toReversed()) stack.push({ id, depth: next.depth + 1 })
      }
    },
    result: () => ({ ids: ids.subarray(0, at), depths: depths.subarray(0, at) }),
  }
}

/** What follows from the depths of a list in reading order. */
function withPlaces({ ids, depths }: Pick<ReadingOrder, 'ids' | 'depths'>): ReadingOrder {
  const size = ids.length
  const parents = new Int32Array(size).fill(-1)
  const below = new Int32Array(size)
  const siblings = new Int32Array(size)
  const families = new Int32Array(size)
  /** Answers so far to the comment at a place; the last one is for the top. */
  const answers = new Int32Array(size + 1)
  /** The latest comment of each depth. */
  const latest: number[] = []
  for (let at = 0; at < size; at += 1) {
    const depth = depths[at] ?? 0
    const parent = depth === 0 ? -1 : (latest[depth - 1] ?? -1)
    latest[depth] = at
    parents[at] = parent
    const family = parent < 0 ? size : parent
    answers[family] = (answers[family] ?? 0) + 1
    siblings[at] = answers[family] ?? 1
  }
  // From the end: what is below a comment is counted when its turn comes.
  for (let at = size - 1; at >= 0; at -= 1) {
    const parent = parents[at] ?? -1
    if (parent >= 0) below[parent] = (below[parent] ?? 0) + (below[at] ?? 0) + 1
    families[at] = answers[parent < 0 ? size : parent] ?? 1
  }
  return { ids, depths, parents, below, siblings, families }
}

function push(children: Map<number, number[]>, parentId: number, id: number): void {
  const siblings = children.get(parentId)
  if (siblings) siblings.push(id)
  else children.set(parentId, [id])
}
