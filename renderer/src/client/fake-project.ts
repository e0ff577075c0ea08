/** The open project of the invented service: queue, comments, threads, decisions, exports. */
import type { CommentView, ProjectSummary, QueueRow, ThreadRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Filter, Order } from '../../../core/contract/requests.ts'
import { hasStarter } from '../../../core/labels.ts'
import { asksTheModel } from '../../../core/queue/query.ts'
import { AppError } from '../../../core/result.ts'
import { type FakeComment, threadFiles, threadTitles } from './fake-data.ts'
import { fakeDecisions } from './fake-decisions.ts'
import { fakeMany } from './fake-many.ts'
import { isMeasuring, modelVersion, suggestionOf } from './fake-model.ts'
import { queryOf, searchMethods, seeks } from './fake-search.ts'
import type { FakeWorld } from './fake-world.ts'

type ProjectMethods = Extract<
  keyof Service,
  | `queue.${string}`
  | `thread.${string}`
  | `decisions.${string}`
  | `searches.${string}`
  | 'comments.get'
  | 'project.stats'
  | 'exports.preview'
>

export interface FakeProject {
  readonly methods: Pick<Service, ProjectMethods>
  summary(): ProjectSummary
}

export function createFakeProject(world: FakeWorld): FakeProject {
  const queues: Queues = new Map()
  return {
    methods: {
      ...queueMethods(world, queues),
      ...fakeMany(world, idsIn(queues), (id) => commentOf(world, id)),
      ...searchMethods(world),
      ...readMethods(world, queues),
      ...fakeDecisions(world, idsIn(queues), (id) => commentOf(world, id).text),
    },
    summary: () => ({
      id: 'p1',
      name: world.name,
      folder: '/home/priya/Fair Hearing',
      comments: world.comments.length,
      threads: 3,
      decided: world.standing.size,
      codebook: world.codebook,
      model:
        world.model.stage === 'starter' && !hasStarter(world.codebook)
          ? { version: 'none', decisions: 0 }
          : { version: modelVersion, decisions: 312 },
      accusationLimit: world.accusationLimit,
      suggestions: world.model.suggestions,
      filter: world.filter,
      isReadOnly: world.isReadOnly,
    }),
  }
}

type Queues = Map<string, { readonly order: Order; readonly ids: readonly number[] }>

const titleOf = (threadId: number) => threadTitles[threadId - 1] ?? `Board video, part ${threadId - 2}`
const fileOf = (threadId: number) => threadFiles[Math.min(threadId, 3) - 1] ?? 'board-video.jsonl'

const idsIn = (queues: Queues) => (queueId: string) => queues.get(queueId)?.ids ?? []

function commentOf(world: FakeWorld, commentId: number): FakeComment {
  const comment = world.comments[commentId - 1]
  if (!comment) throw new AppError('not-found', 'That comment is not in this project.')
  return comment
}

function queueMethods(
  world: FakeWorld,
  queues: Queues,
): Pick<Service, Exclude<Extract<ProjectMethods, `queue.${string}`>, 'queue.histogram' | 'queue.sample'>> {
  const idsOf = (queueId: string) => queues.get(queueId)?.ids ?? []
  const found = (filter: Filter) =>
    world.isUndecidable ? [] : world.comments.filter(seeks(world, filter)).map(({ commentId }) => commentId)
  const isOpen = (id: number) => !world.standing.has(id)
  return {
    'queue.open': ({ order, filter, isBeside = false }) => {
      if (!isBeside && JSON.stringify(world.filter) !== JSON.stringify(filter)) {
        world.filter = filter
        world.tell('searches')
      }
      const ids = [...found(filter)]
      if (order === 'newest-first') ids.reverse()
      const queueId = `queue-${queues.size + 1}`
      queues.set(queueId, { order, ids })
      const next = ids.findIndex(isOpen)
      return {
        queueId,
        order,
        filter,
        total: ids.length,
        undecided: ids.filter(isOpen).length,
        next: next < 0 ? null : next,
        revealsSuggestion: order === 'troll-first' || asksTheModel(queryOf(world, filter)),
      }
    },
    'queue.count': ({ filter }) => {
      const ids = found(filter)
      return { total: ids.length, undecided: ids.filter(isOpen).length }
    },
    'queue.rows': ({ queueId, offset, limit }) =>
      idsOf(queueId)
        .slice(offset, offset + limit)
        .map((id, at) => queueRow(world, commentOf(world, id), queues.get(queueId)?.order, offset + at)),
    'queue.next': ({ queueId, from }) => {
      const ids = idsOf(queueId)
      const after = ids.findIndex((id, at) => at >= from && isOpen(id))
      const index = after >= 0 ? after : ids.findIndex(isOpen)
      return index < 0 ? null : { index, commentId: ids[index] ?? 0 }
    },
    'queue.find': ({ queueId, commentId }) => {
      const index = idsOf(queueId).indexOf(commentId)
      return index < 0 ? null : { index }
    },
  }
}

