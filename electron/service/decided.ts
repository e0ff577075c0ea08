/** Which comments have a standing decision: a byte each, so that a million of them are counted in a few milliseconds. */

export interface Decided {
  has(commentId: number): boolean
  set(commentId: number, isDecided: boolean): void
  /** How many have one. */
  count(): number
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
  return { has: (commentId) => marks[commentId] === 1, set, count: () => count }
}
