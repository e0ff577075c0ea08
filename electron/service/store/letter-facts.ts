/** What letters are written from. */

import { parseCodebook } from '../../../core/codebook.ts'
import type { LetterSettings } from '../../../core/contract/appeals-answers.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import type { Codebook, Label } from '../../../core/labels.ts'
import type { DecisionFacts, LetterFacts, OutcomeFacts } from '../../../core/letters/facts.ts'
import { referenceOf } from '../../../core/letters/reference.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { adverseLabels, adverseOn } from './adverse.ts'
import type { StoredAppeal } from './appeals.ts'
import { readCodebook } from './codebook.ts'
import { type CommentRow, commentRow } from './comments.ts'
import type { ReadableDB } from './database.ts'
import { earlierTextOf } from './decided-text.ts'
import { type DecisionRow, globalId } from './decision-rows.ts'
import { expiryOf } from './expiries.ts'
import { readLetterSettings } from './letter-settings.ts'
import { readRules } from './rules.ts'

export interface LetterOptions {
  /** UTC, ISO 8601. */
  readonly date: string
  readonly withAuthor: boolean
}

/** @throws AppError not-found, bad-request where there is nothing to write about */
export function decisionFacts(db: ReadableDB, commentId: number, options: LetterOptions): DecisionFacts {
  const decided = decidedOn(db, commentId)
  const found = commentRow(db, commentId)
  if (found === null) throw new AppError('not-found', sentences.commentMissing())
  if (decided === null || !adverseLabels(db).includes(decided.label)) {
    throw new AppError('bad-request', sentences.nothingAdverse())
  }
  if (decided.role === 'appeal') throw new AppError('bad-request', sentences.decidedOnAppeal())
  const earlier = earlierTextOf(db, decided.id)
  const comment = { ...found, text: earlier ?? found.text }
  const { passage_start: start, passage_end: end } = decided
  const codebook = codebookOf(db, decided)
  const label = labelOf(codebook, decided.label)
  const rule = label.reasons?.find(({ id }) => id === decided.reason)
  return {
    ...lettersOf(db, { label, comment }, options),
    reference: adverseOn(db, commentId)?.reference ?? referenceOf(decided.uid),
    hasChanged: earlier !== null,
    status: decided.status,
    decidedBy: partiesTo(db, decided),
    rule: rule ? { name: rule.name, sentence: rule.sentence } : null,
    passage: start === null || end === null ? null : comment.text.slice(start, end),
    sentence: decided.note === null || decided.note.trim() === '' ? null : decided.note,
    notGrounds: codebook.notGrounds,
    expiresAt: expiryOf(db, decided.latestAt),
  }
}

/** @throws AppError not-found, bad-request for an appeal that nobody has answered, while its label stands or since it is gone */
export function outcomeFacts(db: ReadableDB, appeal: StoredAppeal, options: LetterOptions): OutcomeFacts {
  const comment = commentRow(db, appeal.commentId)
  if (comment === null) throw new AppError('not-found', sentences.commentMissing())
  if (appeal.outcome === 'gone') throw new AppError('bad-request', sentences.labelGone())
  if (appeal.outcome === 'open' || appeal.answer === null) {
    throw new AppError('bad-request', sentences.appealUnanswered())
  }
  const codebook = readCodebook(db)
  return {
    ...lettersOf(db, { label: labelOf(codebook, appeal.label), comment }, options),
    reference: appeal.reference,
    outcome: appeal.outcome,
    appealedAt: appeal.receivedAt,
    appeal: appeal.appeal,
    answer: appeal.answer,
    newLabel: appeal.newLabel === null ? null : labelOf(codebook, appeal.newLabel).name,
  }
}

type Named = Pick<Label, 'name' | 'definition'> & Partial<Pick<Label, 'reasons'>>

function lettersOf(
  db: ReadableDB,
  { label, comment }: { readonly label: Named; readonly comment: CommentRow },
  { date, withAuthor }: LetterOptions,
): Omit<LetterFacts, 'reference'> {
  const { sender, ...settings }: LetterSettings = readLetterSettings(db)
  return {
    date,
    sender: { name: sender, ...settings },
    comment: {
      author: withAuthor ? comment.author : null,
      thread: comment.threadTitle.trim() === '' ? null : comment.threadTitle,
      postedAt: comment.createdAt,
      text: comment.text,
    },
    label: { name: label.name, definition: label.definition },
  }
}

interface Decided
  extends Pick<
    DecisionRow,
    | 'id'
    | 'label'
    | 'role'
    | 'reason'
    | 'note'
    | 'passage_start'
    | 'passage_end'
    | 'codebook_id'
    | 'codebook_version'
  > {
  readonly label: string
  readonly uid: string
  readonly status: Status
  /** When somebody gave the label last. */
  readonly latestAt: string
}

function decidedOn(db: ReadableDB, commentId: number): Decided | null {
  const row = db.get<Decided>(
    `select d.id, d.label, d.role, d.reason, d.note, d.passage_start, d.passage_end, d.codebook_id, d.codebook_version,
       ${globalId('d')} as uid, s.status,
       (select max(o.decided_at) from decisions o where o.comment_id = s.comment_id and o.label = s.label
          and not exists (select 1 from decisions u where u.undoes = o.id)) as latestAt
     from standing s join decisions d on d.id = s.decision_id where s.comment_id = ?`,
    commentId,
  )
  return row ?? null
}

function partiesTo(db: ReadableDB, { role, label }: Decided): DecisionFacts['decidedBy'] {
  if (role === 'adjudication') return 'adjudication'
  return readRules(db).twoPerson.includes(label) ? 'two' : 'one'
}

/** The version that the decision was made by. */
function codebookOf(db: ReadableDB, { codebook_id, codebook_version }: Decided): Codebook {
  const row = db.get<{ body: string }>(
    'select body from codebooks where id = ? and version = ?',
    codebook_id,
    codebook_version,
  )
  return row ? parseCodebook(row.body) : readCodebook(db)
}

function labelOf({ labels }: Codebook, id: string): Named {
  return labels.find((label) => label.id === id) ?? { name: id, definition: '' }
}
