/** Bringing comments in, a batch at a time. They stay out of sight until the whole import is finished. */
import type { ImportReport, Ledger } from '../../../core/contract/answers.ts'
import type { ImportedComment, Problem, Reading } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'

/** Made again or thrown away as a whole, so a power cut in the middle loses nothing that was promised. */
const cheap = { durable: false }
const rowsAtATime = 500
const rememberedAtMost = 100_000

export interface BatchOutcome {
  readonly added: number
  /** In the project from an earlier import. */
  readonly alreadyHere: number
  /** Came before in the same file. */
  readonly duplicates: number
}

export function beginImport(
  db: WritableDB,
  facts: { readonly name: string; readonly reading: Reading; readonly at: string },
): RunningImport {
  const { id } = db.run(
    `insert into imports (name, reading, imported_at, state) values (?, ?, ?, 'running')`,
    facts.name,
    JSON.stringify(facts.reading),
    facts.at,
  )
  return { id, fileName: facts.name, threads: new Map(), authors: new Map() }
}

/** An import that is running: what it is called, and the threads and authors that it has met. */
export interface RunningImport {
  readonly id: number
  readonly fileName: string
  readonly threads: Map<string, number>
  readonly authors: Map<string, number>
}

/** Adds the comments that are not here yet. All of the batch, or on an error none of it. */
export function insertBatch(
  db: WritableDB,
  running: RunningImport,
  comments: readonly ImportedComment[],
): BatchOutcome {
  return db.transaction(() => {
    const outcome = { added: 0, alreadyHere: 0, duplicates: 0 }
    for (const comment of comments) outcome[insertComment(db, running, comment)] += 1
    return outcome
  }, cheap)
}

export function insertProblems(db: WritableDB, importId: number, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  db.transaction(() => {
    for (const { row, field, value, reason, skipped } of problems) {
      db.run(
        'insert into problems (import_id, row, field, value, reason, skipped) values (?, ?, ?, ?, ?, ?)',
        importId,
        row,
        field,
        value,
        reason,
        skipped ? 1 : 0,
      )
    }
  }, cheap)
}

/**
 * Ties the replies that came before their parents, a step at a time so that decisions can be saved in between.
 * A parent is looked for in the same import, then in the same thread of earlier ones.
 *
 * @yields after each step
 */
export function* linkParents(db: WritableDB, importId: number): Generator<void> {
  for (let after = 0; ; ) {
    const replies = db.all<{ id: number }>(
      `select id from comments where import_id = ? and id > ? and parent_id is null
         and parent_external_id is not null order by id limit ?`,
      importId,
      after,
      rowsAtATime,
    )
    const last = replies.at(-1)
    if (!last) return
    db.transaction(() => {
      for (const { id } of replies) db.run(linkReply, id)
    }, cheap)
    after = last.id
    yield
  }
}

const linkReply = `update comments set parent_id = coalesce(
    (select p.id from comments p where p.external_id = comments.parent_external_id
       and p.import_id = comments.import_id and p.id <> comments.id limit 1),
    (select p.id from comments p where p.external_id = comments.parent_external_id
       and p.thread_id = comments.thread_id and p.id <> comments.id limit 1))
  where id = ?`

/** Makes the import's comments visible, all at once, and remembers what happened to every row. */
export function finishImport(db: WritableDB, importId: number, ledger: Omit<Ledger, 'orphans'>): Ledger {
  return db.transaction(() => {
    adoptReplies(db)
    const orphans = db.get<{ n: number }>(
      `select count(*) as n from comments
       where import_id = ? and parent_external_id is not null and parent_id is null`,
      importId,
    )
    const whole = { ...ledger, orphans: orphans?.n ?? 0 }
    db.run(`update imports set state = 'done', ledger = ? where id = ?`, JSON.stringify(whole), importId)
    db.run('update project set visible_through = coalesce((select max(id) from comments), 0)')
    return whole
  })
}

/** Replies of earlier imports whose parent has come with this one. */
function adoptReplies(db: WritableDB): void {
  db.run(
    `update comments set parent_id = (select p.id from comments p
       where p.external_id = comments.parent_external_id and p.thread_id = comments.thread_id
         and p.id <> comments.id limit 1)
     where parent_id is null and parent_external_id is not null
       and id <= (select visible_through from project)`,
  )
}

/** Takes an unfinished import out again, a step at a time. @yields how many comments are still to go */
function* discardImport(db: WritableDB, importId: number): Generator<number> {
  // Parents may have higher ids than their replies: let go of them first.
  db.transaction(() => db.run('update comments set parent_id = null where import_id = ?', importId), cheap)
  const left = () =>
    db.get<{ n: number }>('select count(*) as n from comments where import_id = ?', importId)?.n ?? 0
  for (let n = left(); n > 0; n = left()) {
    yield n
    db.transaction(() => removeLast(db, importId), cheap)
  }
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
  for (const { id } of db.all<{ id: number }>(`select id from imports where state = 'running'`)) {
    for (const _ of discardImport(db, id)) yield
  }
}

