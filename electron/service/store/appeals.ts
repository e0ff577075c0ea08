/** Appeals, as the record has them: what came, and how it was answered. */
import type { AppealEntry } from '../../../core/contract/appeals-answers.ts'
import { type AppealAnswer, appealOutcome } from '../../../core/deciding/appeal-outcome.ts'
import { isSameCoder } from '../../../core/deciding/coder-name.ts'
import type { Decision } from '../../../core/records.ts'
import type { ReadableDB, Value, WritableDB } from './database.ts'
import { type NewDecision, recordDecision } from './decisions.ts'
import { appendEvent } from './events.ts'
import { excerptOf } from './queue.ts'

interface AppealBody {
  readonly reference: string
  readonly label: string
  readonly text: string
  /** When it came: UTC, ISO 8601. */
  readonly receivedAt: string
}

interface OutcomeBody {
  /** Uid of the event that recorded the appeal. */
  readonly appeal: string
  readonly reference: string
  readonly outcome: AppealAnswer
  readonly answer: string
  /** The label that was given instead; null where the first was upheld. */
  readonly newLabel: string | null
}

export interface StoredAppeal extends Omit<AppealEntry, 'isBarred'> {
  readonly uid: string
  readonly appeal: string
  readonly answer: string | null
  readonly newLabel: string | null
}

export interface By {
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
}

/** The latest first. */
export function appealsIn(db: ReadableDB): readonly StoredAppeal[] {
  return appealsWhere(db, 'true')
}

/** Null for an id that is no appeal's. */
export function appealIn(db: ReadableDB, appealId: number): StoredAppeal | null {
  return appealsWhere(db, 'a.id = ?', appealId)[0] ?? null
}

export function hasOpenAppeal(db: ReadableDB, commentId: number): boolean {
  return appealsWhere(db, 'a.comment_id = ?', commentId).some(({ outcome }) => outcome === 'open')
}

/** Appeals that wait for an answer, on comments that this coder has not judged otherwise. */
export function countAppeals(db: ReadableDB, coder: string): number {
  const unjudged = `not exists (select 1 from decisions d where d.comment_id = a.comment_id and d.coder = ?
    and d.kind = 'label' and (d.role is null or d.role <> 'appeal'))`
  return appealsWhere(db, unjudged, coder).filter(({ outcome }) => outcome === 'open').length
}

/** @param where a condition on the event `a` */
function appealsWhere(db: ReadableDB, where: string, ...values: readonly Value[]): readonly StoredAppeal[] {
  const rows = db.all<AppealRow>(
    // Two copies may each have answered it. The columns beside the only minimum are those of its row: of the first answer.
    `select a.id, a.uid, a.comment_id, a.body, substr(c.text, 1, 400) as text, o.body as outcome,
       o.at as answeredAt, min(o.id), s.label as standing,
       (select l.at from events l where l.kind = 'letter' and l.comment_id = a.comment_id
          and l.body ->> 'appeal' = a.uid order by l.id desc limit 1) as letterAt
     from events a join comments c on c.id = a.comment_id
     left join events o on o.kind = 'outcome' and o.comment_id = a.comment_id and o.body ->> 'appeal' = a.uid
     left join standing s on s.comment_id = a.comment_id
     where a.kind = 'appeal' and ${where}
     group by a.id order by a.id desc`,
    ...values,
  )
  return rows.map(toAppeal)
}

/** In the record when this returns. @returns the id of the appeal */
export function recordAppeal(db: WritableDB, commentId: number, body: AppealBody, by: By): number {
  return db.transaction(() => appendEvent(db, { kind: 'appeal', commentId, ...by, body }).id)
}

/** The decision and the answer, both or neither. */
export function recordOutcome(
  db: WritableDB,
  appeal: StoredAppeal,
  { decision, answer }: { readonly decision: NewDecision; readonly answer: string },
): Decision {
  const isUpheld = decision.label === appeal.label
  const body: OutcomeBody = {
    appeal: appeal.uid,
    reference: appeal.reference,
    outcome: isUpheld ? 'upheld' : 'overturned',
    answer,
    newLabel: isUpheld ? null : decision.label,
  }
  return db.transaction(() => {
    const made = recordDecision(db, { ...decision, role: 'appeal' })
    const by = { coder: decision.coder, at: decision.decidedAt }
    appendEvent(db, { kind: 'outcome', commentId: appeal.commentId, ...by, body })
    return made
  })
}

/** Whether this coder has ever judged the comment; what was taken back counts too. */
export function hasJudged(db: ReadableDB, commentId: number, coder: string): boolean {
  return db
    .all<{ coder: string }>('select distinct coder from decisions where comment_id = ?', commentId)
    .some((one) => isSameCoder(one.coder, coder))
}

/** That a letter was written, about what, and whether it names the author. */
export function recordLetter(
  db: WritableDB,
  commentId: number,
  body: {
    readonly about: 'decision' | 'outcome'
    readonly reference: string
    readonly label: string
    /** Uid of the appeal; null for a letter about a decision. */
    readonly appeal: string | null
    readonly withAuthor: boolean
  },
  by: By,
): void {
  db.transaction(() => appendEvent(db, { kind: 'letter', commentId, ...by, body }))
}

interface AppealRow {
  readonly id: number
  readonly uid: string
  readonly comment_id: number
  readonly body: string
  readonly text: string
  readonly outcome: string | null
  readonly standing: string | null
  readonly answeredAt: string | null
  readonly letterAt: string | null
}

function toAppeal(row: AppealRow): StoredAppeal {
  // Safe: written by recordAppeal and recordOutcome.
  const { reference, label, text, receivedAt } = JSON.parse(row.body) as AppealBody
  const ended = row.outcome === null ? null : (JSON.parse(row.outcome) as OutcomeBody)
  return {
    appealId: row.id,
    uid: row.uid,
    commentId: row.comment_id,
    reference,
    label,
    excerpt: excerptOf(row.text),
    receivedAt,
    outcome: appealOutcome({ answer: ended?.outcome ?? null, label, standing: row.standing }),
    answeredAt: row.answeredAt,
    letterAt: row.letterAt,
    appeal: text,
    answer: ended?.answer ?? null,
    newLabel: ended?.newLabel ?? null,
  }
}
