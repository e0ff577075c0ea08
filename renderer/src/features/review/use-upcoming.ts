/** Asks the service for the next undecided comments before a key needs them, where many that are decided lie between. */
import { type Dispatch, useEffect } from 'react'
import { useClient } from '../../client/client.ts'
import { afterPaint } from '../../ui/after-paint.ts'
import type { DeskAction, DeskState } from './state.ts'
import type { Ahead } from './undecided-ahead.ts'

/** Many more than are needed at once: the rows between are passed over without being read. */
const limit = 50

export function useUpcoming(
  { handle, left, upcoming }: DeskState,
  next: Ahead | null,
  dispatch: Dispatch<DeskAction>,
): void {
  const client = useClient()
  const queueId = handle?.queueId ?? null
  const total = handle?.total ?? 0
  const rowsEnd = next?.rowsEnd ?? null
  const isWanted = next?.isOpen === true && left > next.spots.length && !endsIn(upcoming, rowsEnd, total)
  useEffect(() => {
    if (!isWanted || queueId === null || rowsEnd === null) return
    let isOld = false
    afterPaint(() => {
      if (isOld) return
      client.call('queue.ahead', { queueId, from: rowsEnd, limit }).then(
        (spots) => {
          const last = spots.at(-1)
          const to = spots.length < limit || last === undefined ? total : last.index + 1
          if (!isOld) dispatch({ type: 'upcoming', queueId, upcoming: { from: rowsEnd, to, spots } })
        },
        // The key that needs the next comment asks for it itself, and says what is wrong.
        () => undefined,
      )
    })
    return () => {
      isOld = true
    }
  }, [client, dispatch, isWanted, queueId, rowsEnd, total])
}

/** Nothing more is to be had: what was named goes to the end of the queue. */
function endsIn(upcoming: DeskState['upcoming'], rowsEnd: number | null, total: number): boolean {
  return upcoming !== null && rowsEnd !== null && upcoming.to === total && rowsEnd >= upcoming.from
}
