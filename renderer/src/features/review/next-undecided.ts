/** Looks for the next undecided comment among the rows that are already here. */
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Spot } from './state.ts'

interface Looking {
  readonly from: number
  readonly total: number
  readonly rowAt: (index: number) => QueueRow | undefined
  readonly isUndecided: (row: QueueRow) => boolean
}

/**
 * From `from` to the end, then from the beginning.
 *
 * @returns null when all rows are here and decided; 'unknown' at the first row that is not here
 */
export function nextUndecided({ from, total, rowAt, isUndecided }: Looking): Spot | null | 'unknown' {
  for (let step = 0; step < total; step += 1) {
    const index = (from + step) % total
    const row = rowAt(index)
    if (row === undefined) return 'unknown'
    if (isUndecided(row)) return { commentId: row.commentId, index }
  }
  return null
}
