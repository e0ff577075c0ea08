/** Decisions, made one at a time, and what stands by them. */
import type { RecentDecision } from '../../../core/contract/answers.ts'
import type { Role, Status } from '../../../core/deciding/standing.ts'
import type { Decision, Draw, Mode, Passage, Prediction } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { earlierTextOf } from './decided-text.ts'
import { appendRow, type DecisionRow, hasRunOut, isUndone, type NewRow } from './decision-rows.ts'
import { jsonOf, numbersFrom } from './number-lists.ts'
import { standingRules } from './rules.ts'
import { restand } from './standing.ts'

export interface NewDecision {
  readonly commentId: number
  readonly label: string
  readonly coder: string
  readonly decidedAt: string
  readonly note: string | null
  readonly codebook: { readonly id: string; readonly version: number }
  readonly suggestionShown: boolean
  readonly shownMs: number
  /** What the model said at that moment, seen or not; null when suggestions were not to be had. */
  readonly suggestion: Prediction | null
  /** Known at this moment only: the queue that it came up in is gone tomorrow. Null where nobody knows. */
  readonly draw: Draw | null
  readonly mode: Mode | null
  readonly passage: Passage | null
  /** The id of one of the label's reasons. */
  readonly reason: string | null
  /** Null, as where it is left out, for a coder's own judgement. */
  readonly role?: Role | null
  /** Whether what others had decided was hidden from the coder; left out where nobody knows. */
  readonly isIndependent?: boolean
  /** Names this run of the app; left out for what was decided elsewhere. */
  readonly sitting?: string
}

/** @returns the decision, on the disk when this returns */
export function appendDecision(db: WritableDB, decision: NewDecision): Decision {
  return db.transaction(() => recordDecision(db, decision))
}

/** As `appendDecision`, for those who have begun a transaction. */
export function recordDecision(db: WritableDB, decision: NewDecision): Decision {
  const row = appendRow(db, asAmended(db, rowOf(decision)))
  restand(db, decision.commentId)
  return toDecision(row)
}

/**
 * A coder who gives their own label once more, with another note, passage or reason, says more about a judgement that
 * stands: how that one came about goes with it, so that a reason which is added does not take it from the measuring.
 */
function asAmended(db: ReadableDB, row: NewRow): NewRow {
  const before = ownRow(db, row.comment_id, row.coder)
  if (before?.label !== row.label || before.role !== row.role) return row
  // About newer words it is another judgement, which came about in its own way.
  if (earlierTextOf(db, before.id) !== null) return row
  // Nor does it become less independent by being said again, whatever was seen since.
  if (saysTheSame(before, row)) return { ...row, independent: before.independent }
  const { suggestion_shown, shown_ms, suggestion, model_version, draw, mode, independent } = before
  return { ...row, suggestion_shown, shown_ms, suggestion, model_version, draw, mode, independent }
}

function ownRow(db: ReadableDB, commentId: number, coder: string): DecisionRow | undefined {
  return db.get<DecisionRow>(
    `select * from decisions d where comment_id = ? and coder = ? and kind = 'label'
       and not ${isUndone('d')} and not ${hasRunOut('d')}
     order by coalesce(clock, id) desc, id desc limit 1`,
    commentId,
    coder,
  )
}

function saysTheSame(one: NewRow, other: NewRow): boolean {
  return (['note', 'passage_start', 'passage_end', 'reason'] as const).every(
    (name) => one[name] === other[name],
  )
}

/** The row that says it. */
export function rowOf(decision: NewDecision): NewRow {
  const { suggestion, passage } = decision
  return {
    comment_id: decision.commentId,
    kind: 'label',
    label: decision.label,
    undoes: null,
    coder: decision.coder,
    decided_at: decision.decidedAt,
    note: decision.note,
    codebook_id: decision.codebook.id,
    codebook_version: decision.codebook.version,
    suggestion_shown: decision.suggestionShown ? 1 : 0,
    shown_ms: decision.shownMs,
    suggestion: suggestion && JSON.stringify(withoutVersion(suggestion)),
    model_version: suggestion?.modelVersion ?? null,
    draw: decision.draw,
    mode: decision.mode,
    passage_start: passage?.start ?? null,
    passage_end: passage?.end ?? null,
    reason: decision.reason,
    redoes: null,
    role: decision.role ?? null,
    independent: decision.isIndependent === undefined ? null : decision.isIndependent ? 1 : 0,
    sitting: decision.sitting ?? null,
  }
}

export function standingDecision(
  db: ReadableDB,
  commentId: number,
): { readonly decision: Decision | null; readonly status: Status | null } {
  const row = db.get<DecisionRow & { readonly status: Status }>(
    'select d.*, s.status from standing s join decisions d on d.id = s.decision_id where s.comment_id = ?',
    commentId,
  )
  return row ? { decision: toDecision(row), status: row.status } : { decision: null, status: null }
}

/** Whether somebody else has ever judged this comment, taken back or not. */
export function isJudgedByOthers(db: ReadableDB, commentId: number, coder: string): boolean {
  const other = db.get(
    `select 1 from decisions where comment_id = ? and coder <> ? and kind = 'label'`,
    commentId,
    coder,
  )
  return other !== undefined
}

