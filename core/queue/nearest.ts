/** What somebody may have meant who has mistyped a word. */

/** @returns the one that two slips or fewer away, the nearest first; null where none is */
export function nearest<T extends string>(typed: string, among: readonly T[]): T | null {
  const word = typed.toLowerCase()
  // Of a word of three letters two slips leave one.
  const most = word.length < 4 ? 1 : 2
  let found: { readonly one: T; readonly slips: number } | null = null
  for (const one of among) {
    const slips = slipsBetween(word, one.toLowerCase(), most)
    if (slips <= most && (found === null || slips < found.slips)) found = { one, slips }
  }
  return found?.one ?? null
}

/** Letters added, left out, changed, or two side by side swapped. @source Damerau (1964), CACM 7(3), 171-176 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}
