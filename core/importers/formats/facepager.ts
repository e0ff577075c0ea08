/** Facepager: its tree of nodes as a table, with columns that whoever fetched them chose. @source github.com/strohne/Facepager/wiki */
import type { ProblemReason } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'
import { shownText } from '../parts/youtube-comment.ts'

export const facepager = tableExport({
  id: 'facepager',
  title: 'Facepager table',
  platform: 'facepager',
  idsWithin: 'platform',
  names: [['id', 'parent id', 'level', 'object id', 'query status']],
  sureness: 0.97,
  open({ names }) {
    const columns = columnsIn(names)
    const nodes = new Map<string, Node>()
    return (row) => {
      const above = nodes.get(row.get('parent id')?.trim() ?? '') ?? null
      const found = foundOf(row, { columns, above })
      const objectId = row.get('object id')
      const isComment = typeof found === 'object' && found.kind !== 'post'
      nodes.set(row.get('id')?.trim() ?? '', {
        objectId,
        isComment,
        threadId: isComment ? (found.threadId ?? null) : objectId,
        threadTitle: typeof found === 'object' ? (found.threadTitle ?? null) : (above?.threadTitle ?? null),
      })
      return found
    }
  },
})

/** What the nodes below one need to know of it. */
interface Node {
  readonly objectId: string | null
  readonly isComment: boolean
  readonly threadId: string | null
  readonly threadTitle: string | null
}

type Columns = Readonly<
  Record<'text' | 'author' | 'authorId' | 'time' | 'likes' | 'replies' | 'url', string | null>
>

interface Around {
  readonly columns: Columns
  readonly above: Node | null
}

function foundOf(row: TableRow, { columns, above }: Around): Found | ProblemReason {
  const { get } = row
  const cell = (column: string | null): string | null => (column === null ? null : get(column))
  const type = get('object type')?.trim() ?? ''
  // What was asked for, what went wrong, and where the next page would have been, are nodes too.
  if (/^(seed|offcut|headers|empty|error)$/.test(type)) return 'not-a-comment'
  if (/^(error|http|exception)|\((4|5)\d\d\)/i.test(get('query status')?.trim() ?? '')) return 'not-a-comment'
  const written = cell(columns.text)
  // YouTube shows its texts as HTML.
  const text = written !== null && columns.text?.endsWith('text display') ? shownText(written) : written
  const isPost = isPostAt(row)
  if (text === null) return isPost ? 'not-a-comment' : 'no-text'
  const id = get('object id')
  const [title = ''] = text.split('\n', 1)
  return {
    row: row.row,
    id,
    parentId: !isPost && above?.isComment === true ? above.objectId : null,
    threadId: isPost ? id : above?.threadId,
    threadTitle: isPost ? title.slice(0, 120) : above?.threadTitle,
    author: cell(columns.author),
    authorId: cell(columns.authorId),
    time: cell(columns.time),
    text,
    likes: cell(columns.likes),
    replies: cell(columns.replies),
    url: cell(columns.url),
    kind: isPost ? 'post' : 'comment',
    raw: row.raw,
  }
}

/** The query that brought a node says what it is, "<page-id>/posts" or "<post-id>/comments"; else the level does. */
function isPostAt({ get }: TableRow): boolean {
  const query = get('query type') ?? ''
  if (/comments|replies/i.test(query)) return false
  if (/posts|feed|statuses|published|videos|media\b/i.test(query)) return true
  return (get('level')?.trim() ?? '0') === '0'
}

/** Columns are called as the API calls them, or with the path to them in front. */
function columnsIn(names: readonly string[]): Columns {
  const find = (wanted: string): string | null => {
    for (const name of wanted.split('|')) {
      const found =
        names.find((one) => one === name) ??
        names.find((one) => one.endsWith(` ${name}`) && !/^(error|parent|object|query)\b/.test(one))
      if (found !== undefined) return found
    }
    return null
  }
  return {
    text: find('message|text original|text display|full text|text|body|comment|caption|content'),
    author: find('from name|author display name|user name|username|author name|author'),
    authorId: find('from id|author channel id value|user id|author id'),
    time: find('created time|published at|created at|timestamp|date'),
    likes: find('like count|likes summary total count|reactions summary total count|favorite count|score'),
    replies: find('comment count|comments summary total count|total reply count'),
    url: find('permalink url|permalink|url'),
  }
}
