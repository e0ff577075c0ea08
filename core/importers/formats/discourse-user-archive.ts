/** Discourse: the posts of one's own account, user_archive.csv. @source meta.discourse.org, "Download my posts" */
import type { Found, Sink } from '../export-format.ts'
import { siteOf } from '../parts/address.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { withoutQuotes, withoutQuotesInHtml } from '../parts/own-words.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

const common = ['topic title', 'is pm', 'like count', 'reply count', 'url', 'created at']

export const discourseUserArchive = tableExport({
  id: 'discourse-user-archive',
  title: 'Discourse archive',
  // Its ids are the posts' numbers in their topics, not those of a topic's page.
  platform: 'discourse-archive',
  idsWithin: 'thread',
  // What else the archive holds. Posts that wait for a moderator are told without a place.
  companions: [
    /(^|\/)(auth_tokens|auth_token_logs|badges|bookmarks|category_preferences|flags|likes|post_actions)\.csv$/i,
    /(^|\/)(queued_posts|visits|user_badges|tag_preferences)\.csv$|(^|\/)preferences\.json$/i,
  ],
  names: [
    [...common, 'post raw'],
    [...common, 'post cooked'],
    [...common, 'post'],
  ],
  open:
    ({ sink }) =>
    (row) =>
      isPublic(row.get('is pm')) ? foundIn(row, sink) : 'private',
})

/** Written in the language of whoever asked. What is not known for a no may be a letter. */
const noes = new Set(
  'no nein non nao nee nej ei ne nie nu nem nei na не нет ні όχι οχι hayır hayir tidak không لا خیر לא いいえ 否 不是 不 아니요 아니오 ไม่ नहीं false 0'.split(
    ' ',
  ),
)

const isPublic = (cell: string | null): boolean =>
  cell === null || noes.has(cell.trim().toLowerCase().replace(/[ãõ]/g, 'a'))

function foundIn({ get, row, raw }: TableRow, sink: Sink): Found {
  const { topicId, number } = placeIn(get('url'))
  const written = get('post raw') ?? get('post')
  const { text, quote } =
    written === null ? withoutQuotesInHtml(get('post cooked') ?? '') : withoutQuotes(written)
  if (quote !== null) sink.repaired(row, 'quoted-text')
  return {
    row,
    raw,
    id: number,
    parentId: answeredIn(quote, topicId),
    threadId: topicId,
    site: siteOf(get('url')),
    threadTitle: get('topic title'),
    time: get('created at'),
    text: written === null ? textOfHtml(text) : text,
    likes: get('like count'),
    replies: get('reply count'),
    kind: number === '1' ? 'post' : 'comment',
    url: get('url'),
  }
}

/** ".../t/the-report/57/3": post 3 of topic 57. The first post's address may go without its number. */
function placeIn(url: string | null): { readonly topicId: string | null; readonly number: string | null } {
  const parts = (/\/t\/([^?#]+)/.exec(url ?? '')?.[1] ?? '').split('/').filter((part) => part !== '')
  const numbers = parts.slice(/^\d+$/.test(parts[0] ?? '') && parts.length < 3 ? 0 : 1)
  const [topicId = null, number = '1'] = numbers
  return topicId === null || !/^\d+$/.test(topicId) ? { topicId: null, number: null } : { topicId, number }
}

/** What is quoted from the same topic is what is answered. */
function answeredIn(quote: string | null, topicId: string | null): string | null {
  const number = /\b(?:post:|data-post=")(\d+)/.exec(quote ?? '')?.[1] ?? null
  const topic = /\b(?:topic:|data-topic=")(\d+)/.exec(quote ?? '')?.[1] ?? null
  return topic !== null && topic === topicId ? number : null
}
