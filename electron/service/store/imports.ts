/** Imports: begun, finished or taken out again. Their comments stay out of sight until all is finished; see incoming.ts. */
import type { ImportReport, Ledger } from '../../../core/contract/import-answers.ts'
import { titleOfFormat } from '../../../core/importers/index.ts'
import type { Problem, ProblemReason, Reading } from '../../../core/records.ts'
import { applyAnswers } from './answers.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { applyEdits } from './edits.ts'
import { appendEvent } from './events.ts'
import type { RunningImport } from './incoming.ts'
import { adoptReplies, countOrphans, joinThreads, type Linking, removeEmptyThreads } from './parents.ts'
import { insertRows } from './rows.ts'
import { restandEdited } from './standing.ts'

/** Of those that are taken out again. */
const rowsAtATime = 1000

export interface ImportFacts {
  /** Of the file, or of the archive and its member. */
  readonly name: string
  readonly reading: Reading
  /** Null for a table. */
  readonly platform: string | null
  /** Whether an id names one comment of the platform, wherever that stands. */
  readonly areIdsWide: boolean
  readonly at: string
}

export function beginImport(
  db: WritableDB,
  { name, reading, platform, areIdsWide, at }: ImportFacts,
): RunningImport {
  const { id } = db.run(
    `insert into imports (name, reading, platform, imported_at, state) values (?, ?, ?, ?, 'running')`,
    name,
    JSON.stringify(reading),
    platform,
    at,
  )
  const widePlatform = areIdsWide ? platform : null
  return {
    id,
    fileName: name,
    platform,
    widePlatform,
    threads: new Map(),
    authors: new Map(),
    lately: new Map(),
  }
}

export function insertProblems(db: WritableDB, importId: number, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const rows = problems.map(
    ({ row, field, value, reason, skipped }) =>
      [importId, row, field, value, reason, skipped ? 1 : 0] as const,
  )
  db.bulk(() => insertRows(db, 'problems (import_id, row, field, value, reason, skipped)', rows))
}

/** What came of reading one file. */
export interface ReadImport extends Linking {
  /** As `linkParents` gave them. */
  readonly strays: readonly number[]
  readonly ledger: Omit<Ledger, 'orphans'>
  readonly incomplete: readonly string[]
}

/**
 * Makes the comments of imports visible, edits and answers in effect, all at once, and remembers what happened to
 * every row.
 *
 * @param at UTC, ISO 8601
 */
export function finishImports(
  db: WritableDB,
  imports: readonly ReadImport[],
  at: string,
  coder?: string,
): readonly Ledger[] {
  return db.transaction(() => {
    const strays = imports.flatMap((one) => one.strays)
    joinThreads(db, [...strays, ...adoptReplies(db, imports)])
    removeEmptyThreads(db, imports)
    const ledgers = imports.map(({ id, ledger, incomplete }) => {
      applyEdits(db, id, at)
      if (coder !== undefined) {
        const { added, read } = ledger
        const name = db.get<{ name: string }>('select name from imports where id = ?', id)?.name ?? ''
        appendEvent(db, { kind: 'import', coder, at, body: { importId: id, name, read, added } })
      }
      restandEdited(db)
      // After the event: what a file brings was decided about what that file says.
      const unknown = applyAnswers(db, id, at)
      const whole = { ...withRepaired(ledger, 'unknown-label', unknown), orphans: countOrphans(db, id) }
      db.run(
        `update imports set state = 'done', ledger = ?, incomplete = ? where id = ?`,
        JSON.stringify(whole),
        JSON.stringify(incomplete),
        id,
      )
      return whole
    })
    db.run('update project set visible_through = coalesce((select max(id) from comments), 0)')
    return ledgers
  })
}

function withRepaired<L extends Pick<Ledger, 'repaired'>>(
  ledger: L,
  reason: ProblemReason,
  count: number,
): L {
  return count === 0 ? ledger : { ...ledger, repaired: [...ledger.repaired, { reason, count }] }
}

/** Takes an unfinished import out again, a step at a time. */
function* discardImport(db: WritableDB, importId: number): Generator<void> {
  db.bulk(() => {
    // What waits for the end points to comments that go first.
    db.run('delete from incoming_edits where import_id = ?', importId)
    db.run('delete from incoming_answers where import_id = ?', importId)
  })
  while (db.bulk(() => removeLast(db, importId)) > 0) yield
  db.transaction(() => {
    for (const table of ['problems', 'threads', 'authors']) {
      db.run(`delete from ${table} where import_id = ?`, importId)
    }
    db.run('delete from imports where id = ?', importId)
  })
}

/** Whether an import was begun and did not come to its end. */
export function hasUnfinished(db: ReadableDB): boolean {
  return db.get(`select 1 from imports where state = 'running'`) !== undefined
}

