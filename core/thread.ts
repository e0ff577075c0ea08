/** A thread as people read it: each comment followed by its replies, oldest first. */

/** A flat list in reading order; `depths[i]` is 0 for a comment at the top. */
export interface ReadingOrder {
  readonly ids: Int32Array
  readonly depths: Int32Array
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
  return order.result()
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
    result: (): ReadingOrder => ({ ids: ids.subarray(0, at), depths: depths.subarray(0, at) }),
  }
}

function push(children: Map<number, number[]>, parentId: number, id: number): void {
  const siblings = children.get(parentId)
  if (siblings) siblings.push(id)
  else children.set(parentId, [id])
}
