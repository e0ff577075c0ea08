/** Bringing comments in, a batch at a time. They stay out of sight until the whole import is finished. */
import type { ImportedComment } from '../../../core/records.ts'
import { keepAnswers } from './answers.ts'
import type { WritableDB } from './database.ts'
import { keepEdit } from './edits.ts'

const rememberedAtMost = 100_000

export interface BatchOutcome {
  readonly added: number
  /** In the project from an earlier import, as it is. */
  readonly alreadyHere: number
  /** In the project, with something that has changed since. */
  readonly updated: number
  /** Came before in the same file. */
  readonly duplicates: number
}

/** An import that is running: what it is called, and the threads and authors that it has met. */
export interface RunningImport {
  readonly id: number
  readonly fileName: string
  readonly platform: string | null
  readonly threads: Map<string, number>
  readonly authors: Map<string, number>
  /** Comments added lately: the file's id to ours. */
  readonly lately: Map<string, number>
}

/** Adds the comments that are not here yet. All of the batch, or on an error none of it. */
export function insertBatch(
  db: WritableDB,
  running: RunningImport,
  comments: readonly ImportedComment[],
): BatchOutcome {
  return db.bulk(() => {
    const outcome = { added: 0, alreadyHere: 0, updated: 0, duplicates: 0 }
    for (const comment of comments) outcome[insertComment(db, running, comment)] += 1
    return outcome
  })
}

function insertComment(db: WritableDB, running: RunningImport, comment: ImportedComment): keyof BatchOutcome {
  const { changes, id } = db.run(
    `insert into comments (import_id, row, key, external_id, parent_external_id, parent_id, thread_id,
       author_id, created_at, created_original, text, likes, state, kind, url, platform, lang, replies, reports,
       edited_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing`,
    running.id,
    comment.row,
    comment.key,
    comment.id,
    comment.parentId,
    parentOf(running, comment),
    threadOf(db, running, comment),
    authorOf(db, running, comment),
    comment.createdAt,
    comment.createdOriginal,
    comment.text,
    comment.likes,
    comment.state,
    comment.kind,
    comment.url,
    running.platform,
    comment.lang,
    comment.replies,
    comment.reports,
    comment.editedAt,
  )
  if (changes === 0) return meetAgain(db, running, comment)
  db.run('insert into originals (comment_id, raw) values (?, ?)', id, comment.raw)
  db.run('insert into comments_fts (rowid, text) values (?, ?)', id, comment.text)
  keepAnswers(db, { importId: running.id, commentId: id, comment })
  if (comment.id !== null) keepLately(running.lately, comment.id, id)
  return 'added'
}

/** A comment whose key is here already: from this file, or from an earlier import, as it is or changed. */
function meetAgain(db: WritableDB, running: RunningImport, comment: ImportedComment): keyof BatchOutcome {
  const known = db.get<{ id: number; import_id: number }>(
    'select id, import_id from comments where key = ?',
    comment.key,
  )
  if (known === undefined) return 'duplicates'
  // Some tools write a record for each coder: of the second only the answer is new.
  keepAnswers(db, { importId: running.id, commentId: known.id, comment })
  if (known.import_id === running.id) return 'duplicates'
  return keepEdit(db, { importId: running.id, commentId: known.id, comment }) ? 'updated' : 'alreadyHere'
}

/** The parent where it came not long before in the same file, as it mostly does; the others are tied at the end. */
function parentOf({ lately }: RunningImport, { id, parentId }: ImportedComment): number | null {
  return parentId === null || parentId === id ? null : (lately.get(parentId) ?? null)
}

/** The first of an id stands, as where they are tied at the end. */
function keepLately(lately: Map<string, number>, externalId: string, id: number): void {
  if (lately.size >= rememberedAtMost) lately.clear()
  if (!lately.has(externalId)) lately.set(externalId, id)
}

/** Comments without a thread of their own belong to the one that is called like their file. */
function threadOf(db: WritableDB, running: RunningImport, comment: ImportedComment): number {
  const { id, fileName, platform, threads } = running
  const key = threadKey(platform, fileName, comment.threadId)
  return remembered(threads, key, () => {
    const known = db.get<{ id: number }>('select id from threads where key = ?', key)
    if (known) return known.id
    const title = comment.threadTitle ?? comment.threadId ?? fileName
    return db.run('insert into threads (key, title, import_id) values (?, ?, ?)', key, title, id).id
  })
}

/** The ids of two platforms may be alike. */
function threadKey(platform: string | null, fileName: string, threadId: string | null): string {
  if (threadId === null) return `file:${fileName}`
  return platform === null ? `id:${threadId}` : `${platform}:${threadId}`
}

function authorOf(db: WritableDB, running: RunningImport, comment: ImportedComment): number | null {
  const { id, platform, authors } = running
  const name = comment.author ?? comment.authorId
  if (name === null) return null
  const key =
    platform === null || comment.authorId === null ? `name:${name}` : `${platform}:${comment.authorId}`
  return remembered(authors, key, () => {
    // Whoever is not remembered is mostly new: asking first would cost as much again.
    const made = db.run(
      'insert into authors (key, name, import_id) values (?, ?, ?) on conflict (key) do nothing',
      key,
      name,
      id,
    )
    if (made.changes > 0) return made.id
    return db.get<{ id: number }>('select id from authors where key = ?', key)?.id ?? made.id
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
