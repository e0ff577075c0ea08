/** NodeXL: the sheet of edges, where one comment is an edge to each person it names. @source nodexl.com, smrfoundation.org */
import { hash53, hashOfParts } from '../../text/hash.ts'
import { serialTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

const textNames =
  'comment|comment text|tweet|full text|text|message|content|body|post|post content|reply text|edge content'.split(
    '|',
  )

/** Edges are no records of comments: a comment is counted once, and an edge without words (who follows whom) never. */
export const nodexl = tableExport({
  id: 'nodexl',
  title: 'NodeXL edges',
  platform: 'nodexl',
  idsWithin: 'platform',
  // The workbook's other sheets: people, groups, figures.
  companions: [
    /(^|\/)(Vertices|Groups?|Group (Vertices|Edges|Edge Metrics)|Overall Metrics|Misc|Do Not Delete|Dynamic Filters|Words?|Word (Pairs?|Groups)|Time Series\b.*|(Twitter Search Ntwrk |Network )?Top Items\b.*|Influencers\b.*|Export Options|Summary)$/i,
  ],
  // Who knows whom is drawn with it too: without a column of words it is no table of comments.
  names: textNames.map((name) => ['vertex 1', 'vertex 2', name]),
  open({ names }) {
    const columns = columnsIn(names)
    const met = new Set<number>()
    return (row) => {
      const found = foundOf(row, columns)
      if (found === null) return null
      const { id, author, time, text } = found
      // A hash of each: a sheet may hold a million edges.
      const key = hash53(id ? hashOfParts(['id', id]) : hashOfParts([author ?? null, time ?? null, text]))
      if (met.has(key)) return null
      met.add(key)
      return /^(mentions ?in ?)?retweet/i.test(row.get('relationship') ?? '') ? 'share' : found
    }
  },
})

type Columns = Readonly<
  Record<'text' | 'id' | 'parent' | 'thread' | 'time' | 'likes' | 'replies' | 'url' | 'lang', string | null>
>

function foundOf({ get, row, raw }: TableRow, columns: Columns): Found | null {
  const cell = (column: string | null): string | null => (column === null ? null : get(column))
  const id = cell(columns.id)
  const text = cell(columns.text)
  if (text === null) return null
  const thread = cell(columns.thread)
  const parent = cell(columns.parent)
  const time = cell(columns.time)
  return {
    row,
    id,
    // The post itself is no comment: what answers it answers none.
    parentId: parent === thread ? null : parent,
    threadId: thread,
    author: get('vertex 1'),
    time,
    // A spreadsheet counts days.
    createdAt: serialTime(time ?? ''),
    text,
    lang: cell(columns.lang),
    likes: cell(columns.likes),
    replies: cell(columns.replies),
    url: cell(columns.url),
    raw,
  }
}

/** Each network's importer, and each version of it, has names of its own. */
function columnsIn(names: readonly string[]): Columns {
  const find = (wanted: string): string | null =>
    wanted.split('|').find((name) => names.includes(name)) ?? null
  return {
    text: find(textNames.join('|')),
    id: find('comment id|imported id|tweet id|reply id|post id'),
    parent: find(
      'parent id|parent comment id|in reply to tweet id|in reply to id|replied to comment id|in reply to comment id',
    ),
    thread: find('video id|video|conversation id|thread id|parent post id|post url|media id|page id'),
    time: find(
      'comment time|comment date|comment date utc|tweet date utc|published at|publish date|date utc|' +
        'time utc|created at|created time|relationship date utc|date|time',
    ),
    likes: find('like count|likes|favorite count|comment likes|comment like count|score'),
    replies: find('reply count|replies|comment count|comments count'),
    url: find('comment url|twitter page for tweet|permalink|comment link|url'),
    lang: find('language|lang'),
  }
}
