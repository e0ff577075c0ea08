/** Reddit: what it sends of one's own on request, comments.csv and posts.csv. @source support.reddithelp.com, "data request" */
import type { Found } from '../export-format.ts'
import { redditPlaceholder, redditUnescaped } from '../parts/reddit-thing.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

const comments = ['id', 'permalink', 'date', 'subreddit', 'link', 'parent', 'body']
const posts = ['id', 'permalink', 'date', 'subreddit', 'title', 'url', 'body']
/** Letters to others lie beside them. They are recognised so that nobody takes them for comments. */
const messages = ['id', 'permalink', 'date', 'from', 'to', 'subject', 'body']
const chats = ['message id', 'created at', 'username', 'message', 'channel url']

/** What else it sends: heads without words, votes, lists of what one keeps, settings. Drafts were never published. */
const companions: readonly RegExp[] = [
  /(^|\/)(comment|post|message|messages_archive)_headers\.csv$/i,
  /(^|\/)(comment|post|poll)_votes\.csv$/i,
  /(^|\/)(saved_(comments|posts)|hidden_posts|gilded_content|gold_received|drafts|scheduled_posts)\.csv$/i,
  /(^|\/)(subscribed|moderated|approved_submitter)_subreddits\.csv$|(^|\/)multireddits\.csv$/i,
  /(^|\/)(announcements|friends|checkfile|statistics|ip_logs|user_preferences|persona|payouts|purchases)\.csv$/i,
  /(^|\/)(account_gender|birthdate|linked_\w{1,40}|sensitive_ads_preferences|stripe|twitter|subscriptions)\.csv$/i,
]

export const redditRequest = tableExport({
  id: 'reddit-request',
  title: 'Reddit data request',
  platform: 'reddit',
  idsWithin: 'platform',
  companions,
  names: [comments, posts, messages, chats],
  open({ names }) {
    if (names.includes('from') || names.includes('channel url')) return () => 'private'
    const isPosts = !names.includes('parent')
    return (row) => (isPosts ? postOf(row) : commentOf(row))
  },
})

function commentOf(row: TableRow): Found {
  const { get } = row
  const parent = bare(get('parent'))
  const threadId = threadIn(get('link')) ?? threadIn(get('permalink'))
  return {
    ...sharedOf(row),
    id: bare(get('id')),
    parentId: parent === threadId || get('parent')?.startsWith('t3_') === true ? null : parent,
    threadId,
    text: written(get('body')),
  }
}

function postOf(row: TableRow): Found {
  const { get } = row
  const id = bare(get('id'))
  const title = written(get('title'))
  return {
    ...sharedOf(row),
    id: id === null ? null : `t3_${id}`,
    threadId: id,
    threadTitle: title,
    kind: 'post',
    text: [title, written(get('body'))].filter((part) => part !== '').join('\n\n'),
  }
}

/** The address one wrote from (`ip`) is personal, and is looked at nowhere. */
function sharedOf({ get, row, raw }: TableRow) {
  const link = get('permalink')
  return {
    row,
    raw,
    time: get('date'),
    state: redditPlaceholder(get('body')) ?? ('visible' as const),
    url: link?.startsWith('/') === true ? `https://www.reddit.com${link}` : link,
  }
}

const written = (text: string | null): string =>
  text === null || redditPlaceholder(text) !== null ? '' : redditUnescaped(text)

const bare = (id: string | null): string | null => id?.trim().replace(/^t[13]_/, '') ?? null

/** "https://www.reddit.com/r/lowgate/comments/3hahrw/the_report/", or only "t3_3hahrw". */
function threadIn(link: string | null): string | null {
  return (
    (/\/comments\/([^/?#]+)/.exec(link ?? '') ?? /^(?:t3_)?([a-z0-9]+)$/i.exec(link?.trim() ?? ''))?.[1] ??
    null
  )
}
