/** Merging: the union of this project and another copy of it, or a work package that was made from it. */
import type { MergeReport } from '../../../core/contract/package-answers.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Head, readHead, writeHead } from './chain.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent } from './events.ts'
import { hasUnfinished } from './imports.ts'
import { bringComments } from './merge-comments.ts'
import { conflictsOf, rememberStanding, sameNamesOf } from './merge-conflicts.ts'
import { appendFresh, freshCoders, listFresh } from './merge-record.ts'
import { readPackage } from './packages.ts'
import { restandMany } from './standing.ts'

export interface MergeWish {
  /** Of the file, as the person knows it. */
  readonly name: string
  /** Who merges. */
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string
  readonly sameCoders: boolean
  /** Only to see what it comes to: the transaction is thrown away. */
  readonly isLook: boolean
}

/** Before anything is written. @throws AppError bad-request, where they cannot be brought together */
export function requireMergeable(db: ReadableDB, other: ReadableDB, name: string): void {
  const uidOf = (one: ReadableDB) => one.get<{ uid: string }>('select uid from project')?.uid
  if (uidOf(db) !== uidOf(other)) throw new AppError('bad-request', sentences.mergeOtherProject(name))
  if (readPackage(db)) throw new AppError('bad-request', sentences.mergeIntoPackage())
  if (hasUnfinished(db)) throw new AppError('busy', sentences.othersWrite())
  const known = new Set(readCodebook(db).labels.map(({ id }) => id))
  const labels = other.all<{ label: string }>('select distinct label from decisions where label is not null')
  const unknown = labels.find(({ label }) => !known.has(label))
  if (unknown) {
    throw new AppError('bad-request', sentences.mergeUnknownLabel(name, unknown.label.slice(0, 64)))
  }
}

/** Tables whose form has to be ours before anything in them is read. */
const tables = [
  'project',
  'package',
  'package_part',
  'codebooks',
  'coders',
  'interests',
  'shown_others',
  'imports',
  'problems',
  'threads',
  'authors',
  'comments',
  'originals',
  'earlier_texts',
  'decisions',
  'events',
  'record_head',
]

/** @throws AppError project-damaged where `other`, which is attached, has other tables than we make */
export function requireOurForm(db: ReadableDB, name: string): void {
  const columns = (table: string, schema: string) =>
    JSON.stringify(db.all('select name, type from pragma_table_info(?, ?)', table, schema))
  const isOurs = (table: string) =>
    db.get(
      `select 1 from pragma_table_list(?) where schema = 'other' and type = 'table' and strict = 1`,
      table,
    ) !== undefined && columns(table, 'main') === columns(table, 'other')
  if (tables.every(isOurs)) return
  throw new AppError('project-damaged', sentences.mergeEdited(name, 'its tables are not as we make them'))
}

/**
 * Within one transaction, with the other copy attached as `other`: all of it or nothing.
 *
 * @yields how many rows are done
 * @throws AppError bad-request where two people may have one name and nobody has said that they do not
 */
export function* mergeOther(db: WritableDB, wish: MergeWish): Generator<number, MergeReport> {
  const head = readHead(db)
  const counts = listFresh(db)
  const sameNames = sameNamesOf(db)
  if (sameNames.length > 0 && !wish.sameCoders && !wish.isLook) {
    throw new AppError('bad-request', sentences.mergeSameName(sameNames))
  }
  const coders = freshCoders(db)
  const lastHere = db.get<{ id: number }>('select coalesce(max(id), 0) as id from comments')?.id ?? 0
  const brought = yield* bringComments(db)
  rememberStanding(db)
  const isWorth = counts.worth + brought.comments > 0
  const end = isWorth ? yield* appendFresh(db, head, head.id + counts.rows + 1) : head
  const rows = end.id - head.id
  if (isWorth && rows !== counts.rows) {
    throw new AppError(
      'project-damaged',
      sentences.mergeEdited(wish.name, 'decisions in it are about comments that it does not hold'),
    )
  }
  markFresh(db, head)
  restandMany(db, 'select id from temp.touched')
  bringTheRest(db)
  const report: MergeReport = {
    name: wish.name,
    package: packageOf(db),
    lastAt: lastAt(db),
    coders,
    decisions: counts.decisions,
    undos: counts.undos,
    events: counts.events,
    brought,
    ...conflictsOf(db, { lastHere, at: wish.at, sameNames }),
    sameNames,
    isMerged: !wish.isLook,
  }
  if (isWorth) say(db, { head: end, wish, report })
  return report
}

/** The ids of the rows that came, to be found among ours. */
function markFresh(db: WritableDB, { id }: Head): void {
  db.execute(`create temp table fresh_here (id integer primary key)`)
  db.run('insert into fresh_here select id from main.decisions where id > ?', id)
}

/** What is known of coders, and what packages hold; ours stays where both say something. */
function bringTheRest(db: WritableDB): void {
  db.execute(`
    insert or ignore into main.codebooks select * from other.codebooks;
    insert or ignore into main.coders (name, uid, since) select name, uid, since from other.coders;
    insert or ignore into main.interests select * from other.interests;
    insert or ignore into main.shown_others (comment_id, coder)
      select c.id, s.coder from other.shown_others s
      join other.comments o on o.id = s.comment_id join main.comments c on c.key = o.key;
    insert or ignore into main.package_part (package, coder, comment_id)
      select p.package, p.coder, c.id from other.package_part p
      join other.comments o on o.id = p.comment_id join main.comments c on c.key = o.key;`)
}

function packageOf(db: ReadableDB): MergeReport['package'] {
  const row = db.get<{ forCoder: string; madeAt: string }>(
    `select body ->> 'forCoder' as forCoder, body ->> 'madeAt' as madeAt from other.package`,
  )
  return row ? { ...row } : null
}

function lastAt(db: ReadableDB): string | null {
  const row = db.get<{ at: string | null }>(
    `select max(at) as at from (
       select decided_at as at from other.decisions where id = (select max(id) from other.decisions)
       union all select at from other.events where id = (select max(id) from other.events))`,
  )
  return row?.at ?? null
}

/** The event that the rows which came name as theirs, right behind them. */
function say(
  db: WritableDB,
  { head, wish, report }: { readonly head: Head; readonly wish: MergeWish; readonly report: MergeReport },
): void {
  const theirs = db.get<Head>('select id, hash, clock from other.record_head')
  writeHead(db, { ...head, clock: Math.max(head.clock, theirs?.clock ?? 0) })
  const { package: from, coders, decisions, undos, events, brought, conflicts, sameNames } = report
  const body = {
    from: theirs ? { ...theirs } : null,
    package: from,
    coders,
    decisions: decisions.new,
    undos: undos.new,
    events: events.new,
    brought,
    conflicts: conflicts.reduce((sum, { count }) => sum + count, 0),
    byKind: conflicts,
    sameNames,
  }
  appendEvent(db, { kind: 'merge', coder: wish.coder, at: wish.at, body })
}
