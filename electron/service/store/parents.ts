/** Ties replies to what they answer, in their own file, in others of the same import, and in earlier ones. */
import type { ReadableDB, WritableDB } from './database.ts'

const cheap = { durable: false }
const rowsAtATime = 500

/** An import whose comments are in, as far as its replies are concerned. */
export interface Linking {
  readonly id: number
  /** The platform where an id there names one comment only, wherever that stands; null where ids say less. */
  readonly widePlatform: string | null
}

/**
 * Ties the replies that came before their parents, a step at a time so that decisions can be saved in between.
 * A parent is looked for in the same thread of the same import, then anywhere in it, then in the same thread of others,
 * and where ids are the platform's own, in all that came from there.
 *
 * @yields after each step, its replies whose parent is in another import and another thread; see `joinThreads`
 */
export function* linkParents(db: WritableDB, linking: Linking): Generator<readonly number[]> {
  for (const replies of untied(db, linking)) {
    yield db.transaction(() => tie(db, linking, replies), cheap)
  }
}

/** As `linkParents`, all at once, for those who have begun a transaction. */
export function linkNow(db: WritableDB, linking: Linking): readonly number[] {
  return [...untied(db, linking)].flatMap((replies) => tie(db, linking, replies))
}

/** Replies that nobody sees yet and whose parent is not known, some at a time. */
function* untied(db: ReadableDB, { id }: Linking): Generator<readonly number[]> {
  for (let after = lastSeen(db); ; ) {
    const replies = db.all<{ id: number }>(
      `select id from comments where import_id = ? and id > ? and parent_id is null
         and parent_external_id is not null order by id limit ?`,
      id,
      after,
      rowsAtATime,
    )
    const last = replies.at(-1)
    if (!last) return
    yield replies.map((reply) => reply.id)
    after = last.id
  }
}

/** @returns those whose parent is in another import and another thread */
function tie(db: WritableDB, { widePlatform }: Linking, replies: readonly number[]): readonly number[] {
  return replies.filter(
    (reply) =>
      db.run(linkReply, reply).changes === 0 &&
      widePlatform !== null &&
      db.run(linkAnywhere, widePlatform, reply).changes > 0,
  )
}

const lastSeen = (db: ReadableDB): number =>
  db.get<{ id: number }>('select visible_through as id from project')?.id ?? 0

const linkReply = `update comments set parent_id = found.parent from (
    select coalesce(
      (select p.id from comments p where p.external_id = r.parent_external_id
         and p.import_id = r.import_id and p.id <> r.id order by p.thread_id <> r.thread_id, p.id limit 1),
      (select p.id from comments p where p.external_id = r.parent_external_id
         and p.thread_id = r.thread_id and p.id <> r.id order by p.id limit 1)) as parent
    from comments r where r.id = ?1) as found
  where comments.id = ?1 and found.parent is not null`

const linkAnywhere = `update comments set parent_id = found.parent from (
    select min(p.id) as parent from comments p join comments r on r.id = ?2
    where p.external_id = r.parent_external_id and p.platform = ?1 and p.id <> r.id) as found
  where comments.id = ?2 and found.parent is not null`

/**
 * Ties replies of other imports whose parent has come with these, which nobody sees yet. Costs what they hold, not the
 * project.
 *
 * @returns those whose parent is in another thread
 */
export function adoptReplies(db: WritableDB, imports: readonly Linking[]): readonly number[] {
  db.run(adopted('r.thread_id = p.thread_id'))
  const platforms = new Set(imports.flatMap(({ widePlatform }) => widePlatform ?? []))
  return [...platforms].flatMap((platform) =>
    db
      .all<{ id: number }>(
        `${adopted('p.platform = ?1 and r.platform = ?1')} returning comments.id as id`,
        platform,
      )
      .map(({ id }) => id),
  )
}

/** Without being told where to begin, SQLite begins with the replies of the whole project. */
const adopted = (where: string): string =>
  `update comments set parent_id = found.parent from (
     select r.id as reply, min(p.id) as parent from comments p
     cross join comments r indexed by comments_without_parent
     where p.id > (select visible_through from project) and r.parent_external_id = p.external_id and r.parent_id is null and r.id <> p.id and ${where}
     group by r.id) as found
   where comments.id = found.reply`

/**
 * Brings replies into the thread of what they answer, with all that answers them: a file that does not hold the parent
 * could only make a thread of their own.
 */
export function joinThreads(db: WritableDB, replies: readonly number[]): void {
  for (const reply of replies) {
    db.run(
      `with recursive below (id) as (
         select ?1 union select c.id from comments c join below on c.parent_id = below.id)
       update comments set thread_id = found.thread from (
         select p.thread_id as thread from comments r join comments p on p.id = r.parent_id where r.id = ?1) as found
       where comments.id in below and comments.thread_id <> found.thread`,
      reply,
    )
  }
}

/** Threads that these imports made and whose comments all went to others. */
export function removeEmptyThreads(db: WritableDB, imports: readonly { readonly id: number }[]): void {
  for (const { id } of imports) {
    db.run(
      `delete from threads where import_id = ?
         and not exists (select 1 from comments where comments.thread_id = threads.id)`,
      id,
    )
  }
}

export function countOrphans(db: ReadableDB, importId: number): number {
  const orphans = db.get<{ n: number }>(
    `select count(*) as n from comments
     where import_id = ? and parent_external_id is not null and parent_id is null`,
    importId,
  )
  return orphans?.n ?? 0
}
