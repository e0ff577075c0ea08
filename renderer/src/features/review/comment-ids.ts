/** Which comments stand in these places of a queue. */
import type { Client } from '../../../../core/contract/contract.ts'

const pageSize = 500

/** @param places ascending */
export async function commentIdsAt(
  client: Client,
  queueId: string,
  places: readonly number[],
): Promise<readonly number[]> {
  const ids: number[] = []
  for (let at = 0; at < places.length; ) {
    const offset = places[at] ?? 0
    const rows = await client.call('queue.rows', { queueId, offset, limit: pageSize })
    const byPlace = new Map(rows.map(({ index, commentId }) => [index, commentId]))
    for (; at < places.length && (places[at] ?? 0) < offset + pageSize; at += 1) {
      const id = byPlace.get(places[at] ?? -1)
      if (id !== undefined) ids.push(id)
    }
  }
  return ids
}
