/** Steps back and forth through the record: what was decided last is taken back, and given again. */
import type { Step } from '../../../core/contract/answers.ts'
import { appendBatch, appendRow, type DecisionRow, type NewRow } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { restand, stands } from './decisions.ts'

export interface By {
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
}

/** A step with all of its comments, not the first alone. */
export interface StepTaken {
  readonly step: Step
  readonly commentIds: readonly number[]
}

/** So many comments of a step are named to the window. */
const mostNamed = 500

const isUndone = 'exists (select 1 from decisions u where u.undoes = d.id)'
const isRedone = 'exists (select 1 from decisions r where r.redoes = d.id)'

/**
 * Takes back the coder's latest decision that has not been taken back, with all of its batch. The comments then have
 * the labels that they had before.
 *
 * @returns null when there is nothing to take back
 */
export function undoLatest(db: WritableDB, by: By): StepTaken | null {
  return db.transaction(() => {
    const last = latestToUndo(db, by.coder)
    if (last?.label == null) return null
    const rows = wholeStep(db, last, isUndone)
    appendAs(
      db,
      last,
      rows.map((row) => undoOf(row, by)),
    )
    const labels = rows.map(({ comment_id }) => restand(db, comment_id))
    return taken(rows, last.label, labels[0] ?? null)
  })
}

/**
 * Gives again what the coder took back last, as rows of their own with all that the first ones said. A decision in
 * between ends it: it was made with the others gone.
 *
 * @returns null when there is nothing to give again
 */
export function redoLatest(db: WritableDB, by: By): StepTaken | null {
  return db.transaction(() => {
    const last = latestToRedo(db, by.coder)
    if (!last) return null
    const undone = new Map(wholeStep(db, last, isRedone).map((undo) => [undo.undoes, undo.id]))
    const first = originalOf(db, last)
    if (first?.label == null) return null
    const rows = wholeStep(db, first, 'false').filter(({ id }) => undone.has(id))
    for (const row of appendAs(
      db,
      last,
      rows.map((one) => redoOf(one, undone.get(one.id) ?? null, by)),
    ))
      stands(db, row)
    return taken(rows, first.label, first.label)
  })
}

/** Whether the coder has anything to take back, and to give again. */
export function stepsOf(
  db: ReadableDB,
  coder: string,
): { readonly canUndo: boolean; readonly canRedo: boolean } {
  return { canUndo: latestToUndo(db, coder) !== undefined, canRedo: latestToRedo(db, coder) !== undefined }
}

function latestToUndo(db: ReadableDB, coder: string): DecisionRow | undefined {
  return db.get<DecisionRow>(
    `select * from decisions d where kind = 'label' and coder = ? and not ${isUndone} order by id desc limit 1`,
    coder,
  )
}

function latestToRedo(db: ReadableDB, coder: string): DecisionRow | undefined {
  return db.get<DecisionRow>(
    `select * from decisions d where kind = 'undo' and coder = ? and not ${isRedone} and id > coalesce(
       (select id from decisions where kind = 'label' and coder = ? and redoes is null order by id desc limit 1), 0)
     order by id desc limit 1`,
    coder,
    coder,
  )
}

function originalOf(db: ReadableDB, undo: DecisionRow): DecisionRow | undefined {
  return db.get<DecisionRow>('select * from decisions where id = ?', undo.undoes ?? 0)
}

/** The row, or all of its batch, but for those of which `isOver` holds; in the order in which they were made. */
function wholeStep(db: ReadableDB, row: DecisionRow, isOver: string): readonly DecisionRow[] {
  if (row.batch === null) return [row]
  return db.all<DecisionRow>(
    `select * from decisions d where batch = ? and not ${isOver} order by id`,
    row.batch,
  )
}

/** One as one, and a batch as a batch, also where only one of it is left. */
function appendAs(db: WritableDB, { batch }: DecisionRow, rows: readonly NewRow[]): readonly DecisionRow[] {
  return batch === null ? rows.map((row) => appendRow(db, row)) : [...appendBatch(db, rows)]
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
  }
}

/** With its draw: it is the judgement that was made then, and measures if that one did. */
function redoOf(row: DecisionRow, undo: number | null, by: By): NewRow {
  return { ...row, redoes: undo, decided_at: by.at }
}

function taken(rows: readonly DecisionRow[], given: string, label: string | null): StepTaken {
  const commentIds = rows.map(({ comment_id }) => comment_id)
  const step = {
    commentIds: commentIds.slice(0, mostNamed),
    count: commentIds.length,
    commentId: commentIds[0] ?? 0,
    given,
    label,
  }
  return { step, commentIds }
}
