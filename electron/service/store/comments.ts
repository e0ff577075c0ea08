/** Reading comments, one or a handful at a time. */
import type { CommentView } from '../../../core/contract/answers.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import type { CommentKind, CommentState } from '../../../core/records.ts'
import type { ReadableDB } from './database.ts'
import { sidesOf } from './judging.ts'
import { offeredIn } from './queue.ts'

export type CommentRow = Omit<
  CommentView,
  | 'commentId'
  | 'thread'
  | 'ancestors'
  | 'replies'
  | 'replyCount'
  | 'byAuthor'
  | 'origin'
  | 'suggestion'
  | 'isMeasuring'
  | 'decision'
  | 'status'
  | 'sides'
> & {
  readonly authorId: number | null
  readonly threadId: number
  readonly threadTitle: string
  readonly file: string
  readonly row: number
  readonly reading: string
  readonly importedAt: string
  /** Null in a work package that names nobody. */
  readonly raw: string | null
}

/** Everything kept about one visible comment; null when it is not here. */
export function commentRow(db: ReadableDB, commentId: number): CommentRow | null {
  const row = db.get<CommentRow>(
    `select c.author_id as authorId, a.name as author, c.created_at as createdAt,
       c.created_original as createdOriginal, c.text, c.likes, c.state, c.kind, c.url, c.row,
       c.thread_id as threadId, t.title as threadTitle, i.name as file, i.reading,
       i.imported_at as importedAt, o.raw
     from seen c join threads t on t.id = c.thread_id join imports i on i.id = c.import_id
     left join originals o on o.comment_id = c.id left join authors a on a.id = c.author_id where c.id = ?`,
    commentId,
  )
  return row ?? null
}

export function textOf(db: ReadableDB, commentId: number): string | null {
  return db.get<{ text: string }>('select text from seen where id = ?', commentId)?.text ?? null
}

/** The comment that a file of this name knows by this id. */
export function commentByExternalId(
  db: ReadableDB,
  { file, id }: { readonly file: string; readonly id: string },
): { readonly commentId: number; readonly text: string } | null {
  const row = db.get<{ commentId: number; text: string }>(
    `select c.id as commentId, c.text from seen c join imports i on i.id = c.import_id
     where c.external_id = ? and i.name = ?`,
    id,
    file,
  )
  return row ?? null
}

/** The comments that are known by these keys in every copy of the project. */
export function idsOf(db: ReadableDB, keys: readonly string[]): readonly number[] {
  return db
    .all<{ id: number }>(
      'select id from comments where key in (select value from json_each(?))',
      JSON.stringify(keys),
    )
    .map(({ id }) => id)
}

export function threadOf(db: ReadableDB, commentId: number): number | null {
  return db.get<{ id: number }>('select thread_id as id from seen where id = ?', commentId)?.id ?? null
}

/** The comments of a thread with their parents, oldest first; those without a time in the order of the file. */
export function threadNodes(
  db: ReadableDB,
  threadId: number,
): readonly { readonly id: number; readonly parentId: number | null }[] {
  return db.all(
    'select id, parent_id as parentId from seen where thread_id = ? order by created_at, id',
    threadId,
  )
}

/** A comment as it stands in a list, with the whole of its text. */
export interface ListedComment {
  readonly commentId: number
  readonly authorId: number | null
  readonly author: string | null
  readonly thread: string
  readonly createdAt: string | null
  readonly text: string
  readonly kind: CommentKind
  readonly state: CommentState
  readonly label: string | null
  readonly status: Status | null
  readonly sides: readonly string[]
}

/** @returns null where the comment is not visible */
export function listedComment(db: ReadableDB, commentId: number): ListedComment | null {
  const row = db.get<Omit<ListedComment, 'sides'>>(
    `select c.id as commentId, c.author_id as authorId, a.name as author, t.title as thread,
       c.created_at as createdAt, c.text, c.kind, c.state, s.label, s.status
     from seen c join threads t on t.id = c.thread_id left join authors a on a.id = c.author_id
     left join standing s on s.comment_id = c.id where c.id = ?`,
    commentId,
  )
  return row ? { ...row, sides: sidesOf(db, row) } : null
}

/** Ids of all comments of a thread that are there to be decided on, in no order. */
export function decidableOfThread(db: ReadableDB, threadId: number): Int32Array {
  const rows = db.iterate<{ id: number }>(
    `select c.id from seen c where c.thread_id = ? and ${offeredIn(db)}`,
    threadId,
  )
  return Int32Array.from(rows, ({ id }) => id)
}

export function authorOf(db: ReadableDB, commentId: number): number | null {
  return db.get<{ id: number | null }>('select author_id as id from seen where id = ?', commentId)?.id ?? null
}

/** Newest first, those without a time last. A person with a hundred thousand takes a tenth of a second: keep the list. */
export function idsByAuthor(db: ReadableDB, authorId: number): Int32Array {
  const rows = db.iterate<{ id: number }>(
    'select id from seen where author_id = ? order by created_at is null, created_at desc, id desc',
    authorId,
  )
  return Int32Array.from(rows, ({ id }) => id)
}

/** How many comments this person has in the project; 0 where nobody is named. */
export function countByAuthor(db: ReadableDB, authorId: number | null): number {
  if (authorId === null) return 0
  return db.get<{ n: number }>('select count(*) as n from seen where author_id = ?', authorId)?.n ?? 0
}
