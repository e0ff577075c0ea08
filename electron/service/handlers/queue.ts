/** Queues: an order of comments that does not move while somebody works through it. */
import { randomBytes } from 'node:crypto'
import type { QueueRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { QueueSample } from '../../../core/contract/many-answers.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { drawSample } from '../../../core/queue/draw-sample.ts'
import { createRandom } from '../../../core/random.ts'
import { type Context, changed } from '../context.ts'
import { isOpen, type OpenProject } from '../open-project.ts'
import { needsScores } from '../project-queues.ts'
import { scoreWhenStale } from '../scoring.ts'
import { asTold, sightOf, worksBlind } from '../sight.ts'
import { queueRow, type StoredRow, sampledComment } from '../store/queue.ts'
import { predictionsFor } from '../suggesting.ts'
import { labelIn, undecidedOf } from '../undecided.ts'
import { whoDecides } from '../who-decides.ts'

export function queueHandlers(context: Context): Pick<Service, Extract<keyof Service, `queue.${string}`>> {
  const { current, now } = context
  const asker = (project: OpenProject) => {
    const { isAlone, coder } = project.own(whoDecides(context, project))
    // Where nobody else has decided anything, there is nothing to hide.
    return { coder, now: now(), isBlind: !isAlone && worksBlind(context, project, null) }
  }
  return {
    'queue.open': async ({ order, filter, isBeside, isGlance, page }) => {
      const project = current.require()
      const isTheDesk = isBeside !== true && isGlance !== true
      if (isTheDesk && context.views.remember(project, order, filter)) changed(context, 'searches')
      project.calm.disturb()
      const handle = await project.queues.open(order, filter, { ...asker(project), isGlance })
      if (needsScores(order)) scoreAfterwards(context, project)
      const rows = page
        ? rowsOf(context, project, {
            queueId: handle.queueId,
            offset: Math.floor((handle.next ?? 0) / page.size) * page.size,
            limit: page.size,
            withPredictions: page.withPredictions,
          })
        : []
      return { ...handle, rows }
    },
    'queue.count': ({ filter }) => {
      const project = current.require()
      return project.queues.count(filter, asker(project))
    },
    'queue.histogram': ({ filter, label }) => {
      const project = current.require()
      if (label !== null) labelIn(project.codebook, label)
      scoreWhenStale(context, project)
      return project.queues.histogram(filter, label, asker(project))
    },
    'queue.sample': (request) => sample(context, request),
    'queue.rows': ({ queueId, offset, limit, withPredictions = true }) =>
      rowsOf(context, current.require(), { queueId, offset, limit, withPredictions }),
    'queue.next': ({ queueId, from }) => current.require().queues.nextUndecided(queueId, from),
    'queue.ahead': ({ queueId, from, limit }) =>
      current.require().queues.undecidedAhead(queueId, from, limit),
    'queue.find': ({ queueId, commentId }) => {
      const index = current.require().queues.get(queueId).ids.indexOf(commentId)
      return index < 0 ? null : { index }
    },
  }
}

/** Not before the answer: to find out what is not scored yet takes a while among a million. */
function scoreAfterwards(context: Context, project: OpenProject): void {
  void project.settled.then(() =>
    setImmediate(() => isOpen(context, project) && scoreWhenStale(context, project)),
  )
}

interface Page {
  readonly queueId: string
  readonly offset: number
  readonly limit: number
  readonly withPredictions: boolean
}

function rowsOf(
  context: Context,
  project: OpenProject,
  { queueId, offset, limit, withPredictions }: Page,
): readonly QueueRow[] {
  const queue = project.queues.get(queueId)
  const stored = [...queue.ids.subarray(offset, offset + limit)].flatMap((id, i) => {
    const row = queueRow(project.db, id, queue.query)
    const index = offset + i
    return row ? [{ ...row, index, isMeasuring: project.queues.isMeasuringAt(queue, index) }] : []
  })
  return asShown(project, asTold(project, sightOf(context, project, queueId), stored), withPredictions)
}

function sample(context: Context, request: Request<'queue.sample'>): QueueSample {
  const { size, label } = request
  const project = context.current.require()
  const ids = undecidedOf(project, request, whoDecides(context, project))
  const except = new Set(request.except)
  const exceptHere = ids.filter((id) => except.has(id))
  const random = createRandom(randomBytes(4).readUInt32LE())
  const drawn = drawSample(
    ids.filter((id) => !except.has(id)),
    size,
    random,
  )
  const rows = drawn.flatMap((id) => {
    const row = sampledComment(project.db, id, label)
    if (row === null) return []
    const { commentId, text, share } = row
    return [{ commentId, text, author: project.nameOf(row), share: project.suggests ? share : null }]
  })
  return { undecided: ids.length, exceptHere, rows }
}

/** Asks the model for the rows on the screen, so that they follow it at once; the table of predictions comes later. */
function asShown(
  project: OpenProject,
  rows: readonly (StoredRow & Pick<QueueRow, 'index' | 'isMeasuring'>)[],
  withPredictions: boolean,
): readonly QueueRow[] {
  const predictions = withPredictions
    ? predictionsFor(
        project,
        rows.map(({ text }) => text),
      )
    : []
  return rows.map(({ text: _, authorId, ...row }, i) => ({
    ...row,
    author: project.nameOf({ authorId, author: row.author }),
    prediction: row.isMeasuring ? null : (predictions[i] ?? null),
  }))
}
