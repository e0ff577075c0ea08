/** Comments that a later export has otherwise: the newer text stands, the earlier ones are kept. */
import type { ImportedComment } from '../../../core/records.ts'
import type { ReadableDB, WritableDB } from './database.ts'

interface Met {
  readonly importId: number
  readonly commentId: number
  readonly comment: ImportedComment
}

interface Known {
  readonly text: string
  readonly state: string
  readonly likes: number | null
  readonly replies: number | null
  readonly reports: number | null
  readonly edited_at: string | null
}

/**
 * Puts down what has changed, to take effect when the import is whole.
 *
 * @returns false where nothing has, or where what comes is older than what is here
 */
export function keepEdit(db: WritableDB, { importId, commentId, comment }: Met): boolean {
  const known = db.get<Known>(
    'select text, state, likes, replies, reports, edited_at from comments where id = ?',
    commentId,
  )
  if (known === undefined || isOlder(db, commentId, known, comment)) return false
  // Of what was deleted an export keeps the place only: what it said stays readable here.
  const text = comment.text === '' ? known.text : comment.text
  const next: Known = {
    text,
    state: comment.state,
    likes: comment.likes ?? known.likes,
    replies: comment.replies ?? known.replies,
    reports: comment.reports ?? known.reports,
    edited_at: comment.editedAt ?? known.edited_at,
  }
  const isSame = (Object.keys(next) as (keyof Known)[]).every((name) => next[name] === known[name])
  if (isSame) return false
  db.run(
    `insert into incoming_edits (import_id, comment_id, text, raw, state, likes, replies, reports, edited_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    importId,
    commentId,
    next.text,
    comment.raw,
    next.state,
    next.likes,
    next.replies,
    next.reports,
    next.edited_at,
  )
  return true
}

/** An earlier export that is brought in after a later one takes nothing back. */
function isOlder(db: ReadableDB, commentId: number, known: Known, comment: ImportedComment): boolean {
  if (comment.editedAt !== null && known.edited_at !== null) return comment.editedAt < known.edited_at
  if (comment.text === known.text) return false
  const before = db.get(
    'select 1 from earlier_texts where comment_id = ? and text = ?',
    commentId,
    comment.text,
  )
  return before !== undefined
}

interface Edit extends Known {
  readonly comment_id: number
  readonly raw: string
}

/** Within a transaction. Decisions stay with their comments, and teach what those said then; the model looks at them anew. */
export function applyEdits(db: WritableDB, importId: number, at: string): void {
  for (const edit of db.all<Edit>('select * from incoming_edits where import_id = ?', importId)) {
    const { comment_id: id, text } = edit
    const before = db.get<{ text: string; raw: string }>(
      `select c.text, coalesce(o.raw, '') as raw
       from comments c left join originals o on o.comment_id = c.id where c.id = ?`,
      id,
    )
    if (before !== undefined && before.text !== text) replaceText(db, { id, before, text, importId, at })
    db.run(
      'update comments set state = ?, likes = ?, replies = ?, reports = ?, edited_at = ? where id = ?',
      edit.state,
      edit.likes,
      edit.replies,
      edit.reports,
      edit.edited_at,
      id,
    )
    db.run('update originals set raw = ? where comment_id = ?', edit.raw, id)
  }
  db.run('delete from incoming_edits where import_id = ?', importId)
}

interface Replacing {
  readonly id: number
  readonly before: { readonly text: string; readonly raw: string }
  readonly text: string
  readonly importId: number
  readonly at: string
}

function replaceText(db: WritableDB, { id, before, text, importId, at }: Replacing): void {
  db.run(
    'insert into earlier_texts (comment_id, text, raw, import_id, replaced_at) values (?, ?, ?, ?, ?)',
    id,
    before.text,
    before.raw,
    importId,
    at,
  )
  db.run(`insert into comments_fts (comments_fts, rowid, text) values ('delete', ?, ?)`, id, before.text)
  db.run('insert into comments_fts (rowid, text) values (?, ?)', id, text)
  db.run('update comments set text = ? where id = ?', text, id)
  db.run('delete from predictions where comment_id = ?', id)
}

/** What a comment said before, newest first. */
export function earlierTexts(
  db: ReadableDB,
  commentId: number,
): readonly { readonly text: string; readonly until: string }[] {
  return db.all(
    'select text, replaced_at as until from earlier_texts where comment_id = ? order by id desc',
    commentId,
  )
}