export function listImports(db: ReadableDB): readonly ImportReport[] {
  const rows = db.all<{ id: number; name: string; reading: string; imported_at: string; ledger: string }>(
    `select id, name, reading, imported_at, ledger from imports where state = 'done' order by id desc`,
  )
  return rows.map((row) => ({
    importId: row.id,
    name: row.name,
    // Safe: written by beginImport and finishImport from values of these types.
    format: (JSON.parse(row.reading) as Reading).format,
    importedAt: row.imported_at,
    ledger: JSON.parse(row.ledger) as Ledger,
    incomplete: [],
  }))
}

export function pageOfProblems(
  db: ReadableDB,
  importId: number,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly Problem[] } {
  const total = db.get<{ n: number }>('select count(*) as n from problems where import_id = ?', importId)?.n
  const rows = db.all<Omit<Problem, 'skipped'> & { skipped: number }>(
    `select row, field, value, reason, skipped from problems where import_id = ?
     order by row, rowid limit ? offset ?`,
    importId,
    page.limit,
    page.offset,
  )
  return { total: total ?? 0, rows: rows.map((row) => ({ ...row, skipped: row.skipped === 1 })) }
}

/** How many of these keys the project holds already. */
export function countKnown(db: ReadableDB, keys: readonly string[]): number {
  return keys.filter((key) => db.get('select 1 from seen where key = ?', key) !== undefined).length
}

function insertComment(db: WritableDB, running: RunningImport, comment: ImportedComment): keyof BatchOutcome {
  const { changes, id } = db.run(
    `insert into comments (import_id, row, key, external_id, parent_external_id, parent_id, thread_id,
       author_id, created_at, created_original, text, likes, state, kind, url)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing`,
    running.id,
    comment.row,
    comment.key,
    comment.id,
    comment.parentId,
    parentOf(db, running, comment),
    threadOf(db, running, comment),
    authorOf(db, running, comment),
    comment.createdAt,
    comment.createdOriginal,
    comment.text,
    comment.likes,
    comment.state,
    comment.kind,
    comment.url,
  )
  if (changes === 0) {
    const known = db.get<{ import_id: number }>('select import_id from comments where key = ?', comment.key)
    return known?.import_id === running.id ? 'duplicates' : 'alreadyHere'
  }
  db.run('insert into originals (comment_id, raw) values (?, ?)', id, comment.raw)
  db.run('insert into comments_fts (rowid, text) values (?, ?)', id, comment.text)
  return 'added'
}

/** The parent where it came earlier in the same file, as it mostly does; the others are tied at the end. */
function parentOf(db: ReadableDB, running: RunningImport, comment: ImportedComment): number | null {
  if (comment.parentId === null || comment.parentId === comment.id) return null
  const parent = db.get<{ id: number }>(
    'select id from comments where external_id = ? and import_id = ? limit 1',
    comment.parentId,
    running.id,
  )
  return parent?.id ?? null
}

/** Comments without a thread of their own belong to the one that is called like their file. */
function threadOf(
  db: WritableDB,
  { id, fileName, threads }: RunningImport,
  comment: ImportedComment,
): number {
  const key = comment.threadId === null ? `file:${fileName}` : `id:${comment.threadId}`
  return remembered(threads, key, () => {
    const known = db.get<{ id: number }>('select id from threads where key = ?', key)
    if (known) return known.id
    const title = comment.threadTitle ?? comment.threadId ?? fileName
    return db.run('insert into threads (key, title, import_id) values (?, ?, ?)', key, title, id).id
  })
}

function authorOf(db: WritableDB, { id, authors }: RunningImport, comment: ImportedComment): number | null {
  const name = comment.author
  if (name === null) return null
  return remembered(authors, name, () => {
    const known = db.get<{ id: number }>('select id from authors where name = ?', name)
    return known?.id ?? db.run('insert into authors (name, import_id) values (?, ?)', name, id).id
  })
}

/** Looks once, then knows; forgets all when there are too many to keep. */
function remembered(known: Map<string, number>, key: string, find: () => number): number {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= rememberedAtMost) known.clear()
  const id = find()
  known.set(key, id)
  return id
}

/** The newest comments of an import, with everything that hangs on them. */
function removeLast(db: WritableDB, importId: number): void {
  const last = db.all<{ id: number }>(
    'select id from comments where import_id = ? order by id desc limit ?',
    importId,
    rowsAtATime,
  )
  for (const { id } of last) {
    db.run(
      `insert into comments_fts (comments_fts, rowid, text) select 'delete', id, text from comments where id = ?`,
      id,
    )
    db.run('delete from originals where comment_id = ?', id)
    db.run('delete from predictions where comment_id = ?', id)
    db.run('delete from comments where id = ?', id)
  }
}
