/** The last row of a table whose file is known to break off: what there is of it may look whole, and is not. */
import { type Batch, problemOf } from './format.ts'

/**
 * @param batches what a reader of a table gives at the end of a text that breaks off
 * @param text the text, or its end: after a line end the last row is whole
 * @returns the same, with the row in which the text ends among the problems
 */
export function withoutCutRow(batches: Iterable<Batch>, text: string): readonly Batch[] {
  const all = [...batches]
  if (text === '' || /[\r\n]$/.test(text)) return all
  const at = all.findLastIndex(({ records }) => records.length > 0)
  const [batch, last] = [all[at], all[at]?.records.at(-1)]
  if (batch === undefined || last === undefined) return all
  // The reader has given up that row already, and the record is one before it.
  if (all.some(({ problems }) => problems.some(({ row }) => row > last.row))) return all
  const value = last.values.findLast((cell) => cell !== undefined && cell !== '')
  const lost = problemOf({ row: last.row, reason: 'truncated', value, skipped: true })
  const without = {
    ...batch,
    records: batch.records.slice(0, -1),
    problems: [...batch.problems, lost],
  }
  return all.with(at, without)
}
