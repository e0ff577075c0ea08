/** Steps back and forth through the record: what was decided last is taken back, and given again. */
import type { Step } from '../../../core/contract/answers.ts'
import { type Piecewise, toEnd } from '../../../core/piecewise.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendRow, type DecisionRow, isUndone, type NewRow } from './decision-rows.ts'
import { ownDecision } from './decisions.ts'
import { membersOf, putMany } from './many.ts'
import { restand, standingLabel } from './standing.ts'

export interface By {
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** Names this run of the app. */
  readonly sitting?: string
  /** What others decided is hidden from them: then a step tells of their own labels only. */
  readonly isBlind?: boolean
}

/** A step with all of its comments, not the first alone. */
export interface StepTaken {
  readonly step: Step
  readonly commentIds: Int32Array
}

export type StepKind = 'undo' | 'redo'

/** So many comments of a step are named to the window. */
const mostNamed = 500

const isRedone = 'exists (select 1 from decisions r where r.redoes = d.id)'

/**
 * Takes back the coder's latest decision that has not been taken back, with all of its batch. The comments then have
 * the labels that they had before.
 *
 * @returns null when there is nothing to take back
 */
export function undoLatest(db: WritableDB, by: By): StepTaken | null {
  return db.transaction(() => toEnd(takeStep(db, 'undo', by)))
}

/** As `undoLatest` and `redoLatest`, for those who have begun a transaction. @yields how many comments are done */
export function takeStep(db: WritableDB, kind: StepKind, by: By): Piecewise<StepTaken | null> {
  return kind === 'undo' ? takeBack(db, by) : giveAgain(db, by)
}

/** How many comments the next step is on, at the most; 0 where there is none. */
export function sizeOfStep(db: ReadableDB, kind: StepKind, coder: string): number {
  const last = kind === 'undo' ? latestToUndo(db, coder) : latestToRedo(db, coder)
  if (!last) return 0
  if (last.batch === null) return 1
  return db.get<{ n: number }>('select count(*) as n from decisions where batch = ?', last.batch)?.n ?? 0
}

function* takeBack(db: WritableDB, by: By): Piecewise<StepTaken | null> {
  const last = latestToUndo(db, by.coder)
  if (last?.label == null) return null
  const like = undoOf(last, by)
  const given = { given: last.label, before: last.label }
  if (last.batch === null) {
    appendRow(db, like)
    restand(db, last.comment_id)
    return taken(Int32Array.of(last.comment_id), { ...given, label: labelTold(db, last.comment_id, by) })
  }
  const members = membersOf(db, last, isUndone('d'))
  yield* putMany(db, like, members)
  return taken(members.commentIds, { ...given, label: labelTold(db, members.commentIds[0], by) })
}

/**
 * Gives again what the coder took back last, as rows of their own with all that the first ones said. A decision in
 * between ends it: it was made with the others gone.
 *
 * @returns null when there is nothing to give again
 */
export function redoLatest(db: WritableDB, by: By): StepTaken | null {
  return db.transaction(() => toEnd(takeStep(db, 'redo', by)))
}

function* giveAgain(db: WritableDB, by: By): Piecewise<StepTaken | null> {
  const last = latestToRedo(db, by.coder)
  const first = last && originalOf(db, last)
  if (!last || first?.label == null) return null
  const like = redoOf(first, last.id, by)
  if (last.batch === null) {
    const before = labelTold(db, last.comment_id, by)
    appendRow(db, { ...like, independent: wasOvertaken(db, first) ? 0 : like.independent })
    restand(db, last.comment_id)
    const label = labelTold(db, last.comment_id, by)
    return taken(Int32Array.of(last.comment_id), { given: first.label, before, label })
  }
  const members = membersOf(db, last, isRedone)
  const before = labelTold(db, members.commentIds[0], by)
  yield* putMany(db, like, members)
  return taken(members.commentIds, { given: first.label, before, label: first.label })
}

/** Whether the coder has anything to take back, and to give again. */
export function stepsOf(
  db: ReadableDB,
  coder: string,
): { readonly canUndo: boolean; readonly canRedo: boolean } {
  return { canUndo: latestToUndo(db, coder) !== undefined, canRedo: latestToRedo(db, coder) !== undefined }
}

function latestToUndo(db: ReadableDB, coder: string): DecisionRow | undefined {
  for (const row of backThrough(db, coder, `kind = 'label'`)) if (!row.isUndone) return row
  return undefined
}

function latestToRedo(db: ReadableDB, coder: string): DecisionRow | undefined {
  for (const row of backThrough(db, coder, 'true')) {
    if (row.kind === 'label' && row.redoes === null) return undefined
    if (row.kind === 'undo' && !row.isRedone) return row
  }
  return undefined
}

type PassedRow = DecisionRow & { readonly isUndone: 0 | 1; readonly isRedone: 0 | 1 }

/**
 * The coder's own rows, the latest first; of a batch the last one alone, for all of it is taken back or given again, or
 * nothing is. After the undo of a million it would take seconds to look at each.
 */
function* backThrough(db: ReadableDB, coder: string, which: string): Generator<PassedRow> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const row = db.get<PassedRow>(
      `select d.*, ${isUndone('d')} as isUndone, ${isRedone} as isRedone from decisions d
       where coder = ? and merge is null and id < ? and ${which} order by id desc limit 1`,
      coder,
      before,
    )
    if (!row) return
    yield row
    before = row.batch ?? row.id
  }
}

function originalOf(db: ReadableDB, undo: DecisionRow): DecisionRow | undefined {
  return db.get<DecisionRow>('select * from decisions where id = ?', undo.undoes ?? 0)
}

function undoOf(row: DecisionRow, by: By): NewRow {
  return {
    ...row,
    kind: 'undo',
    label: null,
    undoes: row.id,
    redoes: null,
    decided_at: by.at,
    note: null,
    suggestion: null,
    model_version: null,
    draw: null,
    mode: null,
    passage_start: null,
    passage_end: null,
    reason: null,
    suggestion_shown: 0,
    shown_ms: 0,
    independent: null,
    sitting: by.sitting ?? null,
  }
}

/** With its draw: it is the judgement that was made then, and measures if that one did. */
function redoOf(row: DecisionRow, undo: number, by: By): NewRow {
  return { ...row, redoes: undo, decided_at: by.at, sitting: by.sitting ?? null }
}

/** Somebody else has judged the comment since: to say it again now is not to say it unknowing. */
function wasOvertaken(db: ReadableDB, { id, comment_id, coder }: DecisionRow): boolean {
  const other = db.get(
    `select 1 from decisions where comment_id = ? and id > ? and coder <> ? and kind = 'label'`,
    comment_id,
    id,
    coder,
  )
  return other !== undefined
}

/** What stands on it, as far as they may know. */
function labelTold(db: ReadableDB, commentId = 0, { coder, isBlind = false }: By): string | null {
  if (!isBlind) return standingLabel(db, commentId)
  return ownDecision(db, commentId, coder)?.label ?? null
}

function taken(commentIds: Int32Array, labels: Pick<Step, 'given' | 'before' | 'label'>): StepTaken {
  const [commentId = 0] = commentIds
  const named = Array.from(commentIds.subarray(0, mostNamed))
  return { step: { commentIds: named, count: commentIds.length, commentId, ...labels }, commentIds }
}
