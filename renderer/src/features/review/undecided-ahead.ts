/** The undecided comments that follow: among the rows that are here, then among those the service named further on. */
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Spot, Upcoming } from './state.ts'

interface Looking {
  readonly from: number
  readonly total: number
  readonly rowAt: (index: number) => QueueRow | undefined
  readonly isUndecided: (row: QueueRow) => boolean
  /** The one in the centre, which is not looked for. */
  readonly besides: number
  readonly upcoming: Upcoming | null
}

export interface Ahead {
  /** In the order in which they come up; as many as were asked for, or all that are known. */
  readonly spots: readonly Spot[]
  /** The first row that is not here, where the looking came to it. */
  readonly rowsEnd: number | null
  /** Whether there may be others after these that are not known here. */
  readonly isOpen: boolean
}

/** From `from` to the end, then from the beginning, as far as the rows are here. */
export function undecidedAhead(looking: Looking, most: number): Ahead {
  const { from, total, rowAt, isUndecided, besides } = looking
  const spots: Spot[] = []
  for (let step = 0; step < total; step += 1) {
    const index = (from + step) % total
    const row = rowAt(index)
    if (row === undefined) {
      for (const spot of beyond(looking, index)) {
        spots.push(spot)
        if (spots.length === most) return { spots, rowsEnd: index, isOpen: false }
      }
      return { spots, rowsEnd: index, isOpen: true }
    }
    if (row.commentId !== besides && isUndecided(row)) spots.push({ commentId: row.commentId, index })
    if (spots.length === most) return { spots, rowsEnd: null, isOpen: false }
  }
  return { spots, rowsEnd: null, isOpen: false }
}

/** What the service named from this row on, where it was asked about all that lies there. */
function beyond({ upcoming, besides }: Looking, index: number): readonly Spot[] {
  if (upcoming === null || index < upcoming.from || index >= upcoming.to) return []
  return upcoming.spots.filter((spot) => spot.index >= index && spot.commentId !== besides)
}
