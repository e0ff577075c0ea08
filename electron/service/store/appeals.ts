/** Appeals, as the record has them: what came, and how it was answered. */
import type { AppealEntry, AppealOutcome } from '../../../core/contract/appeals-answers.ts'
import type { Decision } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'
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
  readonly outcome: Exclude<AppealOutcome, 'open'>
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

/** The latest first. @param appealId of one of them; null for all */
export function appealsIn(db: ReadableDB, appealId: number | null = null): readonly StoredAppeal[] {
  const rows = db.all<AppealRow>(
    // Two copies may each have answered it. The columns beside the only minimum are those of its row: of the first answer.
    `select a.id, a.uid, a.comment_id, a.body, substr(c.text, 1, 400) as text, o.body as outcome,
       o.at as answeredAt, min(o.id),
       (select l.at from events l where l.kind = 'letter' and l.comment_id = a.comment_id
          and l.body ->> 'appeal' = a.uid order by l.id desc limit 1) as letterAt
     from events a join comments c on c.id = a.comment_id
     left join events o on o.kind = 'outcome' and o.comment_id = a.comment_id and o.body ->> 'appeal' = a.uid
     where a.kind = 'appeal' and (? is null or a.id = ?)
     group by a.id order by a.id desc`,
    appealId,
    appealId,
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
  return (
    db.get('select 1 from decisions where comment_id = ? and coder = ? limit 1', commentId, coder) !==
    undefined
  )
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
    outcome: ended?.outcome ?? 'open',
    answeredAt: row.answeredAt,
    letterAt: row.letterAt,
    appeal: text,
    answer: ended?.answer ?? null,
    newLabel: ended?.newLabel ?? null,
  }
}