function queueRow(world: FakeWorld, comment: FakeComment, order: Order | undefined, index: number): QueueRow {
  const { commentId, author, createdAt, text } = comment
  const isHidden = isMeasuring(order, index)
  return {
    index,
    commentId,
    excerpt: text.replace(/\s+/g, ' ').slice(0, 160),
    author,
    thread: titleOf(comment.threadId),
    createdAt,
    label: world.standing.get(commentId)?.label ?? null,
    prediction: isHidden ? null : suggestionOf(world, comment),
    isMeasuring: isHidden,
  }
}

function threadOf(world: FakeWorld, threadId: number): readonly FakeComment[] {
  return world.comments.filter((comment) => comment.threadId === threadId)
}

function threadRow(world: FakeWorld, comment: FakeComment, depth = comment.depth): ThreadRow {
  const { commentId, author, createdAt, text, kind } = comment
  return {
    commentId,
    depth,
    author,
    createdAt,
    text,
    kind,
    state: 'visible',
    label: world.standing.get(commentId)?.label ?? null,
  }
}

function readMethods(
  world: FakeWorld,
  queues: Queues,
): Pick<
  Service,
  Extract<ProjectMethods, `thread.${string}`> | 'comments.get' | 'exports.preview' | 'project.stats'
> {
  return {
    'comments.get': ({ commentId, queueId }) => {
      const queue = queueId === null ? undefined : queues.get(queueId)
      const isHidden = isMeasuring(queue?.order, queue?.ids.indexOf(commentId) ?? 0)
      return view(world, commentOf(world, commentId), isHidden)
    },
    'thread.rows': ({ threadId, offset, limit }) => {
      const all = threadOf(world, threadId)
      return {
        total: all.length,
        rows: all.slice(offset, offset + limit).map((comment) => threadRow(world, comment)),
      }
    },
    'thread.find': ({ commentId }) => {
      const { threadId, place } = commentOf(world, commentId)
      return { threadId, index: place }
    },
    'exports.preview': ({ scope, format }) => {
      const chosen = world.comments.filter((one) => scope === 'all' || world.standing.has(one.commentId))
      return {
        columns: ['id', 'author', 'time', 'text', 'label', 'coder'],
        rows: chosen
          .slice(0, 6)
          .map((one) => [
            `c_${one.commentId}`,
            one.author ?? '',
            one.createdAt ?? '',
            one.text,
            world.standing.get(one.commentId)?.label ?? '',
            'Priya',
          ]),
        total: chosen.length,
        suggestedName: `fern-ward-report.${format}`,
      }
    },
    'project.stats': () => {
      const none = Object.fromEntries(world.codebook.labels.map(({ id }) => [id, 0]))
      const byLabel: Record<string, number> = { ...none }
      for (const { label } of world.standing.values()) byLabel[label] = (byLabel[label] ?? 0) + 1
      return {
        comments: world.comments.length,
        threads: 3,
        authors: 19,
        decided: world.standing.size,
        decidedToday: Math.min(132, world.standing.size),
        byLabel,
        decidable: world.isUndecidable ? 0 : world.comments.length,
        byBand: none,
        decisions: world.decisions.length,
        modelVersion,
      }
    },
  }
}

function view(world: FakeWorld, comment: FakeComment, isHidden: boolean): CommentView {
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
  return {
    ...threadRow(world, comment),
    createdOriginal: comment.createdAt,
    likes: comment.likes,
    url: null,
    thread: {
      id: comment.threadId,
      title: titleOf(comment.threadId),
      position: comment.place + 1,
      size: thread.length,
    },
    ancestors: ancestors.map((one) => threadRow(world, one)),
    replies: replies.slice(0, 50).map((one) => threadRow(world, one, one.depth - comment.depth)),
    replyCount: replies.length,
    byAuthor: world.comments.slice(0, 500).filter((one) => one.author === comment.author).length,
    origin: originOf(comment),
    suggestion: isHidden ? null : suggestionOf(world, comment),
    isMeasuring: isHidden,
    decision: world.standing.get(comment.commentId) ?? null,
  }
}

/** The second comment has been edited twice where it came from. */
function originOf({ commentId, threadId, text, author }: FakeComment): CommentView['origin'] {
  return {
    file: fileOf(threadId),
    row: commentId + 1,
    title: 'Table (CSV)',
    importedAt: '2026-09-14T10:00:00.000Z',
    raw: JSON.stringify({ body: text, display_name: author, likes: [4, 0], more: {} }),
    earlier:
      commentId === 2
        ? [
            { text: 'Lessons will be learned. They said that in 2014.', until: '2026-09-14T10:00:00.000Z' },
            { text: '<script>document.title="hit"</script> Lessons.', until: '2026-09-13T10:00:00.000Z' },
          ]
        : [],
  }
}
