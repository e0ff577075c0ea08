/** Decisions, made one at a time, and what stands by them. */
import type { RecentDecision } from '../../../core/contract/answers.ts'
import type { Decision, Draw, Mode, Passage, Prediction } from '../../../core/records.ts'
import { appendRow, type DecisionRow, type NewRow } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { numbersFrom } from './number-lists.ts'

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
  const before = db.get<DecisionRow>(
    'select d.* from standing s join decisions d on d.id = s.decision_id where s.comment_id = ?',
    row.comment_id,
  )
  if (before?.label !== row.label || before.coder !== row.coder || saysTheSame(before, row)) return row
  const { suggestion_shown, shown_ms, suggestion, model_version, draw, mode } = before
  return { ...row, suggestion_shown, shown_ms, suggestion, model_version, draw, mode }
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
  }
}

export function standingDecision(db: ReadableDB, commentId: number): Decision | null {
  const row = db.get<DecisionRow>(
    'select d.* from standing s join decisions d on d.id = s.decision_id where s.comment_id = ?',
    commentId,
  )
  return row ? toDecision(row) : null
}

/** The latest decisions that stand, newest first. */
export function recentDecisions(db: ReadableDB, limit: number): readonly RecentDecision[] {
  const rows = db.all<DecisionRow & { excerpt: string }>(
    `select d.*, substr(c.text, 1, 120) as excerpt from standing s
     join decisions d on d.id = s.decision_id join comments c on c.id = d.comment_id
     order by d.id desc limit ?`,
    limit,
  )
  return rows.map((row) => ({ decision: toDecision(row), excerpt: row.excerpt }))
}

/** Every comment id with a standing decision. */
export function decidedIds(db: ReadableDB): Int32Array {
  return numbersFrom(db, 'select group_concat(comment_id) from standing')
}

/** Those of the comments that have a standing decision. */
export function decidedAmong(db: ReadableDB, commentIds: readonly number[]): ReadonlySet<number> {
  const rows = db.all<{ comment_id: number }>(
    'select comment_id from standing where comment_id in (select value from json_each(?))',
    JSON.stringify(commentIds),
  )
  return new Set(rows.map((row) => row.comment_id))
}

/**
 * The question what stands: comment, decision, label, and whether it was given to many at once.
 *
 * @param among a condition on `comment_id`
 */
export function latestStanding(among: string): string {
  // The columns beside the only maximum are those of its row.
  return `select comment_id, max(id), label, batch is not null from decisions d
    where kind = 'label' and not exists (select 1 from decisions u where u.undoes = d.id) and ${among}
    group by comment_id`
}

/** Comments whose standing label is not the one that the decisions give. */
export function wronglyStanding(db: ReadableDB): readonly number[] {
  const wrong = db.all<{ comment_id: number }>(
    `with last (comment_id, id, label, in_batch) as (${latestStanding('true')})
     select coalesce(last.comment_id, s.comment_id) as comment_id
     from last full join standing s on s.comment_id = last.comment_id
     where s.decision_id is not last.id or s.label is not last.label or s.in_batch is not last.in_batch`,
  )
  return wrong.map((row) => row.comment_id)
}

/** Puts down as standing the label that the decisions give this comment. @returns it, or null where none does */
export function restand(db: WritableDB, commentId: number): string | null {
  const last = db.get<{ id: number; label: string; batch: number | null }>(
    `select id, label, batch from decisions d where comment_id = ? and kind = 'label'
       and not exists (select 1 from decisions u where u.undoes = d.id) order by id desc limit 1`,
    commentId,
  )
  if (!last) {
    db.run('delete from standing where comment_id = ?', commentId)
    return null
  }
  stands(db, { ...last, comment_id: commentId })
  return last.label
}

/** Puts this decision down as standing: for the latest on its comment. */
export function stands(
  db: WritableDB,
  row: Pick<DecisionRow, 'id' | 'comment_id' | 'label' | 'batch'>,
): void {
  db.run(
    `insert into standing (comment_id, decision_id, label, in_batch) values (?, ?, ?, ?)
     on conflict (comment_id) do update
       set decision_id = excluded.decision_id, label = excluded.label, in_batch = excluded.in_batch`,
    row.comment_id,
    row.id,
    row.label,
    row.batch === null ? 0 : 1,
  )
}

function toDecision(row: DecisionRow): Decision {
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
  }
}

function withoutVersion({ shares, band }: Prediction): Omit<Prediction, 'modelVersion'> {
  return { shares, band }
}
