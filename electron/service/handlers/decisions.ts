/** What people decide. Saved for good before the answer goes out. */
import type { Step } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { Context } from '../context.ts'
import { afterDeciding, markMany, takeStep } from '../many-at-once.ts'
import type { OpenProject } from '../open-project.ts'
import { refuseWhatLacks } from '../refusals.ts'
import { ownStanding, sightOf, worksBlind } from '../sight.ts'
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
import { explained } from '../store/project-file.ts'
import { type StepKind, stepsOf } from '../store/steps.ts'
import { predictionsFor } from '../suggesting.ts'
import { labelIn, undecidedOf } from '../undecided.ts'
import { whoDecides } from '../who-decides.ts'

type DecisionMethods = Extract<keyof Service, `decisions.${string}`>

export function decisionHandlers(context: Context): Pick<Service, DecisionMethods> {
  const { current } = context
  return {
    'decisions.record': (request) => record(context, request),
    'decisions.recordMany': (request) => recordMany(context, request),
    'decisions.undo': ({ projectId }) => step(context, projectId, 'undo'),
    'decisions.redo': ({ projectId }) => step(context, projectId, 'redo'),
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
  afterDeciding(context, project, 1)
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

async function recordMany(context: Context, request: Request<'decisions.recordMany'>) {
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
  await markMany(context, project, commentIds, {
    label: label.id,
    coder,
    decidedAt: context.now().toISOString(),
    note,
    codebook: project.codebook,
    suggestionShown: mode === 'check' || project.queues.revealsSuggestion(request.queueId),
    mode,
    sitting: context.sitting,
  })
  return { count: commentIds.length, decided: project.decidedCount }
}

async function step(context: Context, projectId: string | undefined, kind: StepKind): Promise<Step | null> {
  const project = context.current.require(projectId)
  project.requireInPlace()
  const own = project.own(whoDecides(context, project))
  const { coder } = own
  project.requireCoder(coder)
  const isBlind = !own.isAlone && worksBlind(context, project, null)
  const by = { coder, at: context.now().toISOString(), sitting: context.sitting, isBlind }
  const taken = await takeStep(context, project, kind, by)
  if (taken !== null && taken.label !== null && !isBlind) own.show([taken.commentId])
  return taken
}
