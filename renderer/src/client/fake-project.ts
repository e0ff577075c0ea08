/** The open project of the invented service: queue, comments, threads, decisions, exports. */
import type { ProjectSummary, QueueRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Filter, Order } from '../../../core/contract/requests.ts'
import { hasStarter } from '../../../core/labels.ts'
import { asksOthers, asksTheModel } from '../../../core/queue/query.ts'
import { unsureBand } from '../../../core/records.ts'
import type { FakeComment } from './fake-data.ts'
import { fakeDecisions } from './fake-decisions.ts'
import { hidesOthers, interestIn, keptFrom, standsOn } from './fake-judging.ts'
import { fakeMany } from './fake-many.ts'
import { isMeasuring, modelVersion, suggestionOf } from './fake-model.ts'
import { commentOf, nameOf, readMethods, titleOf } from './fake-reading.ts'
import { queryOf, searchMethods, seeks } from './fake-search.ts'
import { countByStatus, type FakeWorld } from './fake-world.ts'

type ProjectMethods = Extract<
  keyof Service,
  | `queue.${string}`
  | `thread.${string}`
  | `decisions.${string}`
  | `authors.${string}`
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
      ...wholeMethods(world),
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
      rules: world.rules,
      pseudonyms: world.pseudonyms,
      filter: world.filter,
      isReadOnly: world.isReadOnly,
      package: world.isPackage
        ? {
            forCoder: world.settings.coder,
            file: 'Fern ward report, Priya.fairhearing',
            madeAt: '2026-09-14T09:30:00.000Z',
            comments: world.comments.length,
          }
        : null,
    }),
  }
}

interface QueueFacts {
  readonly order: Order
  readonly ids: readonly number[]
  /** What others decided is not shown in it. */
  readonly hides: boolean
}
export type Queues = Map<string, QueueFacts>

const idsIn = (queues: Queues) => (queueId: string) => queues.get(queueId)?.ids ?? []

function queueMethods(
  world: FakeWorld,
  queues: Queues,
): Pick<Service, Exclude<Extract<ProjectMethods, `queue.${string}`>, 'queue.histogram' | 'queue.sample'>> {
  const idsOf = (queueId: string) => queues.get(queueId)?.ids ?? []
  const found = (filter: Filter, isKept?: false) =>
    world.isUndecidable
      ? []
      : world.comments
          .filter((one) => seeks(world, filter)(one) && (isKept ?? interestIn(world, one) !== null) === false)
          .map(({ commentId }) => commentId)
  const isOpen = (id: number) => !world.standing.has(id)
  const doubtOf = (id: number) => (world.taught.get(id) === unsureBand ? 1 : 0)
  const rowsOf = (queueId: string, offset: number, limit: number) =>
    idsOf(queueId)
      .slice(offset, offset + limit)
      .map((id, at) => queueRow(world, commentOf(world, id), queues.get(queueId), offset + at))
  return {
    'queue.open': ({ order, filter, isBeside = false, page }) => {
      if (!isBeside && JSON.stringify(world.filter) !== JSON.stringify(filter)) {
        world.filter = filter
        world.tell('searches')
      }
      const ids = [...found(filter)]
      if (order === 'newest-first') ids.reverse()
      if (order === 'unsure-first') ids.sort((one, other) => doubtOf(other) - doubtOf(one))
      const queueId = `queue-${queues.size + 1}`
      queues.set(queueId, { order, ids, hides: hidesOthers(world, filter) })
      const next = ids.findIndex(isOpen)
      const size = page?.size ?? 0
      const offset = size === 0 ? 0 : Math.floor(Math.max(next, 0) / size) * size
      return {
        queueId,
        order,
        filter,
        total: ids.length,
        undecided: ids.filter(isOpen).length,
        next: next < 0 ? null : next,
        revealsSuggestion: order === 'troll-first' || asksTheModel(queryOf(world, filter)),
        revealsOthers: asksOthers(queryOf(world, filter)),
        hidesOthers: hidesOthers(world, filter),
        ...keptFrom(world, found(filter, false)),
        rows: rowsOf(queueId, offset, size),
      }
    },
    'queue.count': ({ filter }) => {
      const ids = found(filter)
      return { total: ids.length, undecided: ids.filter(isOpen).length }
    },
    'queue.rows': ({ queueId, offset, limit }) => rowsOf(queueId, offset, limit),
    'queue.next': ({ queueId, from }) => {
      const ids = idsOf(queueId)
      const after = ids.findIndex((id, at) => at >= from && isOpen(id))
      const index = after >= 0 ? after : ids.findIndex(isOpen)
      return index < 0 ? null : { index, commentId: ids[index] ?? 0 }
    },
    'queue.ahead': ({ queueId, from, limit }) =>
      idsOf(queueId)
        .map((commentId, index) => ({ index, commentId }))
        .filter(({ index, commentId }) => index >= from && isOpen(commentId))
        .slice(0, limit),
    'queue.find': ({ queueId, commentId }) => {
      const index = idsOf(queueId).indexOf(commentId)
      return index < 0 ? null : { index }
    },
  }
}

function queueRow(
  world: FakeWorld,
  comment: FakeComment,
  queue: QueueFacts | undefined,
  index: number,
): QueueRow {
  const { commentId, author, createdAt, text } = comment
  const isHidden = isMeasuring(queue?.order, index)
  return {
    index,
    commentId,
    excerpt: text.replace(/\s+/g, ' ').slice(0, 160),
    author: nameOf(world, author),
    thread: titleOf(comment.threadId),
    createdAt,
    ...standsOn(world, commentId, queue?.hides ?? true),
    prediction: isHidden ? null : suggestionOf(world, comment),
    isMeasuring: isHidden,
  }
}

function wholeMethods(world: FakeWorld): Pick<Service, 'exports.preview' | 'project.stats'> {
  return {
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
      const byStatus = countByStatus(world)
      for (const { label } of world.standing.values()) byLabel[label] = (byLabel[label] ?? 0) + 1
      return {
        comments: world.comments.length,
        threads: 3,
        authors: 19,
        decided: world.standing.size,
        decidedToday: Math.min(132, world.standing.size),
        byLabel,
        byStatus,
        decidable: world.isUndecidable ? 0 : world.comments.length,
        byBand: none,
        decisions: world.decisions.length,
        modelVersion,
      }
    },
  }
}
