/** X: tables of tweets, as archives before 2019 hold one ("tweets.csv"), and as twarc writes those of API v2. @source help.x.com; twarc-project.readthedocs.io, "twarc-csv" */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'
import { isShare, languageOf, tweetLink, unescaped } from '../parts/tweet.ts'

export const xTable: ExportFormat = tableExport({
  id: 'x-table',
  title: 'X table of tweets',
  platform: 'x',
  idsWithin: 'platform',
  names: [
    ['tweet id', 'in reply to status id', 'timestamp', 'text', 'retweeted status id'],
    ['id', 'conversation id', 'author id', 'created at', 'text', 'referenced tweets replied to id'],
  ],
  open: () => (row) => {
    const { get } = row
    const text = get('text') ?? ''
    const shared = get('retweeted status id') ?? get('referenced tweets retweeted id')
    return shared !== null || isShare(text) ? 'share' : foundOf(row, text)
  },
})

function foundOf({ get, row, raw }: TableRow, text: string): Found {
  const id = idIn(get('tweet id') ?? get('id'))
  const author = get('author username')
  const written = get('timestamp') ?? get('created at')
  return {
    row,
    id,
    parentId: idIn(get('in reply to status id') ?? get('referenced tweets replied to id')),
    // The old table does not say; then the thread begins with what is answered.
    threadId: get('conversation id') ?? idIn(get('in reply to status id')) ?? id,
    author,
    authorId: get('author id'),
    time: written,
    createdAt: written === null ? null : parseTime(written, 'ymd'),
    text: unescaped(get('note tweet text') ?? text),
    lang: languageOf({ lang: get('lang') }),
    likes: get('public metrics like count'),
    replies: get('public metrics reply count'),
    url: tweetLink(author, id),
    raw,
  }
}

/** What a spreadsheet has made "1.9E+18" of is no id. */
const idIn = (cell: string | null): string | null => {
  const id = cell?.trim().replace(/\.0$/, '') ?? ''
  return /^\d{1,20}$/.test(id) ? id : null
}