/**
 * Takes out what a crash, or a disk too full to take it out at once, left of imports. Nobody sees it meanwhile.
 *
 * @yields after each step
 */
export function* discardUnfinished(db: WritableDB): Generator<void> {
  if (holdsUnfinishedOnly(db)) removeAll(db)
  // The newest first: the comments of one may be in the threads that one before it made.
  const running = `select id from imports where state = 'running' order by id desc`
  for (const { id } of db.all<{ id: number }>(running)) {
    for (const _ of discardImport(db, id)) yield
  }
}

interface ImportRow {
  readonly id: number
  readonly name: string
  readonly reading: string
  readonly imported_at: string
  readonly ledger: string
  readonly incomplete: string
}

export function listImports(db: ReadableDB): readonly ImportReport[] {
  const rows = db.all<ImportRow>(
    `select id, name, reading, imported_at, ledger, incomplete from imports where state = 'done' order by id desc`,
  )
  return rows.map(reportOf)
}

/** The report of an import that is done; null when there is none of that id. */
export function importReport(db: ReadableDB, importId: number): ImportReport | null {
  const row = db.get<ImportRow>(
    `select id, name, reading, imported_at, ledger, incomplete from imports where state = 'done' and id = ?`,
    importId,
  )
  return row ? reportOf(row) : null
}

const none = { updated: 0 }

function reportOf(row: ImportRow): ImportReport {
  // Safe, here and below: written by beginImport and finishImports from values of these types.
  const { format } = JSON.parse(row.reading) as Reading
  return {
    importId: row.id,
    name: row.name,
    format,
    title: titleOfFormat(format),
    importedAt: row.imported_at,
    // Imports of earlier versions updated nothing, and said nothing of it.
    ledger: { ...none, ...(JSON.parse(row.ledger) as Ledger) },
    incomplete: JSON.parse(row.incomplete) as readonly string[],
  }
}

type ProblemRow = Omit<Problem, 'skipped'> & { readonly skipped: number }

const problemOf = (row: ProblemRow): Problem => ({ ...row, skipped: row.skipped === 1 })

export function pageOfProblems(
  db: ReadableDB,
  importId: number,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly Problem[] } {
  const total = db.get<{ n: number }>('select count(*) as n from problems where import_id = ?', importId)?.n
  const rows = db.all<ProblemRow>(
    `select row, field, value, reason, skipped from problems where import_id = ?
     order by row, rowid limit ? offset ?`,
    importId,
    page.limit,
    page.offset,
  )
  return { total: total ?? 0, rows: rows.map(problemOf) }
}

/** Every problem of an import, by row. */
export function* allProblems(db: ReadableDB, importId: number): Generator<Problem> {
  const rows = db.iterate<ProblemRow>(
    'select row, field, value, reason, skipped from problems where import_id = ? order by row, rowid',
    importId,
  )
  for (const row of rows) yield problemOf(row)
}

/** Which of these keys the project holds already. */
export function areKnown(db: ReadableDB, keys: readonly string[]): readonly boolean[] {
  return keys.map((key) => db.get('select 1 from seen where key = ?', key) !== undefined)
}

/** In a new project, say: nothing that stays hangs on any of its comments. */
function holdsUnfinishedOnly(db: ReadableDB): boolean {
  const running = `select id from imports where state = 'running'`
  return (
    hasUnfinished(db) &&
    db.get(`select 1 from comments where import_id not in (${running}) limit 1`) === undefined
  )
}

/** All at once, which takes a moment where one after the other took longer than to bring them in. */
function removeAll(db: WritableDB): void {
  // Without checks of references SQLite lets go of a table whole.
  db.bulk(() => {
    db.run(`insert into comments_fts (comments_fts) values ('delete-all')`)
    for (const table of ['incoming_edits', 'incoming_answers', 'originals', 'predictions', 'comments'])
      db.run(`delete from ${table}`)
  })
}

/**
 * The newest comments of an import, with everything that hangs on them. Within `bulk`: their parents may be among those
 * that stay for the next step.
 *
 * @returns how many there were
 */
function removeLast(db: WritableDB, importId: number): number {
  const { first } = db.get<{ first: number | null }>(
    'select min(id) as first from (select id from comments where import_id = ? order by id desc limit ?)',
    importId,
    rowsAtATime,
  ) ?? { first: null }
  if (first === null) return 0
  const these = 'from comments where id >= ?1 and import_id = ?2'
  db.run(
    `insert or fail into comments_fts (comments_fts, rowid, text) select 'delete', id, text ${these}`,
    first,
    importId,
  )
  for (const table of ['originals', 'predictions']) {
    db.run(`delete from ${table} where comment_id in (select id ${these})`, first, importId)
  }
  return db.run(`delete ${these}`, first, importId).changes
}
