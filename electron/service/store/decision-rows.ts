/** The rows of the record that are decisions: appended, never changed. */
import { hash as sha256 } from 'node:crypto'
import type { Role } from '../../../core/deciding/standing.ts'
import type { Draw, Mode } from '../../../core/records.ts'
import { type Cell, digestOf, linkOf, readHead, uidOf, writeHead } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { jsonOf } from './number-lists.ts'
import { insertRows } from './rows.ts'

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
  readonly uid: string | null
  readonly clock: number | null
  readonly role: Role | null
  readonly independent: 0 | 1 | null
  readonly sitting: string | null
  readonly merge: number | null
  readonly hash: string
}

/** `batch` follows from the place: rows that are appended together are one. */
export type NewRow = Omit<DecisionRow, 'id' | 'hash' | 'batch' | 'uid' | 'clock' | 'merge'>

/** What names a decision in every copy. Rows from before have no uid: their hash is as good. */
export const globalId = (of: string): string => `coalesce(${of}.uid, substr(${of}.hash, 1, 32))`

/** Whether the row was taken back. @param of its table's name in the query */
export const isUndone = (of: string): string => `exists (select 1 from decisions u where u.undoes = ${of}.id)`

/** It was given before the label that stood on the comment ended: it counts no more, for anybody. */
export const hasRunOut = (of: string): string => `exists (select 1 from events e
  where e.comment_id = ${of}.comment_id and e.kind = 'expiry' and e.clock > coalesce(${of}.clock, ${of}.id))`

/** Within a transaction. */
export function appendRow(db: WritableDB, row: NewRow): DecisionRow {
  const head = readHead(db)
  const placed = { ...row, id: head.id + 1, batch: null, merge: null, clock: head.clock + 1 }
  const whole = { ...placed, uid: uidOf(contentOf(placed, globalNames(db, placed))) }
  const hash = insertLinked(db, head.hash, whole)
  writeHead(db, { id: whole.id, hash, clock: whole.clock })
  return { ...whole, hash }
}

/** What differs among the rows of a batch. */
export interface Members {
  readonly commentIds: Int32Array
  /** The rows that an undo takes back, or a redo reverses, in the same places; null in a batch that decides. */
  readonly others: Int32Array | null
}

export interface Rows {
  readonly first: number
  readonly last: number
}

/**
 * Appends rows as one batch, of which an undo is one step. Within a transaction.
 *
 * @param like what they have in common
 * @yields ids of the rows that are in, some after the other
 */
export function* appendBatch(db: WritableDB, like: NewRow, members: Members): Generator<Rows, void> {
  const head = readHead(db)
  let { id, hash } = head
  const clock = head.clock + 1
  const batch = id + 1
  for (let at = 0; at < members.commentIds.length; at += membersAtATime) {
    const first = id + 1
    const some = membersAt(members, at)
    const names = namesOf(db, some)
    const rows = Array.from(some.commentIds, (comment_id, place) => {
      const other = some.others?.[place] ?? null
      id += 1
      const links = like.kind === 'undo' ? { undoes: other } : { redoes: other }
      const placed = { ...like, ...links, comment_id, id, batch, merge: null, clock }
      const comment = names.comments.get(comment_id) ?? ''
      const otherUid = other === null ? null : (names.decisions.get(other) ?? null)
      const said = {
        comment,
        undoes: placed.undoes === null ? null : otherUid,
        redoes: placed.redoes === null ? null : otherUid,
      }
      const cells = cellsOf({ ...placed, uid: uidOf(contentOf(placed, said)) })
      hash = linkOf(hash, digestOf(cells))
      return [...cells, hash]
    })
    insertAllLinked(db, rows)
    yield { first, last: id }
  }
  writeHead(db, { id, hash, clock })
}

const membersAtATime = 1000

function membersAt({ commentIds, others }: Members, at: number): Members {
  const end = at + membersAtATime
  return { commentIds: commentIds.subarray(at, end), others: others?.subarray(at, end) ?? null }
}

/** What names the comments and the other rows of these members in every copy, asked for together. */
function namesOf(
  db: ReadableDB,
  { commentIds, others }: Members,
): { readonly comments: ReadonlyMap<number, string>; readonly decisions: ReadonlyMap<number, string> } {
  const mapped = (sql: string, ids: Int32Array) =>
    new Map(db.all<{ id: number; name: string }>(sql, jsonOf(ids)).map(({ id, name }) => [id, name]))
  return {
    comments: mapped(
      'select c.id, c.key as name from json_each(?) j join comments c on c.id = j.value',
      commentIds,
    ),
    decisions: mapped(
      `select d.id, ${globalId('d')} as name from json_each(?) j join decisions d on d.id = j.value`,
      others ?? new Int32Array(),
    ),
  }
}