/** Whether this coder has judged the comment before while they knew, or may have known, what others decided. */
export function hasJudgedKnowing(db: ReadableDB, commentId: number, coder: string): boolean {
  const earlier = db.get(
    // In rows from before there was a uid, nobody wrote down what was hidden.
    `select 1 from decisions where comment_id = ? and coder = ? and kind = 'label'
       and (independent = 0 or uid is null)`,
    commentId,
    coder,
  )
  return earlier !== undefined
}

/** Every comment that this coder has a judgement on which is not taken back; some of them twice. */
export function judgedBy(db: ReadableDB, coder: string): Int32Array {
  const all = numbersFrom(
    db,
    `select group_concat(comment_id) from decisions where kind = 'label' and coder = ?`,
    coder,
  )
  const undone = numbersFrom(
    db,
    `select group_concat(d.comment_id) from decisions u cross join decisions d on d.id = u.undoes
     where u.undoes is not null and +d.coder = ?`,
    coder,
  )
  const ended = new Set(
    db
      .all<{ id: number }>(`select distinct comment_id as id from events where kind = 'expiry'`)
      .map(({ id }) => id)
      .filter((id) => ownRow(db, id, coder) === undefined),
  )
  if (undone.length === 0 && ended.size === 0) return all
  const left = new Map<number, number>()
  for (const id of undone) left.set(id, (left.get(id) ?? 0) + 1)
  return all.filter((id) => {
    const many = left.get(id) ?? 0
    if (many > 0) left.set(id, many - 1)
    return many === 0 && !ended.has(id)
  })
}

/** The coder's own latest judgements that are not taken back, newest first. */
export function ownRecent(db: ReadableDB, coder: string, limit: number): readonly RecentDecision[] {
  const rows = db.all<DecisionRow & { excerpt: string }>(
    `select d.*, substr(c.text, 1, 120) as excerpt from decisions d join comments c on c.id = d.comment_id
     where d.kind = 'label' and d.coder = ? and not ${isUndone('d')} order by d.id desc limit ?`,
    coder,
    limit,
  )
  const { twoPerson } = standingRules(db)
  return rows.map((row) => {
    const decision = toDecision(row)
    const isProposed = decision.role === null && twoPerson.has(decision.label)
    return { decision, status: isProposed ? 'proposed' : 'final', excerpt: row.excerpt }
  })
}

/** The latest decisions that stand, newest first. Back through the record: from what stands all of it would be sorted. */
export function recentDecisions(db: ReadableDB, limit: number): readonly RecentDecision[] {
  const rows = db.all<DecisionRow & Pick<RecentDecision, 'status' | 'excerpt'>>(
    `select d.*, s.status, substr(c.text, 1, 120) as excerpt from decisions d
     cross join standing s on s.comment_id = d.comment_id and s.decision_id = d.id
     join comments c on c.id = d.comment_id
     where d.kind = 'label' order by d.id desc limit ?`,
    limit,
  )
  return rows.map((row) => ({ decision: toDecision(row), status: row.status, excerpt: row.excerpt }))
}

/** Every comment id with a standing decision. */
export function decidedIds(db: ReadableDB): Int32Array {
  return numbersFrom(db, 'select group_concat(comment_id) from standing')
}

/** Those of some comments that are open. */
export interface LeftOpen {
  /** Nothing stands on them. */
  readonly undecided: Int32Array
  /** The coder has no judgement on them that counts. */
  readonly unjudged: Int32Array
}

export function leftOpen(db: ReadableDB, commentIds: Int32Array, coder: string): LeftOpen {
  const without = (exists: string, ...values: readonly string[]) =>
    numbersFrom(
      db,
      `select group_concat(j.value) from json_each(?) j where not exists (${exists})`,
      jsonOf(commentIds),
      ...values,
    )
  return {
    undecided: without('select 1 from standing where comment_id = j.value'),
    unjudged: without(
      `select 1 from decisions d where comment_id = j.value and coder = ? and kind = 'label'
         and not ${isUndone('d')} and not ${hasRunOut('d')}`,
      coder,
    ),
  }
}

/** The coder's own judgement that is not taken back, whatever stands. */
export function ownDecision(db: ReadableDB, commentId: number, coder: string): Decision | null {
  const row = ownRow(db, commentId, coder)
  return row ? toDecision(row) : null
}

export function toDecision(row: DecisionRow): Decision {
  return {
    id: row.id,
    commentId: row.comment_id,
    label: row.label ?? '',
    coder: row.coder,
    decidedAt: row.decided_at,
    note: row.note,
    suggestionShown: row.suggestion_shown === 1,
    mode: row.mode,
    passage:
      row.passage_start === null || row.passage_end === null
        ? null
        : { start: row.passage_start, end: row.passage_end },
    reason: row.reason,
    role: row.role,
  }
}

function withoutVersion({ shares, band }: Prediction): Omit<Prediction, 'modelVersion'> {
  return { shares, band }
}
