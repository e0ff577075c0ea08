/** Queues: an order of comments that does not move while somebody works through it. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Context } from '../context.ts'
import { queueRow } from '../store/queue.ts'

export function queueHandlers({
  current,
}: Context): Pick<Service, 'queue.open' | 'queue.rows' | 'queue.next' | 'queue.find'> {
  return {
    'queue.open': ({ order, filter }) => current.require().openQueue(order, filter),
    'queue.rows': ({ queueId, offset, limit }) => {
      const project = current.require()
      const ids = project.queue(queueId).subarray(offset, offset + limit)
      return [...ids].flatMap((id, i) => queueRow(project.db, id, offset + i) ?? [])
    },
    'queue.next': ({ queueId, from }) => current.require().nextUndecided(queueId, from),
    'queue.find': ({ queueId, commentId }) => {
      const index = current.require().queue(queueId).indexOf(commentId)
      return index < 0 ? null : { index }
    },
  }
}
