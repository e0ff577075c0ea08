/** A few comments that match what is typed into the palette, when the hand rests. */
import { useEffect, useState } from 'react'
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import { useClient } from '../../client/client.ts'

const typingMs = 200
/** Fewer letters match nearly everything. */
const fewest = 2
const most = 5

interface FoundComments {
  readonly rows: readonly QueueRow[]
  readonly isLooking: boolean
}

/** @param isOpen false where there is no project to look through */
export function useComments(query: string, isOpen: boolean): FoundComments {
  const client = useClient()
  const text = query.trim()
  const wanted = isOpen && text.length >= fewest ? text : ''
  const [found, setFound] = useState<{ readonly text: string; readonly rows: readonly QueueRow[] }>({
    text: '',
    rows: [],
  })
  useEffect(() => {
    if (wanted === '') return
    let isOld = false
    const timer = setTimeout(() => {
      // What cannot be searched for, or not yet, finds nothing: the palette does its other work all the same.
      findComments(client, wanted)
        .catch(() => [])
        .then((rows) => !isOld && setFound({ text: wanted, rows }))
    }, typingMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [client, wanted])
  const isLooking = wanted !== '' && found.text !== wanted
  // What an earlier text found is no answer to this one.
  return { rows: wanted === '' || isLooking ? [] : found.rows, isLooking }
}

/** The one place that knows how comments are searched for. */
async function findComments(client: Client, text: string): Promise<readonly QueueRow[]> {
  const filter = { show: 'all', text, importId: null } as const
  const { queueId } = await client.call('queue.open', { order: 'newest-first', filter, isGlance: true })
  return client.call('queue.rows', { queueId, offset: 0, limit: most })
}
