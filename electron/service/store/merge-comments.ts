/** What was imported in another copy and not here: comments with their threads, authors, imports and records. */
import { exportFormatOf } from '../../../core/importers/index.ts'
import type { Reading } from '../../../core/records.ts'
import type { WritableDB } from './database.ts'
import { adoptReplies, joinThreads, type Linking, linkNow } from './parents.ts'

export interface Brought {
  readonly imports: number
  readonly comments: number
  readonly threads: number
  readonly authors: number
}

const atATime = 5000

/**
 * Within a transaction, with the other copy attached as `other`. What is new goes behind what is here; ids are ours.
 *
 * @yields how many comments are in
 */
export function* bringComments(db: WritableDB): Generator<number, Brought> {
  const comments = listNew(db)
  if (comments === 0) return { imports: 0, comments: 0, threads: 0, authors: 0 }
  db.execute('pragma defer_foreign_keys = on')
  const imports = bringImports(db)
  const threads = db.run(
    `insert into threads (key, title, import_id) select o.key, o.title, i.id from other.threads o
     join temp.merged_imports i on i.other_id = o.import_id
     where not exists (select 1 from threads t where t.key = o.key) and o.id in (${usedBy('thread_id')}) order by o.id`,
  ).changes
  const authors = db.run(
    `insert into authors (key, name, import_id) select o.key, o.name, i.id from other.authors o
     join temp.merged_imports i on i.other_id = o.import_id
     where not exists (select 1 from authors a where a.key = o.key) and o.id in (${usedBy('author_id')}) order by o.id`,
  ).changes
  for (let after = 0; after < comments; after += atATime) {
    insertComments(db, after)
    yield Math.min(comments, after + atATime)
  }
  tieReplies(db)
  db.run('update project set visible_through = coalesce((select max(id) from comments), 0)')
  return { imports, comments, threads, authors }
}

/** The comments that are not here, with the ids that they get. @returns how many */
function listNew(db: WritableDB): number {
  const last = db.get<{ id: number }>('select coalesce(max(id), 0) as id from comments')?.id ?? 0
  db.execute(`
    create temp table merged_comments (place integer primary key, other_id integer not null unique, id integer);
    create temp table merged_imports (other_id integer primary key, id integer not null, is_new integer not null);`)
  const { changes } = db.run(
    `insert into merged_comments (other_id) select o.id from other.seen o
     where not exists (select 1 from main.comments c where c.key = o.key) order by o.id`,
  )
  db.run('update merged_comments set id = place + ?', last)
  return changes
}

const usedBy = (column: string): string =>
  `select ${column} from other.comments where id in (select other_id from temp.merged_comments)`

/** An import is the same where it has the name, the reading and the moment of one that is here. @returns how many are new */
function bringImports(db: WritableDB): number {
  const used = db.all<{ id: number; known: number | null }>(
    `select o.id, (select i.id from main.imports i where i.name = o.name and i.imported_at = o.imported_at
       and i.reading = o.reading and i.state = 'done') as known
     from other.imports o where o.id in (
       ${usedBy('import_id')}
       union select import_id from other.threads where id in (${usedBy('thread_id')})
       union select import_id from other.authors where id in (${usedBy('author_id')})
       union select import_id from other.earlier_texts where comment_id in (select other_id from merged_comments)
     ) order by o.id`,
  )
  for (const { id, known } of used) {
    const own = known ?? insertImport(db, id)
    db.run(
      'insert into merged_imports (other_id, id, is_new) values (?, ?, ?)',
      id,
      own,
      known === null ? 1 : 0,
    )
  }
  return used.filter(({ known }) => known === null).length
}

function insertImport(db: WritableDB, otherId: number): number {
  const { id } = db.run(
    `insert into main.imports (name, reading, imported_at, state, ledger, incomplete, platform)
     select name, reading, imported_at, 'done', ledger, incomplete, platform from other.imports where id = ?`,
    otherId,
  )
  db.run(
    `insert into main.problems (import_id, row, field, value, reason, skipped)
     select ?, row, field, value, reason, skipped from other.problems where import_id = ? order by rowid`,
    id,
    otherId,
  )
  return id
}

/** All but the ids of what they belong to. */
const copied = [
  'row',
  'key',
  'external_id',
  'parent_external_id',
  'created_at',
  'created_original',
  'text',
  'likes',
  'state',
  'kind',
  'url',
  'platform',
  'lang',
  'replies',
  'reports',
  'edited_at',
] as const

function insertComments(db: WritableDB, after: number): void {
  const range = [after, after + atATime] as const
  const within = 'm.place > ? and m.place <= ?'
  db.run(
    `insert into main.comments (id, import_id, thread_id, author_id, parent_id, ${copied.join(', ')})
     select m.id, i.id, t.id, a.id, coalesce(mp.id, p.id), ${copied.map((name) => `o.${name}`).join(', ')}
     from temp.merged_comments m join other.comments o on o.id = m.other_id
     join temp.merged_imports i on i.other_id = o.import_id
     join other.threads ot on ot.id = o.thread_id join main.threads t on t.key = ot.key
     left join other.authors oa on oa.id = o.author_id left join main.authors a on a.key = oa.key
     left join temp.merged_comments mp on mp.other_id = o.parent_id
     left join other.comments op on op.id = o.parent_id left join main.comments p on p.key = op.key
     where ${within} order by m.place`,
    ...range,
  )
  db.run(
    `insert into originals (comment_id, raw) select m.id, o.raw from temp.merged_comments m
     join other.originals o on o.comment_id = m.other_id where ${within}`,
    ...range,
  )
  db.run(
    `insert into earlier_texts (comment_id, text, raw, import_id, replaced_at)
     select m.id, e.text, e.raw, i.id, e.replaced_at from temp.merged_comments m
     join other.earlier_texts e on e.comment_id = m.other_id
     join temp.merged_imports i on i.other_id = e.import_id where ${within} order by e.id`,
    ...range,
  )
  db.run(
    `insert into comments_fts (rowid, text) select c.id, c.text from temp.merged_comments m
     join main.comments c on c.id = m.id where ${within} order by c.id`,
    ...range,
  )
}

/** Replies to what is here already, replies here to what has come, and threads that are one by them. */
function tieReplies(db: WritableDB): void {
  const linkings = db
    .all<{ id: number; reading: string }>(
      'select id, reading from imports where id in (select id from temp.merged_imports)',
    )
    .map(linkingOf)
  const strays = linkings.flatMap((linking) => linkNow(db, linking))
  const parted = db.all<{ id: number }>(
    `select c.id from temp.merged_comments m join comments c on c.id = m.id
     join comments p on p.id = c.parent_id where p.thread_id <> c.thread_id`,
  )
  joinThreads(db, [...strays, ...adoptReplies(db, linkings), ...parted.map(({ id }) => id)])
}

function linkingOf({ id, reading }: { readonly id: number; readonly reading: string }): Linking {
  // Safe: a Reading, of this version or an earlier one; of a format that is not known it is no platform's.
  const format = exportFormatOf(JSON.parse(reading) as Reading)
  return { id, widePlatform: format?.idsWithin === 'platform' ? (format.platform ?? null) : null }
}
