/** Appeals: recorded, read by somebody who has not judged before, answered. */
import type { AppealCase, AppealEntry, Reasoning } from '../../../core/contract/appeals-answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { canSettle } from '../../../core/deciding/standing.ts'
import { parseReference, type TypedReference } from '../../../core/letters/reference.ts'
import { unsureBand } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import { learnInBackground } from '../learning.ts'
import type { OpenProject } from '../open-project.ts'
import { refuseInterested } from '../refusals.ts'
import { adverseOn, adverseRows, commentOfReference } from '../store/adverse.ts'
import { appealsIn, hasJudged, recordAppeal, recordOutcome, type StoredAppeal } from '../store/appeals.ts'
import { commentRow, textOf } from '../store/comments.ts'
import { earlierTextOf } from '../store/decided-text.ts'
import { standingDecision } from '../store/decisions.ts'
import { judgementsOn } from '../store/judging.ts'
import { explained } from '../store/project-file.ts'
import { givenOn } from '../store/standing.ts'
import { predictionsFor } from '../suggesting.ts'
import { labelIn } from '../undecided.ts'
import { whoDecides } from '../who-decides.ts'
import { appealOf } from './letters.ts'

type AppealMethods = Extract<keyof Service, `appeals.${string}`>

export function appealHandlers(context: Context): Pick<Service, AppealMethods> {
  const { current } = context
  return {
    'appeals.list': () => {
      const project = current.require()
      return appealsIn(project.db).map((appeal) => entryOf(context, project, appeal))
    },
    'appeals.adverse': (page) => adverseRows(current.require().db, page),
    'appeals.find': ({ reference }) => find(current.require(), reference),
    'appeals.get': ({ appealId }) => {
      const project = current.require()
      return caseOf(context, project, appealOf(project, appealId))
    },
    'appeals.record': (request) => record(context, request),
    'appeals.outcome': (request) => answer(context, request),
  }
}

function find(project: OpenProject, typed: string) {
  const parsed = parseReference(typed)
  if (parsed.kind !== 'reference') throw new AppError('bad-request', whyNot(parsed))
  const commentId = commentOfReference(project.db, parsed.reference)
  if (commentId === null) throw new AppError('not-found', sentences.referenceUnknown(parsed.reference))
  const entry = adverseOn(project.db, commentId)
  if (entry === null) throw new AppError('bad-request', sentences.nothingToAppeal(parsed.reference))
  return entry
}

function whyNot(typed: Exclude<TypedReference, { kind: 'reference' }>): string {
  switch (typed.kind) {
    case 'length':
      return sentences.referenceLength(typed.count, typed.of)
    case 'sign':
      return sentences.referenceSign(typed.sign)
    case 'mistyped':
      return sentences.referenceMistyped()
  }
}

function record(context: Context, { commentId, text, receivedAt }: Request<'appeals.record'>): AppealEntry {
  const project = context.current.require()
  const entry = adverseOn(project.db, commentId)
  if (entry === null) throw new AppError('bad-request', sentences.nothingAdverse())
  if (entry.hasOpenAppeal) throw new AppError('bad-request', sentences.appealOpen(entry.reference))
  project.requireInPlace()
  const at = context.now().toISOString()
  const body = { reference: entry.reference, label: entry.label, text, receivedAt: receivedAt ?? at }
  const appealId = explained(project.path, () =>
    recordAppeal(project.db, commentId, body, { coder: whoDecides(context, project), at }),
  )
  changed(context, 'appeals')
  return entryOf(context, project, appealOf(project, appealId))
}

function answer(context: Context, request: Request<'appeals.outcome'>): AppealEntry {
  const project = context.current.require()
  const appeal = appealOf(project, request.appealId)
  const label = labelIn(project.codebook, request.label)
  requireOpen(context, project, appeal)
  refuseInterested(project, appeal.commentId, whoDecides(context, project))
  if (label.id === unsureBand) throw new AppError('bad-request', sentences.appealUnsure())
  const text = textOf(project.db, appeal.commentId)
  if (text === null) throw new AppError('not-found', sentences.commentMissing())
  project.requireInPlace()
  // Whoever upholds a label stands by the grounds that it was given on.
  const grounds = label.id === appeal.label ? standingDecision(project.db, appeal.commentId).decision : null
  // The words that were marked may not be in what the comment says now.
  const isAsItWas = grounds !== null && earlierTextOf(project.db, grounds.id) === null
  const decision = {
    commentId: appeal.commentId,
    label: label.id,
    coder: whoDecides(context, project),
    decidedAt: context.now().toISOString(),
    note: request.answer,
    codebook: project.codebook,
    suggestionShown: false,
    shownMs: request.shownMs,
    suggestion: predictionsFor(project, [text])[0] ?? null,
    draw: 'other',
    mode: 'check',
    passage: isAsItWas ? grounds.passage : null,
    reason: grounds?.reason ?? null,
    isIndependent: false,
    sitting: context.sitting,
  } as const
  explained(project.path, () => recordOutcome(project.db, appeal, { decision, answer: request.answer }))
  project.rereadDecided(Int32Array.of(appeal.commentId), decision.coder)
  project.scoring.decisions += 1
  changed(context, 'appeals', 'decisions')
  learnInBackground(context, project)
  return entryOf(context, project, appealOf(project, request.appealId))
}

function requireOpen(context: Context, project: OpenProject, { commentId, outcome }: StoredAppeal): void {
  if (outcome === 'gone') throw new AppError('bad-request', sentences.labelGone())
  if (outcome !== 'open') throw new AppError('bad-request', sentences.appealAnswered())
  const coder = whoDecides(context, project)
  const mayJudge = canSettle(givenOn(project.db, commentId), coder, 'appeal')
  if (!mayJudge || hasJudged(project.db, commentId, coder)) {
    throw new AppError('bad-request', sentences.notTheirAppeal(coder))
  }
}

function entryOf(context: Context, project: OpenProject, appeal: StoredAppeal): AppealEntry {
  const { uid: _, appeal: __, answer: ___, newLabel: ____, ...entry } = appeal
  return { ...entry, isBarred: hasJudged(project.db, appeal.commentId, whoDecides(context, project)) }
}

function caseOf(context: Context, project: OpenProject, appeal: StoredAppeal): AppealCase {
  const { db, codebook } = project
  const comment = commentRow(db, appeal.commentId)
  if (comment === null) throw new AppError('not-found', sentences.commentMissing())
  const { decision, status } = standingDecision(db, appeal.commentId)
  const ruleOf = (label: string, reason: string | null) =>
    codebook.labels.find(({ id }) => id === label)?.reasons.find(({ id }) => id === reason)?.name ?? reason
  return {
    ...entryOf(context, project, appeal),
    comment: {
      text: comment.text,
      decidedText: decision && earlierTextOf(db, decision.id),
      author: project.nameOf(comment),
      thread: comment.threadTitle,
      createdAt: comment.createdAt,
    },
    appeal: appeal.appeal,
    reasonings: judgementsOn(db, appeal.commentId)
      .filter((one) => !one.isTakenBack)
      .map(
        ({ coder, label, decidedAt, role, reason, passage, earlierText, note }): Reasoning => ({
          coder,
          label,
          decidedAt,
          role,
          rule: ruleOf(label, reason),
          passage: passage && (earlierText ?? comment.text).slice(passage.start, passage.end),
          note,
        }),
      ),
    standing: decision && status ? { label: decision.label, status } : null,
    answer: appeal.answer,
    newLabel: appeal.newLabel,
  }
}
