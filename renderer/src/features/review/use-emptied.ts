/** Notices when others have decided what was left in the queue. */
import { type Dispatch, useEffect, useRef } from 'react'
import { useClient } from '../../client/client.ts'
import { type DeskAction, type DeskState, hasUnsaved } from './state.ts'

/** What this window decides it counts itself; of what others decide it asks whether anything is left. */
export function useEmptied(state: DeskState, dispatch: Dispatch<DeskAction>): void {
  const client = useClient()
  const latest = useRef(state)
  latest.current = state
  useEffect(
    () =>
      client.subscribe((event) => {
        const { handle, left, spot } = latest.current
        if (event.type !== 'changed' || event.topic !== 'decisions') return
        if (handle === null || left === 0 || handle.filter.show === 'decided') return
        if (hasUnsaved(latest.current)) return
        client.call('queue.next', { queueId: handle.queueId, from: spot?.index ?? 0 }).then(
          (next) => {
            const now = latest.current
            if (next === null && now.handle === handle && !hasUnsaved(now)) dispatch({ type: 'emptied' })
          },
          // The rows are read again at the same moment, and say what is wrong.
          () => undefined,
        )
      }),
    [client, dispatch],
  )
}
