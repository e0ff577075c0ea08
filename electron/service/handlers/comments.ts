/** One comment with all that surrounds it, and the whole of its thread. */
import type { CommentView, ThreadCounts, ThreadItem, ThreadRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { titleOfFormat } from '../../../core/importers/index.ts'
import type { Reading } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { ReadingOrder } from '../../../core/thread.ts'
import { doneBranches } from '../../../core/thread-folds.ts'
import type { Context } from '../context.ts'
import { listed, listedInQueue } from '../listing.ts'
import type { OpenProject } from '../open-project.ts'
import { settledBy } from '../refusals.ts'
import { asTold, ownStanding, type Sight, sightOf } from '../sight.ts'
import { authorOf, commentRow, countByAuthor, threadOf } from '../store/comments.ts'
import { earlierTextOf } from '../store/decided-text.ts'
import { standingDecision } from '../store/decisions.ts'
import { earlierTexts } from '../store/edits.ts'
import { namedIn, readInterests } from '../store/interests.ts'
import { sidesOf } from '../store/judging.ts'
import { standingNow } from '../store/standing.ts'
import { suggestionFor } from '../suggesting.ts'

const ancestorLimit = 20
const replyLimit = 50

export function commentHandlers(
  context: Context,
): Pick<
  Service,
  'comments.get' | 'thread.rows' | 'thread.find' | 'thread.counts' | 'thread.branches' | 'authors.comments'
> {
  const { current } = context
  return {
    'comments.get': ({ commentId, queueId }) => viewOf(context, commentId, queueId),
    'thread.rows': ({ threadId, offset, limit, queueId }) => {
      const project = current.require()
      const order = project.lists.thread(threadId)
      return { total: order.ids.length, rows: itemsOf(context, order, { offset, limit, queueId }) }
    },
    'thread.find': ({ commentId }) => {
      const project = current.require()
      const threadId = threadOf(project.db, commentId)
      if (threadId === null) throw new AppError('not-found', sentences.commentMissing())
      return { threadId, index: project.lists.thread(threadId).ids.indexOf(commentId) }
    },
    'thread.counts': ({ threadId }) => countsOf(context, threadId),
    'thread.branches': ({ threadId }) => {
      const project = current.require()
      const { ids, below } = project.lists.thread(threadId)
      const isDone = doneFor(context, project)
      const open = new Set(project.lists.decidableIn(threadId).filter((id) => !isDone(id)))
      return doneBranches(below, (place) => !open.has(ids[place] ?? 0))
    },
    'authors.comments': ({ commentId, offset, limit, queueId }) => {
      const project = current.require()
      const authorId = authorOf(project.db, commentId)
      const ids = authorId === null ? new Int32Array() : project.lists.byAuthor(authorId)
      const sight = sightOf(context, project, queueId)
      const rows = asTold(
        project,
        sight,
        listedInQueue(project, ids.subarray(offset, offset + limit), queueId),
      )
      const [first] = rows.length > 0 ? rows : listed(project, ids.subarray(0, 1))
      return { author: first?.author ?? null, total: ids.length, rows }
    },
  }
}

function viewOf(context: Context, commentId: number, queueId: string | null): CommentView {
  const project = context.current.require()
  const found = commentRow(project.db, commentId)
  if (!found) throw new AppError('not-found', sentences.commentMissing())
  const { authorId, threadId, threadTitle, file, row, reading, importedAt, raw, ...comment } = found
  const order = project.lists.thread(threadId)
  const index = order.ids.indexOf(commentId)
  const replyCount = order.below[index] ?? 0
  const depth = order.depths[index] ?? 0
  const sight = sightOf(context, project, queueId)
  const rowsIn = (from: number, to: number) => asTold(project, sight, rowsOf(project, order, from, to))
  const isMeasuring = project.queues.isMeasuring(queueId, commentId)
  return {
    ...comment,
    commentId,
    author: project.nameOf({ authorId, author: comment.author }),
    // The platform's address of a comment often has its author's name in it, and so has the record.
    url: project.pseudonyms ? null : comment.url,
    thread: { id: threadId, title: threadTitle, position: index + 1, size: order.ids.length },
    ancestors: ancestorsOf(order, index).flatMap((i) => rowsIn(i, i + 1)),
    replies: rowsIn(index + 1, index + 1 + Math.min(replyCount, replyLimit)).map((reply) => ({
      ...reply,
      depth: reply.depth - depth,
    })),
    replyCount,
    byAuthor: countByAuthor(project.db, authorId),
    origin: {
      file,
      row,
      // Safe: written by beginImport.
      title: titleOfFormat((JSON.parse(reading) as Reading).format),
      importedAt,
      raw: project.pseudonyms ? null : raw,
      earlier: earlierTexts(project.db, commentId),
    },
    suggestion: isMeasuring ? null : suggestionFor(project, comment.text),
    isMeasuring,
    ...decidedAs(project, sight, commentId),
    keptFor: namedIn(project.db, commentId, readInterests(project.db, sight.own.coder)),
  }
}

function decidedAs(
  project: OpenProject,
  { own, hides }: Sight,
  commentId: number,
): Pick<CommentView, 'decision' | 'decidedText' | 'isSplit' | 'status' | 'sides' | 'canSettle'> {
  if (hides(commentId)) {
    const asFarAsTold = { sides: [], canSettle: null, isSplit: false }
    return { ...asItWas(project, ownStanding(project, own, commentId)), ...asFarAsTold }
  }
  own.show([commentId])
  const standing = standingDecision(project.db, commentId)
  return {
    ...asItWas(project, standing),
    sides: sidesOf(project.db, { commentId, status: standing.status }),
    canSettle: settledBy(project, commentId, own.coder),
    isSplit: standing.status === 'proposed' && (standingNow(project.db, commentId)?.isSplit ?? false),
  }
}

/** Words that were marked in what a comment said before are no words of what it says now. */
function asItWas(
  { db }: OpenProject,
  { decision, status }: Pick<CommentView, 'decision' | 'status'>,
): Pick<CommentView, 'decision' | 'decidedText' | 'status'> {
  const decidedText = decision && earlierTextOf(db, decision.id)
  return {
    decision: decidedText === null ? decision : decision && { ...decision, passage: null },
    decidedText,
    status,
  }
}

/** Places of the nearest ancestors in reading order, the top first. */
function ancestorsOf({ parents }: ReadingOrder, index: number): readonly number[] {
  const found: number[] = []
  let at = parents[index] ?? -1
  for (; at >= 0 && found.length < ancestorLimit; at = parents[at] ?? -1) found.push(at)
  return found.reverse()
}

function rowsOf(
  project: OpenProject,
  { ids, depths }: ReadingOrder,
  from: number,
  to: number,
): readonly ThreadRow[] {
  return listed(project, ids.subarray(from, to)).map(({ thread: _, ...row }, i) => ({
    ...row,
    depth: depths[from + i] ?? 0,
  }))
}

interface Part {
  readonly offset: number
  readonly limit: number
  readonly queueId: string | null
}

function itemsOf(context: Context, order: ReadingOrder, part: Part): readonly ThreadItem[] {
  const { offset, limit, queueId } = part
  const project = context.current.require()
  const rows = asTold(
    project,
    sightOf(context, project, queueId),
    listedInQueue(project, order.ids.subarray(offset, offset + limit), queueId),
  )
  return rows.map(({ thread: _, ...row }, i) => {
    const place = offset + i
    const parent = order.parents[place] ?? -1
    return {
      ...row,
      depth: order.depths[place] ?? 0,
      below: order.below[place] ?? 0,
      parent: parent < 0 ? null : parent,
      sibling: order.siblings[place] ?? 1,
      siblings: order.families[place] ?? 1,
    }
  })
}

function countsOf(context: Context, threadId: number): ThreadCounts {
  const project = context.current.require()
  const isDone = doneFor(context, project)
  const ids = project.lists.decidableIn(threadId)
  let decided = 0
  for (const id of ids) if (isDone(id)) decided += 1
  return { decidable: ids.length, decided }
}

/** What is done for whoever works here: what anybody decided, or what they did, where others' decisions are hidden. */
function doneFor(context: Context, project: OpenProject): (commentId: number) => boolean {
  const { own, hides } = sightOf(context, project)
  return (id) => (hides(id) ? own.has(id) : project.isDecided(id))
}
