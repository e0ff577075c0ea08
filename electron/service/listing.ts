/** Comments as they stand in a list: their beginnings, under the names that the window may know. */
import type { ThreadItem, ThreadRow } from '../../core/contract/answers.ts'
import type { Prediction } from '../../core/records.ts'
import { letterStart } from '../../core/text/letters.ts'
import type { OpenProject } from './open-project.ts'
import type { Queue } from './queues.ts'
import { type ListedComment, listedComment } from './store/comments.ts'
import { lastPrediction } from './store/models.ts'
import { predictionsFor } from './suggesting.ts'

/** Two lines are shown of most, and a reply is rarely longer. */
const longestBeginning = 2_000

export type Listed = Omit<ThreadRow, 'depth'> & { readonly thread: string }

/** Those of the comments that are visible, in their order. */
export function listed(project: OpenProject, ids: Iterable<number>): readonly Listed[] {
  return wholeOnes(project, ids).map((one) => shortened(project, one))
}

/** As `listed`, each with where it is in a queue and what the model says of it. */
export function listedInQueue(
  project: OpenProject,
  ids: Iterable<number>,
  queueId: string | null,
): readonly (Listed & Pick<ThreadItem, 'queueIndex' | 'prediction'>)[] {
  const comments = wholeOnes(project, ids)
  const queue = project.queues.known(queueId)
  const places = queue === null ? new Map<number, number>() : placesIn(queue, comments)
  const predictions = predictionsOf(project, comments)
  return comments.map((one, at) => {
    const queueIndex = places.get(one.commentId) ?? null
    const isKept = queue !== null && queueIndex !== null && project.queues.isMeasuringAt(queue, queueIndex)
    return {
      ...shortened(project, one),
      queueIndex,
      prediction: isKept ? null : (predictions[at] ?? null),
    }
  })
}

/** Where comments are in a queue, those of them that are in it. One walk through it, however many they are. */
function placesIn(
  { ids }: Queue,
  comments: readonly Pick<ListedComment, 'commentId'>[],
): ReadonlyMap<number, number> {
  const wanted = new Set(comments.map(({ commentId }) => commentId))
  const places = new Map<number, number>()
  for (let place = 0; place < ids.length && places.size < wanted.size; place += 1) {
    const id = ids[place]
    if (id !== undefined && wanted.has(id)) places.set(id, place)
  }
  return places
}

/** As the model is now; of a long text what it last said, or a few of them would keep everything waiting. */
function predictionsOf(
  project: OpenProject,
  comments: readonly ListedComment[],
): readonly (Prediction | null)[] {
  const isShort = ({ text }: ListedComment) => text.length <= longestBeginning
  const fresh = predictionsFor(
    project,
    comments.filter(isShort).map(({ text }) => text),
  ).values()
  return comments.map((one) => {
    if (isShort(one)) return fresh.next().value ?? null
    return project.suggests ? lastPrediction(project.db, one.commentId) : null
  })
}

function wholeOnes({ db }: OpenProject, ids: Iterable<number>): readonly ListedComment[] {
  return [...ids].flatMap((id) => listedComment(db, id) ?? [])
}

function shortened(project: OpenProject, { authorId, author, text, ...rest }: ListedComment): Listed {
  return {
    ...rest,
    author: project.nameOf({ authorId, author }),
    text: text.length <= longestBeginning ? text : text.slice(0, letterStart(text, longestBeginning)),
    length: text.length,
  }
}
