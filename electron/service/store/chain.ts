/** The rows of the record of decisions: appended, each with a hash over itself and the one before. */
import { hash as digest } from 'node:crypto'
import type { Draw, Mode } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'

/** A row as it is stored. Columns that came after the first form of the file are null in rows from before. */
export interface DecisionRow {
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
  readonly mode: Mode | null
  readonly passage_start: number | null
  readonly passage_end: number | null
  readonly reason: string | null
  readonly batch: number | null
  readonly redoes: number | null
  readonly hash: string
}

/** `batch` follows from the place: rows that are appended together are one. */
export type NewRow = Omit<DecisionRow, 'id' | 'hash' | 'batch'>

/** Within a transaction. */
export function appendRow(db: WritableDB, row: NewRow): DecisionRow {
  const last = lastLink(db)
  const whole = { ...row, id: last.id + 1, batch: null }
  return { ...whole, hash: insert(db, last.hash, whole) }
}

/** What differs among the rows of a batch. */
export interface Member {
  readonly comment_id: number
  /** The row that an undo takes back, or a redo reverses; null in a batch that decides. */
  readonly other: number | null
}

/**
 * Appends rows as one batch, of which an undo is one step. Within a transaction.
 *
 * @param like what they have in common
 * @returns the id of the batch
 */
export function appendBatch(db: WritableDB, like: NewRow, members: Iterable<Member>): number {
  let { id, hash } = lastLink(db)
  const batch = id + 1
  for (const { comment_id, other } of members) {
    id += 1
    const links = like.kind === 'undo' ? { undoes: other } : { redoes: other }
    hash = insert(db, hash, { ...like, ...links, comment_id, id, batch })
  }
  return batch
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

function lastLink(db: ReadableDB): { readonly id: number; readonly hash: string } {
  const last = db.get<{ id: number; hash: string }>('select id, hash from decisions order by id desc limit 1')
  return last ?? { id: 0, hash: '' }
}

/** @returns its hash */
function insert(db: WritableDB, before: string, row: Omit<DecisionRow, 'hash'>): string {
  const hash = chain(before, row)
  db.run(
    `insert into decisions (id, comment_id, kind, label, undoes, coder, decided_at, note, codebook_id,
       codebook_version, suggestion_shown, shown_ms, suggestion, model_version, draw, mode, passage_start,
       passage_end, reason, batch, redoes, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...cells(row),
    row.draw,
    ...laterCells(row),
    hash,
  )
  return hash
}

/**
 * SHA-256 over the hash before and the row's own cells, so that no row can be changed or taken out unseen. What came
 * after the first form of the file is among them only where there is any of it: rows from before must keep the hash
 * that they have, and whatever is slipped in or taken out later still changes the number of cells, and the hash.
 */
function chain(before: string, row: Omit<DecisionRow, 'hash'>): string {
  // Not there at all in a file that has not been brought up to date.
  const { draw = null } = row
  const later = laterCells(row)
  const hashed = later.some((cell) => cell !== null)
    ? [...cells(row), draw, ...later]
    : draw === null
      ? cells(row)
      : [...cells(row), draw]
  return digest('sha256', `${before}\n${JSON.stringify(hashed)}`)
}

/** As they stand in the first form of the file. */
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

/** Those of 0060. */
function laterCells(row: Omit<DecisionRow, 'hash'>): readonly (string | number | null)[] {
  const { mode = null, passage_start = null, passage_end = null, reason = null } = row
  const { batch = null, redoes = null } = row
  return [mode, passage_start, passage_end, reason, batch, redoes]
}
