/** 4CAT: a table of posts or comments of whatever it gathers. @source github.com/digitalmethodsinitiative/4cat, wiki */
import type { Found } from '../export-format.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

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

function foundOf({ get, row, raw }: TableRow): Found {
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = get(name)
      if (value !== null) return value
    }
    return null
  }
  const id = get('id')?.trim() ?? null
  const threadId = get('thread id')?.trim() ?? null
  // Of comments on comments its TikTok and Instagram tables call the comment above the thread.
  const isBelow = /^(yes|true|1)$/i.test(get('is comment on comment') ?? get('is reply') ?? '')
  const post = get('post id')
  const named = first(
    'parent id',
    'parent comment id',
    'in reply to id',
    'reply to id',
    'replied to post',
    'reply id',
  )
  const above = isBelow && post !== null && post !== threadId ? threadId : null
  return {
    row,
    id,
    parentId: named ?? above,
    threadId: post !== null && (above !== null || named !== null || threadId === null) ? post : threadId,
    threadTitle: first('thread title', 'subject', 'title', 'post body'),
    // Often a hash: salted anew for each table, and not to be joined across them.
    author: first('author', 'author name', 'username'),
    authorId: first('author id', 'user id'),
    // `timestamp` is local to whoever gathered it.
    time: first('unix timestamp', 'timestamp'),
    text: get('body') ?? '',
    lang: first('language', 'lang', 'language guess'),
    likes: first('likes', 'like count', 'likes count', 'score', 'favourites', 'favorites'),
    replies: first('replies', 'reply count', 'num replies'),
    // What opens a thread is what the others answer.
    kind: id !== null && id === threadId && isOpening(get) ? 'post' : 'comment',
    url: first('comment url', 'url', 'post url', 'link'),
    raw,
  }
}

const isOpening = (get: TableRow['get']): boolean => get('subject') !== null || get('title') !== null
