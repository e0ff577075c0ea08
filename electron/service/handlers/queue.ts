/** Queues: an order of comments that does not move while somebody works through it. */
import type { QueueRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { type Context, changed } from '../context.ts'
import { needsScores, type OpenProject } from '../open-project.ts'
import { scoreWhenStale } from '../scoring.ts'
import { queueRow, type StoredRow } from '../store/queue.ts'
import { predictionsFor } from '../suggesting.ts'

export function queueHandlers(
  context: Context,
): Pick<Service, 'queue.open' | 'queue.count' | 'queue.rows' | 'queue.next' | 'queue.find'> {
  const { current, settings, now } = context
  const asker = () => ({ coder: settings.settings.get().coder, now: now() })
  return {
    'queue.open': ({ order, filter, isGlance }) => {
      const project = current.require()
      if (needsScores(order)) scoreWhenStale(context, project)
      const isKept = isGlance !== true && context.views.remember(project, order, filter)
      if (isKept) changed(context, 'searches')
      return project.openQueue(order, filter, { ...asker(), isGlance })
    },
    'queue.count': ({ filter }) => current.require().count(filter, asker()),
    'queue.rows': ({ queueId, offset, limit }) => {
      const project = current.require()
      const queue = project.queue(queueId)
      const stored = [...queue.ids.subarray(offset, offset + limit)].flatMap((id, i) => {
        const row = queueRow(project.db, id, queue.query)
        const index = offset + i
        return row ? [{ ...row, index, isMeasuring: project.isMeasuringAt(queue, index) }] : []
      })
      return withPredictions(project, stored)
    },
    'queue.next': ({ queueId, from }) => current.require().nextUndecided(queueId, from),
    'queue.find': ({ queueId, commentId }) => {
      const index = current.require().queue(queueId).ids.indexOf(commentId)
      return index < 0 ? null : { index }
    },
  }
}

/** Asks the model for the rows on the screen, so that they follow it at once; the table of predictions comes later. */
function withPredictions(
  project: OpenProject,
  rows: readonly (StoredRow & Pick<QueueRow, 'index' | 'isMeasuring'>)[],
): readonly QueueRow[] {
  const predictions = predictionsFor(
    project,
    rows.map(({ text }) => text),
  )
  return rows.map(({ text: _, authorId, ...row }, i) => ({
    ...row,
    author: project.nameOf({ authorId, author: row.author }),
    prediction: row.isMeasuring ? null : (predictions[i] ?? null),
  }))
}
