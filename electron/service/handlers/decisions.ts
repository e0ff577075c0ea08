/** What people decide. Saved for good before the answer goes out. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import { learnInBackground } from '../learning.ts'
import type { OpenProject } from '../open-project.ts'
import { textOf } from '../store/comments.ts'
import { appendDecision, isJudgedByOthers, recentDecisions, standingDecision } from '../store/decisions.ts'
import { appendMany } from '../store/many.ts'
import { explained } from '../store/project-file.ts'
import { type By, redoLatest, type StepTaken, stepsOf, undoLatest } from '../store/steps.ts'
import { predictionsFor } from '../suggesting.ts'
import { labelIn, undecidedOf } from '../undecided.ts'

type DecisionMethods = Extract<keyof Service, `decisions.${string}`>

export function decisionHandlers(context: Context): Pick<Service, DecisionMethods> {
  const { current } = context
  return {
    'decisions.record': (request) => record(context, request),
    'decisions.recordMany': (request) => recordMany(context, request),
    'decisions.undo': () => step(context, (project, by) => undoLatest(project.db, by)),
    'decisions.redo': () => step(context, (project, by) => redoLatest(project.db, by)),
    'decisions.steps': () => stepsOf(current.require().db, coderOf(context)),
    'decisions.recent': ({ limit }) => recentDecisions(current.require().db, limit),
  }
}

const coderOf = ({ settings }: Context): string => settings.settings.get().coder

function record(context: Context, request: Request<'decisions.record'>) {
  const { commentId, queueId, passage, reason } = request
  const project = context.current.require()
  const text = textOf(project.db, commentId)
  if (text === null) throw new AppError('not-found', sentences.commentMissing())
  const label = labelIn(project.codebook, request.label)
  if (passage !== null && (passage.start >= passage.end || passage.end > text.length)) {
    throw new AppError('bad-request', sentences.passageOutside())
  }
  if (reason !== null && !label.reasons.some(({ id }) => id === reason)) {
    throw new AppError('bad-request', sentences.unknownReason(reason, label.name))
  }
  project.requireInPlace()
  const decision = explained(project.path, () =>
    appendDecision(project.db, {
      commentId,
      label: label.id,
      coder: coderOf(context),
      decidedAt: context.now().toISOString(),
      note: request.note,
      codebook: project.codebook,
      // A comment that was found by its score is not decided blind, whatever is on the screen.
      suggestionShown: request.suggestionShown || project.revealsSuggestion(queueId),
      shownMs: request.shownMs,
      suggestion: predictionsFor(project, [text])[0] ?? null,
      draw: project.drawOf(queueId, commentId),
      mode: request.mode,
      passage,
      reason,
      role: request.role ?? null,
      isIndependent: request.mode !== 'check' || !isJudgedByOthers(project.db, commentId, coderOf(context)),
      sitting: project.sitting,
    }),
  )
  project.setDecided(commentId, true)
  afterwards(context, project, 1)
  return {
    decision,
    decided: project.decidedCount,
    status: standingDecision(project.db, commentId).status ?? 'final',
  }
}

function recordMany(context: Context, request: Request<'decisions.recordMany'>) {
  const { note, mode } = request
  const project = context.current.require()
  const label = labelIn(project.codebook, request.label)
  if (label.id === harmfulLabel(project.codebook)?.id) {
    throw new AppError('bad-request', sentences.neverInBulk(label.name))
  }
  const keptOut = new Set(request.except)
  const commentIds = undecidedOf(project, request).filter((id) => !keptOut.has(id))
  project.requireInPlace()
  if (commentIds.length === 0) return { count: 0, decided: project.decidedCount }
  explained(project.path, () =>
    appendMany(project.db, commentIds, {
      label: label.id,
      coder: coderOf(context),
      decidedAt: context.now().toISOString(),
      note,
      codebook: project.codebook,
      suggestionShown: mode === 'check' || project.revealsSuggestion(request.queueId),
      mode,
      sitting: project.sitting,
    }),
  )
  for (const id of commentIds) project.setDecided(id, true)
  afterwards(context, project, commentIds.length)
  return { count: commentIds.length, decided: project.decidedCount }
}

function step(context: Context, take: (project: OpenProject, by: By) => StepTaken | null) {
  const project = context.current.require()
  project.requireInPlace()
  const by = { coder: coderOf(context), at: context.now().toISOString(), sitting: project.sitting }
  const taken = explained(project.path, () => take(project, by))
  if (taken === null) return null
  project.rereadDecided(taken.commentIds)
  afterwards(context, project, taken.commentIds.length)
  return taken.step
}

function afterwards(context: Context, project: OpenProject, decisions: number): void {
  project.scoring.decisions += decisions
  changed(context, 'decisions')
  learnInBackground(context, project)
}
