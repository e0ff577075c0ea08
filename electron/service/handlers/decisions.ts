/** What people decide. Saved for good before the answer goes out. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import { learnInBackground } from '../learning.ts'
import type { OpenProject } from '../open-project.ts'
import { refuseWhatLacks } from '../refusals.ts'
import { ownStanding, sightOf } from '../sight.ts'
import { textOf } from '../store/comments.ts'
import {
  hasJudgedKnowing,
  isJudgedByOthers,
  type NewDecision,
  ownRecent,
  recentDecisions,
  recordDecision,
  standingDecision,
} from '../store/decisions.ts'
import { appendEvent } from '../store/events.ts'
import { appendMany } from '../store/many.ts'
import { explained } from '../store/project-file.ts'
import { type By, redoLatest, type StepTaken, stepsOf, undoLatest } from '../store/steps.ts'
import { predictionsFor } from '../suggesting.ts'
import { labelIn, undecidedOf } from '../undecided.ts'
import { whoDecides } from '../who-decides.ts'

type DecisionMethods = Extract<keyof Service, `decisions.${string}`>

export function decisionHandlers(context: Context): Pick<Service, DecisionMethods> {
  const { current } = context
  return {
    'decisions.record': (request) => record(context, request),
    'decisions.recordMany': (request) => recordMany(context, request),
    'decisions.undo': ({ projectId }) =>
      step(context, projectId, (project, by) => undoLatest(project.db, by)),
    'decisions.redo': ({ projectId }) =>
      step(context, projectId, (project, by) => redoLatest(project.db, by)),
    'decisions.steps': () => {
      const project = current.require()
      return stepsOf(project.db, whoDecides(context, project))
    },
    'decisions.recent': ({ limit }) => recent(context, limit),
  }
}

function record(context: Context, request: Request<'decisions.record'>) {
  const { commentId, queueId, opposite = null } = request
  const project = context.current.require(request.projectId)
  const text = textOf(project.db, commentId)
  if (text === null) throw new AppError('not-found', sentences.commentMissing())
  const label = labelIn(project.codebook, request.label)
  const coder = whoDecides(context, project)
  refuseWhatLacks(project, { request, label, coder, text })
  project.requireInPlace()
  project.requireCoder(coder)
  const by = { coder, decidedAt: context.now().toISOString() }
  const given: NewDecision = {
    ...by,
    commentId,
    label: label.id,
    note: request.note,
    codebook: project.codebook,
    // A comment that was found by its score is not decided blind, whatever is on the screen.
    suggestionShown: request.suggestionShown || project.queues.revealsSuggestion(queueId),
    shownMs: request.shownMs,
    suggestion: predictionsFor(project, [text])[0] ?? null,
    draw: project.queues.drawOf(queueId, commentId),
    mode: request.mode,
    passage: request.passage,
    reason: request.reason,
    role: request.role ?? null,
    isIndependent: isIndependent(context, project, request),
    sitting: context.sitting,
  }
  const decision = explained(project.path, () =>
    project.db.transaction(() => {
      const body = { outcome: opposite, label: label.id }
      if (opposite !== null) {
        appendEvent(project.db, { kind: 'opposite', commentId, coder, at: by.decidedAt, body })
      }
      return recordDecision(project.db, given)
    }),
  )
  project.decidedOn([commentId], coder)
  afterwards(context, project, 1)
  return { decision, decided: project.decidedCount, status: statusTold(context, project, request) }
}

/** Whether what others decided on this comment was hidden from whoever decides now, always and until now. */
function isIndependent(
  context: Context,
  project: OpenProject,
  { commentId, queueId, mode }: Request<'decisions.record'>,
): boolean {
  const { own, hides } = sightOf(context, project, queueId)
  if (!isJudgedByOthers(project.db, commentId, own.coder)) return true
  const queue = project.queues.known(queueId)
  const isHiddenNow = hides(commentId) && (mode !== 'check' || queue?.hidesOthers === true)
  const wasTold = own.wasShown(commentId) || queue?.revealsOthers === true
  return isHiddenNow && !wasTold && !hasJudgedKnowing(project.db, commentId, own.coder)
}

function statusTold(
  context: Context,
  project: OpenProject,
  { commentId, queueId }: Pick<Request<'decisions.record'>, 'commentId' | 'queueId'>,
) {
  const { own, hides } = sightOf(context, project, queueId)
  const isHidden = hides(commentId)
  if (!isHidden) own.show([commentId])
  const { status } = isHidden ? ownStanding(project, own, commentId) : standingDecision(project.db, commentId)
  return status ?? 'final'
}

/** While others' decisions are hidden, only their own. */
function recent(context: Context, limit: number) {
  const project = context.current.require()
  const { own, hides } = sightOf(context, project)
  const all = recentDecisions(project.db, limit)
  if (own.isAlone) return all
  if (all.some(({ decision }) => hides(decision.commentId))) return ownRecent(project.db, own.coder, limit)
  own.show(all.map(({ decision }) => decision.commentId))
  return all
}

function recordMany(context: Context, request: Request<'decisions.recordMany'>) {
  const { note, mode } = request
  const project = context.current.require(request.projectId)
  const label = labelIn(project.codebook, request.label)
  if (label.id === harmfulLabel(project.codebook)?.id) {
    throw new AppError('bad-request', sentences.neverInBulk(label.name))
  }
  const keptOut = new Set(request.except)
  const coder = whoDecides(context, project)
  const commentIds = undecidedOf(project, request, coder).filter((id) => !keptOut.has(id))
  project.requireInPlace()
  project.requireCoder(coder)
  if (commentIds.length === 0) return { count: 0, decided: project.decidedCount }
  explained(project.path, () =>
    appendMany(project.db, commentIds, {
      label: label.id,
      coder,
      decidedAt: context.now().toISOString(),
      note,
      codebook: project.codebook,
      suggestionShown: mode === 'check' || project.queues.revealsSuggestion(request.queueId),
      mode,
      sitting: context.sitting,
    }),
  )
  project.decidedOn(commentIds, coder)
  afterwards(context, project, commentIds.length)
  return { count: commentIds.length, decided: project.decidedCount }
}

function step(
  context: Context,
  projectId: string | undefined,
  take: (project: OpenProject, by: By) => StepTaken | null,
) {
  const project = context.current.require(projectId)
  project.requireInPlace()
  const { own, hides } = sightOf(context, project)
  const { coder } = own
  project.requireCoder(coder)
  const by = { coder, at: context.now().toISOString(), sitting: context.sitting, hides }
  const taken = explained(project.path, () => take(project, by))
  if (taken === null) return null
  project.rereadDecided(taken.commentIds, coder)
  own.show(taken.step.label === null ? [] : taken.commentIds.filter((id) => !hides(id)).slice(0, 1))
  afterwards(context, project, taken.commentIds.length)
  return taken.step
}

function afterwards(context: Context, project: OpenProject, decisions: number): void {
  project.scoring.decisions += decisions
  changed(context, 'decisions')
  learnInBackground(context, project)
}