/** With an id, a clock and a uid of its own already. The head is left to the caller. @returns its hash */
export function insertLinked(db: WritableDB, before: string, row: Omit<DecisionRow, 'hash'>): string {
  const cells = cellsOf(row)
  const hash = linkOf(before, digestOf(cells))
  db.run(insertion, ...cells, hash)
  return hash
}

/** A row's hash, then all of its cells as they are digested. */
export type StoredCells = readonly [hash: string, ...cells: Cell[]]

/** As `insertLinked`, many in few statements. @param rows cells in the order of `decisionColumns`, the hash behind them */
export function insertAllLinked(db: WritableDB, rows: readonly (readonly Cell[])[]): void {
  insertRows(db, `decisions (${decisionColumns.join(', ')}, hash)`, rows)
}

export const storedCells = (order: string): string =>
  `select hash, ${decisionColumns.join(', ')} from decisions ${order}`

/** The hash that a row must have after the one before. */
export function hashOf(before: string, [hash, ...cells]: StoredCells): string {
  if (cells[uidAt] !== null) return linkOf(before, digestOf(cells))
  // From before the record held anything but decisions. Safe: the cells are those of the columns, in their order.
  const row = Object.fromEntries(
    decisionColumns.map((name, at) => [name, cells[at]]),
  ) as unknown as DecisionRow
  return oldHash(before, { ...row, hash })
}

/** All of a row but its hash, in the order of `decisionColumns`. */
export function cellsOf(row: Omit<DecisionRow, 'hash'>): readonly Cell[] {
  return decisionColumns.map((name) => row[name])
}

/** What a decision says, in words that mean the same in every copy: its uid is made of it. */
export function contentOf(
  row: Omit<DecisionRow, 'hash' | 'uid' | 'merge'>,
  names: GlobalNames,
): readonly Cell[] {
  const { comment, undoes, redoes } = names
  const said = contentColumns.map((name) => row[name])
  return ['decision', comment, undoes, redoes, row.batch === null ? 0 : 1, ...said]
}

export interface GlobalNames {
  /** The key of the comment. */
  readonly comment: string
  /** Uids. */
  readonly undoes: string | null
  readonly redoes: string | null
}

function globalNames(
  db: ReadableDB,
  { comment_id, undoes, redoes }: Pick<DecisionRow, 'comment_id' | 'undoes' | 'redoes'>,
): GlobalNames {
  const row = db.get<{ key: string }>('select key from comments where id = ?', comment_id)
  return { comment: row?.key ?? '', undoes: globalIdOf(db, undoes), redoes: globalIdOf(db, redoes) }
}

function globalIdOf(db: ReadableDB, id: number | null): string | null {
  if (id === null) return null
  return (
    db.get<{ uid: string }>(`select ${globalId('d')} as uid from decisions d where id = ?`, id)?.uid ?? null
  )
}

const contentColumns = [
  'kind',
  'label',
  'coder',
  'decided_at',
  'note',
  'codebook_id',
  'codebook_version',
  'suggestion_shown',
  'shown_ms',
  'suggestion',
  'model_version',
  'draw',
  'mode',
  'passage_start',
  'passage_end',
  'reason',
  'clock',
  'role',
  'independent',
  'sitting',
] as const

/** All of a row but its hash, in the order in which it is hashed. */
export const decisionColumns = [
  'id',
  'comment_id',
  'undoes',
  'batch',
  'redoes',
  ...contentColumns,
  'uid',
  'merge',
] as const satisfies readonly (keyof Omit<DecisionRow, 'hash'>)[]

const uidAt = decisionColumns.indexOf('uid')

const insertion = `insert into decisions (${decisionColumns.join(', ')}, hash)
  values (${decisionColumns.map(() => '?').join(', ')}, ?)`

/**
 * As rows were hashed before: in one step. What came after the first form of the file is among the cells only where
 * there is any of it: rows from before must keep the hash that they have, and whatever is slipped in or taken out later
 * still changes the number of cells, and the hash.
 */
function oldHash(before: string, row: DecisionRow): string {
  const later = [row.mode, row.passage_start, row.passage_end, row.reason, row.batch, row.redoes]
  const latest = [row.clock, row.role, row.independent, row.sitting, row.merge]
  const some: readonly Cell[] = latest.some(isThere)
    ? [row.draw, ...later, ...latest]
    : later.some(isThere)
      ? [row.draw, ...later]
      : row.draw === null
        ? []
        : [row.draw]
  return sha256('sha256', `${before}\n${JSON.stringify([...firstColumns.map((name) => row[name]), ...some])}`)
}

// Undefined in a file that has not been brought up to date.
const isThere = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined

const firstColumns = [
  'id',
  'comment_id',
  'kind',
  'label',
  'undoes',
  'coder',
  'decided_at',
  'note',
  'codebook_id',
  'codebook_version',
  'suggestion_shown',
  'shown_ms',
  'suggestion',
  'model_version',
] as const
