/** 4CAT: a table of posts or comments of whatever it gathers. @source github.com/digitalmethodsinitiative/4cat, wiki */
import type { CommentState, ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { redditPlaceholder } from '../parts/reddit-thing.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'
import { isShare, unescaped } from '../parts/tweet.ts'

export const fourCat = tableExport({
  id: '4cat',
  title: '4CAT table',
  platform: '4cat',
  // Many platforms come through it, and numbers of one are not those of another.
  idsWithin: 'thread',
  names: [
    ['id', 'thread id', 'body', 'author', 'timestamp', 'unix timestamp'],
    ['id', 'thread id', 'body', 'timestamp', 'unix timestamp'],
  ],
  open: () => foundOf,
})

function foundOf(table: TableRow): Found | ProblemReason {
  const { get, row, raw } = table
  const first = firstOf(table)
  if (isPassedOn(table)) return 'share'
  const id = get('id')?.trim() ?? null
  const own = placeOf(table)
  const edited = get('unix timestamp edited')
  return {
    row,
    id,
    ...own,
    threadTitle: first('thread title', 'subject', 'title', 'post body'),
    ...authorOf(table),
    // `timestamp` is local to whoever gathered it.
    time: first('unix timestamp', 'timestamp'),
    editedAt: edited === null ? null : parseTime(edited, 'ymd'),
    ...textOf(table),
    lang: first('language', 'lang', 'language guess'),
    likes: first('likes', 'like count', 'likes count', 'num likes', 'score', 'favourites', 'favorites'),
    replies: first('replies', 'reply count', 'num replies', 'num comments'),
    // What opens a thread is what the others answer.
    kind: id !== null && id === own.threadId && isOpening(get) ? 'post' : 'comment',
    url: first('comment url', 'url', 'post url', 'link'),
    raw,
  }
}

function firstOf({ get }: TableRow): (...names: readonly string[]) => string | null {
  return (...names) => names.map(get).find((value) => value !== null) ?? null
}

const isYes = (cell: string | null): boolean => /^(yes|true|1)$/i.test(cell?.trim() ?? '')

/** Tables of X say so; those of Telegram name whoever wrote it first. */
function isPassedOn(table: TableRow): boolean {
  const { get } = table
  if (get('is retweet') !== null) return isYes(get('is retweet')) || isShare(get('body') ?? '')
  return firstOf(table)('author forwarded from name', 'author forwarded from username') !== null
}

function placeOf(table: TableRow): Pick<Found, 'parentId' | 'threadId'> {
  const { get } = table
  const id = get('id')?.trim() ?? null
  const threadId = get('thread id')?.trim() ?? null
  // Of comments on comments its TikTok and Instagram tables call the comment above the thread.
  const isBelow = isYes(get('is comment on comment') ?? get('is reply'))
  const post = get('post id')
  const named = parentIn(table)
  const above = isBelow && post !== null && post !== threadId ? threadId : null
  return {
    // Some write that what opens a thread answers itself.
    parentId: named === id && id === threadId ? null : (named ?? above),
    threadId: post !== null && (above !== null || named !== null || threadId === null) ? post : threadId,
  }
}

function parentIn(table: TableRow): string | null {
  const first = firstOf(table)
  const named = first(
    'parent id',
    'parent comment id',
    'in reply to id',
    'reply to id',
    'replied to post',
    'reply id',
  )
  if (named !== null) return named.trim()
  // Reddit's, which say of what kind they are: t1 is a comment, t3 the post that is the thread.
  const parent = table.get('parent')?.trim() ?? ''
  if (/^t[1-6]_/.test(parent)) return parent.startsWith('t1_') ? parent.slice(3) : null
  // Telegram's is a number; elsewhere people stand here.
  const answered = parent === '' ? (table.get('reply to')?.trim() ?? '') : parent
  return /^\d+$/.test(answered) ? answered : null
}

/** Often a hash: salted anew for each table, and not to be joined across them. */
function authorOf(table: TableRow): Pick<Found, 'author' | 'authorId'> {
  const first = firstOf(table)
  const author = first('author', 'author name', 'username')
  // Reddit's word for nobody.
  if (author === '[deleted]') return { author: null }
  const known = first('author id', 'user id')
  if (author === null || !/^-?\d+$/.test(author.trim())) return { author, authorId: known }
  const name = first('author username', 'author name', 'author fullname', 'author full')
  return { author: name ?? author, authorId: known ?? author }
}

function textOf({ get }: TableRow): { readonly text: string; readonly state?: CommentState } {
  const text = get('body') ?? ''
  const gone = get('subreddit') === null ? null : redditPlaceholder(text)
  if (gone !== null) return { text: '', state: gone }
  return { text: get('is retweet') === null ? text : unescaped(text) }
}

const isOpening = (get: TableRow['get']): boolean => get('subject') !== null || get('title') !== null
