/** What a decision must have before it is taken. Each refusal is a sentence that says what to do. */
import type { Request } from '../../core/contract/requests.ts'
import { isSentence, missingGrounds } from '../../core/deciding/grounds.ts'
import { canSettle, type Role } from '../../core/deciding/standing.ts'
import { harmfulLabel, type Label } from '../../core/labels.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { OpenProject } from './open-project.ts'
import { hasOpenAppeal } from './store/appeals.ts'
import { standingDecision } from './store/decisions.ts'
import { namedIn, readInterests } from './store/interests.ts'
import { readRules } from './store/rules.ts'
import { givenOn } from './store/standing.ts'

interface Asked {
  readonly request: Request<'decisions.record'>
  readonly label: Label
  readonly coder: string
  /** Of the comment. */
  readonly text: string
}

/** @throws AppError bad-request */
export function refuseWhatLacks(project: OpenProject, { request, label, coder, text }: Asked): void {
  const { commentId, passage, reason, role = null } = request
  if (passage !== null && (passage.start >= passage.end || passage.end > text.length)) {
    refuse(sentences.passageOutside())
  }
  if (reason !== null && !label.reasons.some(({ id }) => id === reason)) {
    refuse(sentences.unknownReason(reason, label.name))
  }
  refuseInterested(project, commentId, coder)
  const missing = missingGrounds(label, request)
  if (missing.length > 0) refuse(sentences.groundsMissing(label.name, missing))
  if (role !== null) refuseToSettle(project, { commentId, coder, role, note: request.note })
  refuseUntested(project, label, request)
}

/** @throws AppError bad-request where the comment names something that the coder belongs to */
export function refuseInterested({ db }: OpenProject, commentId: number, coder: string): void {
  const named = namedIn(db, commentId, readInterests(db, coder))
  if (named !== null) refuse(sentences.interested(named))
}

/** What this coder may settle on the comment as it is; null for nothing. */
export function settledBy({ db }: OpenProject, commentId: number, coder: string): Role | null {
  const given = givenOn(db, commentId)
  if (hasOpenAppeal(db, commentId) && canSettle(given, coder, 'appeal')) return 'appeal'
  const isDisputed = standingDecision(db, commentId).status === 'disputed'
  return isDisputed && canSettle(given, coder, 'adjudication') ? 'adjudication' : null
}

interface Settling {
  readonly commentId: number
  readonly coder: string
  readonly role: Role
  readonly note: string | null
}

function refuseToSettle({ db }: OpenProject, { commentId, coder, role, note }: Settling): void {
  const isOpen = {
    adjudication: () => standingDecision(db, commentId).status === 'disputed',
    appeal: () => hasOpenAppeal(db, commentId),
  }
  if (!isOpen[role]()) refuse(role === 'appeal' ? sentences.noAppeal() : sentences.noDispute())
  if (!canSettle(givenOn(db, commentId), coder, role)) refuse(sentences.ownCause(coder))
  if (!isSentence(note)) refuse(sentences.settleWithSentence())
}

function refuseUntested(
  { db, codebook }: OpenProject,
  label: Label,
  { opposite = null }: Request<'decisions.record'>,
): void {
  if (label.id !== harmfulLabel(codebook)?.id || !readRules(db).oppositeTest) return
  if (opposite !== 'same') refuse(sentences.oppositeFirst(label.name))
}

function refuse(sentence: string): never {
  throw new AppError('bad-request', sentence)
}
