/** One comment with all that surrounds it, and the whole of its thread. */
import type { CommentView, ThreadRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { titleOfFormat } from '../../../core/importers/index.ts'
import type { Reading } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { ReadingOrder } from '../../../core/thread.ts'
import type { Context } from '../context.ts'
import type { OpenProject } from '../open-project.ts'
import { commentRow, countByAuthor, threadOf, threadRow } from '../store/comments.ts'
import { standingDecision } from '../store/decisions.ts'
import { earlierTexts } from '../store/edits.ts'
import { suggestionFor } from '../suggesting.ts'

const ancestorLimit = 20
const replyLimit = 50

export function commentHandlers({
  current,
}: Context): Pick<Service, 'comments.get' | 'thread.rows' | 'thread.find'> {
  return {
    'comments.get': ({ commentId, queueId }) => viewOf(current.require(), commentId, queueId),
    'thread.rows': ({ threadId, offset, limit }) => {
      const project = current.require()
      const order = project.thread(threadId)
      return { total: order.ids.length, rows: rowsOf(project, order, offset, offset + limit) }
    },
    'thread.find': ({ commentId }) => {
      const project = current.require()
      const threadId = threadOf(project.db, commentId)
      if (threadId === null) throw new AppError('not-found', sentences.commentMissing())
      return { threadId, index: project.thread(threadId).ids.indexOf(commentId) }
    },
  }
}

function viewOf(project: OpenProject, commentId: number, queueId: string | null): CommentView {
  const found = commentRow(project.db, commentId)
  if (!found) throw new AppError('not-found', sentences.commentMissing())
  const { authorId, threadId, threadTitle, file, row, reading, importedAt, raw, ...comment } = found
  const order = project.thread(threadId)
  const index = order.ids.indexOf(commentId)
  const end = endOfReplies(order, index)
  const depth = order.depths[index] ?? 0
  const isMeasuring = project.isMeasuring(queueId, commentId)
  return {
    ...comment,
    commentId,
    thread: { id: threadId, title: threadTitle, position: index + 1, size: order.ids.length },
    ancestors: ancestorsOf(order, index).flatMap((i) => rowsOf(project, order, i, i + 1)),
    replies: rowsOf(project, order, index + 1, Math.min(end, index + 1 + replyLimit)).map((reply) => ({
      ...reply,
      depth: reply.depth - depth,
    })),
    replyCount: end - index - 1,
    byAuthor: countByAuthor(project.db, authorId),
    origin: {
      file,
      row,
      // Safe: written by beginImport.
      title: titleOfFormat((JSON.parse(reading) as Reading).format),
      importedAt,
      raw,
      earlier: earlierTexts(project.db, commentId),
    },
    suggestion: isMeasuring ? null : suggestionFor(project, comment.text),
    isMeasuring,
    decision: standingDecision(project.db, commentId),
  }
}

/** Places of the nearest ancestors in reading order, the top first. */
function ancestorsOf({ depths }: ReadingOrder, index: number): readonly number[] {
  const found: number[] = []
  let depth = depths[index] ?? 0
  for (let i = index - 1; i >= 0 && depth > 0 && found.length < ancestorLimit; i -= 1) {
    if ((depths[i] ?? 0) < depth) {
      found.push(i)
      depth = depths[i] ?? 0
    }
  }
  return found.reverse()
}

/** Where the replies to a comment, and the replies to those, end in reading order. */
function endOfReplies({ depths }: ReadingOrder, index: number): number {
  const depth = depths[index] ?? 0
  let end = index + 1
  while (end < depths.length && (depths[end] ?? 0) > depth) end += 1
  return end
}

function rowsOf(
  { db }: OpenProject,
  { ids, depths }: ReadingOrder,
  from: number,
  to: number,
): readonly ThreadRow[] {
  return [...ids.subarray(from, to)].flatMap((id, i) => threadRow(db, id, depths[from + i] ?? 0) ?? [])
}
