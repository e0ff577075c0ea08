/** Which comments "many at once" are, and the label they may get. */
import type { Request } from '../../core/contract/requests.ts'
import type { Codebook, Label } from '../../core/labels.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { OpenProject } from './open-project.ts'
import { firstMissing } from './store/many.ts'

/**
 * What is undecided among the comments named, each once; or, where none are named, in the queue, in its order.
 *
 * @param coder what names something that they belong to is left out
 * @throws AppError not-found for a queue or a comment that is not here
 */
export function undecidedOf(
  project: OpenProject,
  { queueId, commentIds }: Pick<Request<'decisions.recordMany'>, 'queueId' | 'commentIds'>,
  coder: string,
): readonly number[] {
  const kept = project.own(coder).kept()
  return allUndecidedOf(project, { queueId, commentIds }).filter((id) => !kept.has(id))
}

function allUndecidedOf(
  project: OpenProject,
  { queueId, commentIds }: Pick<Request<'decisions.recordMany'>, 'queueId' | 'commentIds'>,
): readonly number[] {
  if (commentIds === null) return queueId === null ? [] : project.queues.undecidedIn(queueId)
  const ids = [...new Set(commentIds)]
  if (firstMissing(project.db, ids) !== null) throw new AppError('not-found', sentences.commentMissing())
  return project.undecidedAmong(ids)
}

/** @throws AppError bad-request for a label that the codebook does not have */
export function labelIn({ labels }: Codebook, id: string): Label {
  const label = labels.find((one) => one.id === id)
  if (!label) throw new AppError('bad-request', sentences.unknownLabel(id))
  return label
}
