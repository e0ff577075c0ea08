/** Bringing comments in, a batch at a time. They stay out of sight until the whole import is finished. */
import type { ImportedComment } from '../../../core/records.ts'
import { keepAnswers } from './answers.ts'
import type { ReadableDB, Value, WritableDB } from './database.ts'
import { keepEdit } from './edits.ts'
import type { Linking } from './parents.ts'
import { insertRows } from './rows.ts'

/** Threads, and authors: a million comments mostly have fewer. Those that are forgotten are asked for again. */
const rememberedAtMost = 250_000
const latelyAtMost = 100_000

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
export interface RunningImport extends Linking {
  readonly fileName: string
  readonly platform: string | null
  readonly threads: Map<string, number>
  readonly authors: Map<string, number>
  /** Comments added lately: their thread and the file's id to ours. */
  readonly lately: Map<string, number>
}

/** Adds the comments that are not here yet. All of the batch, or on an error none of it. */
export function insertBatch(
  db: WritableDB,
  running: RunningImport,
  comments: readonly ImportedComment[],
): BatchOutcome {
  return db.bulk(() => {
    const { fresh, met } = sift(db, comments)
    for (const comment of met) learnThread(db, running, comment)
    insertFresh(db, running, fresh)
    const outcome = { added: fresh.length, alreadyHere: 0, updated: 0, duplicates: 0 }
    for (const comment of met) outcome[meetAgain(db, running, comment)] += 1
    return outcome
  })
}

interface Sifted {
  readonly fresh: readonly ImportedComment[]
  /** Here already, or earlier in the same batch. */
  readonly met: readonly ImportedComment[]
}

/** One question a batch, so that the others can go in as many at a time. */
function sift(db: ReadableDB, comments: readonly ImportedComment[]): Sifted {
  const keys = db.all<{ key: string }>(
    'select key from comments where key in (select value from json_each(?))',
    JSON.stringify(comments.map(({ key }) => key)),
  )
  const here = new Set(keys.map(({ key }) => key))
  const fresh: ImportedComment[] = []
  const met: ImportedComment[] = []
  for (const comment of comments) {
    if (here.has(comment.key)) met.push(comment)
    else fresh.push(comment)
    here.add(comment.key)
  }
  return { fresh, met }
}

/** The ids are given here, so that a reply can name its parent from the same batch. */
function insertFresh(db: WritableDB, running: RunningImport, fresh: readonly ImportedComment[]): void {
  const { last } = db.get<{ last: number }>('select coalesce(max(id), 0) as last from comments') ?? {
    last: 0,
  }
  const added = fresh.map((comment, place) => ({ id: last + 1 + place, comment }))
  const rows = added.map(({ id, comment }) => rowOf(db, running, id, comment))
  insertRows(db, commentColumns, rows)
  insertRows(
    db,
    'originals (comment_id, raw)',
    added.map(({ id, comment }) => [id, comment.raw]),
  )
  for (const { id, comment } of added) {
    db.run('insert into comments_fts (rowid, text) values (?, ?)', id, comment.text)
    keepAnswers(db, { importId: running.id, commentId: id, comment })
  }
}

const commentColumns = `comments (id, import_id, row, key, external_id, parent_external_id, parent_id, thread_id,
  author_id, created_at, created_original, text, likes, state, kind, url, platform, lang, replies, reports,
  edited_at)`

function rowOf(
  db: WritableDB,
  running: RunningImport,
  id: number,
  comment: ImportedComment,
): readonly Value[] {
  const threadId = threadOf(db, running, comment)
  const parent = parentOf(running, comment, threadId)
  if (comment.id !== null) keepLately(running.lately, latelyKey(threadId, comment.id), id)
  return [
    id,
    running.id,
    comment.row,
    comment.key,
    comment.id,
    comment.parentId,
    parent,
    threadId,
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
  ]
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
function parentOf(
  { lately }: RunningImport,
  { id, parentId }: ImportedComment,
  threadId: number,
): number | null {
  return parentId === null || parentId === id ? null : (lately.get(latelyKey(threadId, parentId)) ?? null)
}

/** Some platforms number the comments of each thread from 1. */
const latelyKey = (threadId: number, externalId: string): string => `${threadId} ${externalId}`

/** The first of an id stands, as where they are tied at the end. */
function keepLately(lately: Map<string, number>, key: string, id: number): void {
  if (lately.size >= latelyAtMost) lately.clear()
  if (!lately.has(key)) lately.set(key, id)
}

/** Comments without a thread of their own belong to the one that is called like their file. */
function threadOf(db: WritableDB, running: RunningImport, comment: ImportedComment): number {
  const { id, fileName, threads } = running
  const key = threadKey(running, comment)
  return remembered(threads, key, () => {
    const known = db.get<{ id: number }>('select id from threads where key = ?', key)
    if (known) return known.id
    const title = comment.threadTitle ?? comment.threadId ?? fileName
    const earlier = threadWithoutSite(db, running, { comment, title })
    if (earlier !== null) return earlier
    return db.run('insert into threads (key, title, import_id) values (?, ?, ?)', key, title, id).id
  })
}

const threadKey = ({ platform, fileName }: RunningImport, { threadId, site }: ImportedComment): string =>
  threadId === null ? `file:${fileName}` : keyOf(platform ?? 'id', site, threadId)

/** The ids of two platforms, and of two sites, may be alike. */
const keyOf = (platform: string, site: string | null, id: string): string =>
  `${platform}${site === null ? '' : `@${site}`}:${id}`

/** An earlier version kept no site: then the title tells the thread from one of another site. */
function threadWithoutSite(
  db: WritableDB,
  { platform }: RunningImport,
  { comment, title }: { readonly comment: ImportedComment; readonly title: string },
): number | null {
  const { site, threadId } = comment
  if (site === null || platform === null || threadId === null) return null
  const plain = keyOf(platform, null, threadId)
  return (
    db.get<{ id: number }>('select id from threads where key = ? and title = ?', plain, title)?.id ?? null
  )
}

/**
 * A comment that is here already says which thread its file means, whatever that was called before: its replies were
 * found to belong elsewhere, its title was changed, or it came without its site.
 */
function learnThread(db: WritableDB, running: RunningImport, comment: ImportedComment): void {
  const key = threadKey(running, comment)
  if (running.threads.has(key)) return
  const here = db.get<{ id: number }>('select thread_id as id from comments where key = ?', comment.key)
  // None where the comment stands twice in one file, and is on its way in.
  if (here !== undefined) remembered(running.threads, key, () => here.id)
}

function authorOf(db: WritableDB, running: RunningImport, comment: ImportedComment): number | null {
  const { id, platform, authors } = running
  const name = comment.author ?? comment.authorId
  if (name === null) return null
  const { authorId, site } = comment
  const isNamed = platform === null || authorId === null
  const key = isNamed ? `name:${name}` : keyOf(platform, site, authorId)
  return remembered(authors, key, () => {
    // An earlier version kept no site.
    const plain = isNamed || site === null ? null : keyOf(platform, null, authorId)
    const earlier =
      plain === null
        ? undefined
        : db.get<{ id: number }>('select id from authors where key = ? and name = ?', plain, name)
    if (earlier !== undefined) return earlier.id
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
