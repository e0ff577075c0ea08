/** The record of decisions: appended, chained by hash, never changed. What stands follows from it. */
import { createHash } from 'node:crypto'
import type { RecentDecision } from '../../../core/contract/answers.ts'
import type { Decision, Draw, Prediction } from '../../../core/records.ts'
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
}

interface DecisionRow {
  readonly id: number
  readonly comment_id: number
  readonly kind: 'label' | 'undo'
  readonly label: string | null
  readonly undoes: number | null
  readonly coder: string
  readonly decided_at: string
  readonly note: string | null
  readonly codebook_id: string
  readonly codebook_version: number
  readonly suggestion_shown: number
  readonly shown_ms: number
  /** JSON of shares and band; before 0030 of troll, critic, neither and band side by side. */
  readonly suggestion: string | null
  readonly model_version: string | null
  readonly draw: Draw | null
  readonly hash: string
}

/** @returns the decision, on the disk when this returns */
export function appendDecision(db: WritableDB, decision: NewDecision): Decision {
  return db.transaction(() => recordDecision(db, decision))
}

/** As `appendDecision`, for those who have begun a transaction. */
export function recordDecision(db: WritableDB, decision: NewDecision): Decision {
  const { suggestion } = decision
  const row = append(db, {
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
  })
  restand(db, decision.commentId)
  return toDecision(row)
}

/**
 * Takes back the coder's latest decision that has not been taken back. The comment then has the label it had before.
 *
 * @returns null when there is nothing to take back
 */
export function undoLatest(
  db: WritableDB,
  by: { readonly coder: string; readonly at: string },
): { readonly commentId: number; readonly undone: string; readonly label: string | null } | null {
  return db.transaction(() => {
    const last = db.get<DecisionRow>(
      `select * from decisions d where kind = 'label' and coder = ?
         and not exists (select 1 from decisions u where u.undoes = d.id) order by id desc limit 1`,
      by.coder,
    )
    if (!last || last.label === null) return null
    append(db, {
      ...last,
      kind: 'undo',
      label: null,
      undoes: last.id,
      decided_at: by.at,
      note: null,
      suggestion: null,
      model_version: null,
      draw: null,
      suggestion_shown: 0,
      shown_ms: 0,
    })
    return { commentId: last.comment_id, undone: last.label, label: restand(db, last.comment_id) }
  })
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

/** Recomputes the chain. @returns the id of the first decision that does not fit, or null when all do */
export function brokenLink(db: ReadableDB): number | null {
  let before = ''
  for (const row of db.iterate<DecisionRow>('select * from decisions order by id')) {
    if (row.hash !== chain(before, row)) return row.id
    before = row.hash
  }
  return null
}

/** Comments whose standing label is not the one that the decisions give. */
export function wronglyStanding(db: ReadableDB): readonly number[] {
  const wrong = db.all<{ comment_id: number }>(
    `with last as (
       select d.comment_id, max(d.id) as id from decisions d where kind = 'label'
         and not exists (select 1 from decisions u where u.undoes = d.id) group by d.comment_id)
     select coalesce(last.comment_id, s.comment_id) as comment_id
     from last full join standing s on s.comment_id = last.comment_id
     left join decisions d on d.id = last.id
     where s.decision_id is not last.id or s.label is not d.label`,
  )
  return wrong.map((row) => row.comment_id)
}

function append(db: WritableDB, row: Omit<DecisionRow, 'id' | 'hash'>): DecisionRow {
  const last = db.get<{ id: number; hash: string }>('select id, hash from decisions order by id desc limit 1')
  const whole = { ...row, id: (last?.id ?? 0) + 1 }
  const hash = chain(last?.hash ?? '', whole)
  db.run(
    `insert into decisions (id, comment_id, kind, label, undoes, coder, decided_at, note, codebook_id,
       codebook_version, suggestion_shown, shown_ms, suggestion, model_version, draw, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...cells(whole),
    whole.draw,
    hash,
  )
  return { ...whole, hash }
}

/** The label that the decisions give this comment, put down as standing. */
function restand(db: WritableDB, commentId: number): string | null {
  const last = db.get<{ id: number; label: string }>(
    `select id, label from decisions d where comment_id = ? and kind = 'label'
       and not exists (select 1 from decisions u where u.undoes = d.id) order by id desc limit 1`,
    commentId,
  )
  if (!last) {
    db.run('delete from standing where comment_id = ?', commentId)
    return null
  }
  db.run(
    `insert into standing (comment_id, decision_id, label) values (?, ?, ?)
     on conflict (comment_id) do update set decision_id = excluded.decision_id, label = excluded.label`,
    commentId,
    last.id,
    last.label,
  )
  return last.label
}

/**
 * SHA-256 over the hash before and the row's own cells, so that no row can be changed or taken out unseen. The draw
 * is among them only where there is one: rows from before it was written down must keep the hash that they have, and
 * a draw that is slipped in or taken out later still changes the hash.
 */
function chain(before: string, row: Omit<DecisionRow, 'hash'>): string {
  // Not there at all in a file that has not been brought up to date.
  const { draw = null } = row
  const hashed = draw === null ? cells(row) : [...cells(row), draw]
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(hashed)}`)
    .digest('hex')
}

/** As they stand in the first form of the file; the draw came later. */
function cells(row: Omit<DecisionRow, 'hash'>): readonly (string | number | null)[] {
  return [
    row.id,
    row.comment_id,
    row.kind,
    row.label,
    row.undoes,
    row.coder,
    row.decided_at,
    row.note,
    row.codebook_id,
    row.codebook_version,
    row.suggestion_shown,
    row.shown_ms,
    row.suggestion,
    row.model_version,
  ]
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
  }
}

function withoutVersion({ shares, band }: Prediction): Omit<Prediction, 'modelVersion'> {
  return { shares, band }
}
