/** Which comments have a standing decision: a byte each, so that a million of them are counted in a few milliseconds. */

export interface Decided {
  has(commentId: number): boolean
  set(commentId: number, isDecided: boolean): void
  /** How many have one. */
  count(): number
  /** How many of these have one. */
  among(commentIds: Int32Array): number
}

export function createDecided(ids: Int32Array): Decided {
  let marks = new Uint8Array(1024)
  let count = 0
  const set = (commentId: number, isDecided: boolean) => {
    if (commentId >= marks.length) {
      const more = new Uint8Array(Math.max(commentId + 1, 2 * marks.length))
      more.set(marks)
      marks = more
    }
    const before = marks[commentId] ?? 0
    const after = isDecided ? 1 : 0
    marks[commentId] = after
    count += after - before
  }
  for (const id of ids) set(id, true)
  const among = (commentIds: Int32Array) => {
    let found = 0
    for (let at = 0; at < commentIds.length; at += 1) found += marks[commentIds[at] ?? 0] ?? 0
    return found
  }
  return { has: (commentId) => marks[commentId] === 1, set, count: () => count, among }
}
