/** What is read in the invented project: one comment with what surrounds it, its thread, its author's other comments. */
import type { AuthorItem, CommentView, ThreadItem, ThreadRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { pseudonym } from '../../../core/pseudonym.ts'
import { AppError } from '../../../core/result.ts'
import { doneBranches } from '../../../core/thread-folds.ts'
import { type FakeComment, threadFiles, threadTitles } from './fake-data.ts'
import { decisionOn, interestIn, isDisputed, standsOn } from './fake-judging.ts'
import { isMeasuring, suggestionOf } from './fake-model.ts'
import type { Queues } from './fake-project.ts'
import type { FakeWorld } from './fake-world.ts'

type ReadMethods =
  | 'comments.get'
  | 'thread.rows'
  | 'thread.find'
  | 'thread.counts'
  | 'thread.branches'
  | 'authors.comments'

export const titleOf = (threadId: number) => threadTitles[threadId - 1] ?? `Board video, part ${threadId - 2}`
const fileOf = (threadId: number) => threadFiles[Math.min(threadId, 3) - 1] ?? 'board-video.jsonl'

export function commentOf(world: FakeWorld, commentId: number): FakeComment {
  const comment = world.comments[commentId - 1]
  if (!comment) throw new AppError('not-found', 'That comment is not in this project.')
  return comment
}

/** What the window is told of who somebody is. */
export function nameOf(world: FakeWorld, author: string | null): string | null {
  if (!world.pseudonyms || author === null) return author
  return pseudonym('p1', 1 + world.comments.findIndex((one) => one.author === author))
}

export function readMethods(world: FakeWorld, queues: Queues): Pick<Service, ReadMethods> {
  const queueOf = (queueId: string | null) => (queueId === null ? undefined : queues.get(queueId))
  const hides = (queueId: string | null) => queueOf(queueId)?.hides ?? world.settings.mode !== 'check'
  return {
    'comments.get': ({ commentId, queueId }) => {
      const queue = queueOf(queueId)
      const isHidden = isMeasuring(queue?.order, queue?.ids.indexOf(commentId) ?? 0)
      return view(world, commentOf(world, commentId), { isHidden, hides: hides(queueId) })
    },
    'thread.rows': ({ threadId, offset, limit, queueId }) => {
      const all = threadOf(world, threadId)
      const tree = treeOf(all)
      const rows = all.slice(offset, offset + limit).map(
        (comment): ThreadItem => ({
          ...threadRow(world, comment, hides(queueId)),
          ...inQueue(world, comment, queueOf(queueId)),
          ...tree(comment.place),
        }),
      )
      return { total: all.length, rows }
    },
    'thread.find': ({ commentId }) => {
      const { threadId, place } = commentOf(world, commentId)
      return { threadId, index: place }
    },
    'thread.counts': ({ threadId }) => {
      const decidable = threadOf(world, threadId).filter(({ kind }) => kind !== 'post')
      const decided = decidable.filter(({ commentId }) => world.standing.has(commentId))
      return { decidable: decidable.length, decided: decided.length }
    },
    'thread.branches': ({ threadId }) => {
      const all = threadOf(world, threadId)
      const isDone = (one: FakeComment | undefined) =>
        one === undefined || one.kind === 'post' || world.standing.has(one.commentId)
      const tree = treeOf(all)
      const below = Int32Array.from(all, (_, place) => tree(place).below)
      return doneBranches(below, (place) => isDone(all[place]))
    },
    'authors.comments': ({ commentId, offset, limit, queueId }) => {
      const { author } = commentOf(world, commentId)
      const all = world.comments
        .filter((one) => author !== null && one.author === author)
        .toSorted((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))
      const rows = all.slice(offset, offset + limit).map((comment): AuthorItem => {
        const { depth: _, ...row } = threadRow(world, comment, hides(queueId))
        return {
          ...row,
          thread: titleOf(comment.threadId),
          ...inQueue(world, comment, queueOf(queueId)),
        }
      })
      return { author: nameOf(world, author), total: all.length, rows }
    },
  }
}

function inQueue(
  world: FakeWorld,
  comment: FakeComment,
  queue: { readonly order: Parameters<typeof isMeasuring>[0]; readonly ids: readonly number[] } | undefined,
): Pick<ThreadItem, 'queueIndex' | 'prediction'> {
  const index = queue?.ids.indexOf(comment.commentId) ?? -1
  return {
    queueIndex: index < 0 ? null : index,
    prediction: index >= 0 && isMeasuring(queue?.order, index) ? null : suggestionOf(world, comment),
  }
}

/** What follows from the depths of a thread, by place. */
function treeOf(thread: readonly FakeComment[]) {
  const parentOf = (place: number): number | null => {
    const depth = thread[place]?.depth ?? 0
    const parent = thread.slice(0, place).findLastIndex((one) => one.depth < depth)
    return parent < 0 ? null : parent
  }
  return (place: number): Pick<ThreadItem, 'below' | 'parent' | 'sibling' | 'siblings'> => {
    const depth = thread[place]?.depth ?? 0
    const end = thread.slice(place + 1).findIndex((one) => one.depth <= depth)
    const below = end < 0 ? thread.length - place - 1 : end
    return { below, parent: parentOf(place), sibling: 1, siblings: 1 }
  }
}

export function threadOf(world: FakeWorld, threadId: number): readonly FakeComment[] {
  return world.comments.filter((comment) => comment.threadId === threadId)
}

function threadRow(world: FakeWorld, comment: FakeComment, hides: boolean, depth = comment.depth): ThreadRow {
  const { commentId, author, createdAt, text, kind } = comment
  return {
    commentId,
    depth,
    author: nameOf(world, author),
    createdAt,
    text: text.slice(0, 2_000),
    length: text.length,
    kind,
    state: 'visible',
    ...standsOn(world, commentId, hides),
  }
}

interface Seeing {
  /** It measures the model. */
  readonly isHidden: boolean
  /** What others decided is not shown. */
  readonly hides: boolean
}

function view(world: FakeWorld, comment: FakeComment, { isHidden, hides }: Seeing): CommentView {
  const thread = threadOf(world, comment.threadId)
  const ancestors: FakeComment[] = []
  for (let at = comment.place - 1, depth = comment.depth; at >= 0 && depth > 0; at -= 1) {
    const one = thread[at]
    if (one && one.depth < depth) {
      ancestors.unshift(one)
      depth = one.depth
    }
  }
  const after = thread.slice(comment.place + 1)
  const end = after.findIndex((one) => one.depth <= comment.depth)
  const replies = end < 0 ? after : after.slice(0, end)
  const { length: _, ...row } = threadRow(world, comment, hides)
  const decision = decisionOn(world, comment.commentId, hides)
  return {
    ...row,
    text: comment.text,
    createdOriginal: comment.createdAt,
    likes: comment.likes,
    url: null,
    thread: {
      id: comment.threadId,
      title: titleOf(comment.threadId),
      position: comment.place + 1,
      size: thread.length,
    },
    ancestors: ancestors.slice(-20).map((one) => threadRow(world, one, hides)),
    replies: replies.slice(0, 50).map((one) => threadRow(world, one, hides, one.depth - comment.depth)),
    replyCount: replies.length,
    byAuthor: world.comments.slice(0, 500).filter((one) => one.author === comment.author).length,
    origin: originOf(world, comment),
    suggestion: isHidden ? null : suggestionOf(world, comment),
    isMeasuring: isHidden,
    decision,
    decidedText: decision !== null && world.edited === 'since-own' ? 'It said this before.' : null,
    isSplit: decision !== null && world.edited === 'since-others',
    canSettle: !hides && isDisputed(world, comment.commentId) ? 'adjudication' : null,
    keptFor: interestIn(world, comment),
  }
}

/** The second comment has been edited twice where it came from. */
function originOf(
  world: FakeWorld,
  { commentId, threadId, text, author }: FakeComment,
): CommentView['origin'] {
  return {
    file: fileOf(threadId),
    row: commentId + 1,
    title: 'Table (CSV)',
    importedAt: '2026-09-14T10:00:00.000Z',
    raw: world.pseudonyms
      ? null
      : JSON.stringify({ body: text, display_name: author, likes: [4, 0], more: {} }),
    earlier:
      commentId === 2
        ? [
            { text: 'Lessons will be learned. They said that in 2014.', until: '2026-09-14T10:00:00.000Z' },
            { text: '<script>document.title="hit"</script> Lessons.', until: '2026-09-13T10:00:00.000Z' },
          ]
        : [],
  }
}
