/** What of others' decisions whoever works here is told, and what is hidden so that their own stay independent. */
import type { Status } from '../../core/deciding/standing.ts'
import type { Decision } from '../../core/records.ts'
import type { Context } from './context.ts'
import type { OpenProject } from './open-project.ts'
import type { OwnWork } from './own-work.ts'
import { ownDecision } from './store/decisions.ts'
import { standingRules } from './store/rules.ts'
import { whoDecides } from './who-decides.ts'

export interface Sight {
  readonly own: OwnWork
  /** Whether they are told of this comment only what they decided themselves. */
  hides(commentId: number): boolean
}

interface Labelled {
  readonly commentId: number
  readonly label: string | null
  readonly status: Status | null
  readonly sides: readonly string[]
}

/**
 * The modes `code` and `teach` hide what others decided, and so does everything while second opinions are given. A
 * dispute is open to whoever is to settle it, in its own queue.
 *
 * @param queueId the queue that something is looked at in; null for none
 */
export function sightOf(context: Context, project: OpenProject, queueId: string | null = null): Sight {
  const own = project.own(whoDecides(context, project))
  if (own.isAlone || !worksBlind(context, project, queueId)) return { own, hides: () => false }
  const queue = project.queues.known(queueId)
  if (queue?.filter.show !== 'adjudicate') return { own, hides: () => true }
  const open = new Set(queue.ids)
  return { own, hides: (commentId) => !open.has(commentId) }
}

export function worksBlind({ settings }: Context, project: OpenProject, queueId: string | null): boolean {
  const shows = [project.queues.known(queueId)?.filter.show, project.view?.filter.show]
  return settings.settings.get().mode !== 'check' || shows.includes('second')
}

/** Rows of a list as they may be told. What is told is remembered. */
export function asTold<T extends Labelled>(
  project: OpenProject,
  sight: Sight,
  rows: readonly T[],
): readonly T[] {
  const { own } = sight
  if (own.isAlone) return rows
  own.show(
    rows.flatMap(({ commentId, label }) => (label === null || sight.hides(commentId) ? [] : [commentId])),
  )
  return rows.map((row) => {
    if (!sight.hides(row.commentId)) return row
    const { decision, status } = ownStanding(project, own, row.commentId)
    return { ...row, label: decision?.label ?? null, status, sides: [] }
  })
}

/** The coder's own decision, and how far it stands as long as nothing is known of others. */
export function ownStanding(
  { db }: OpenProject,
  { coder }: OwnWork,
  commentId: number,
): { readonly decision: Decision | null; readonly status: Status | null } {
  const decision = ownDecision(db, commentId, coder)
  if (decision === null) return { decision, status: null }
  const isProposed = decision.role === null && standingRules(db).twoPerson.has(decision.label)
  return { decision, status: isProposed ? 'proposed' : 'final' }
}
