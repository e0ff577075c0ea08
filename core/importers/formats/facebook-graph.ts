/** Facebook: pages of its Graph API. @source developers.facebook.com/docs/graph-api/reference/comment */
import type { ProblemReason } from '../../records.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { type GraphPlace, graphRecords, lastPart, readGraph } from '../parts/graph-pages.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { pathOf, queryValue } from '../parts/link.ts'

export const facebookGraph: ExportFormat = {
  id: 'facebook-graph',
  title: 'Facebook comments (Graph API)',
  platform: 'facebook',
  idsWithin: 'platform',
  detect: (head) => {
    // An empty page says nothing else.
    if (isObject(head.json) && at(head.json, 'summary', 'can_comment') !== undefined) return 0.95
    return Math.max(0, ...graphRecords(head).map(rate))
  },
  parse: (source, sink) =>
    readGraph(source, sink, { nestedUnder: ['comments'], countedUnder: 'comment_count', isPost, foundOf }),
}

function rate(record: unknown): number {
  if (!isObject(record) || at(record, 'timestamp') !== undefined) return 0
  const message = at(record, 'message')
  const isFacebookLink = /^https?:\/\/[a-z-]+\.facebook\.com\//.test(textAt(record, 'permalink_url') ?? '')
  if (isFacebookLink && (typeof message === 'string' || at(record, 'created_time') !== undefined)) return 0.97
  const isTime = /^\d{4}-\d\d-\d\dT[\d:]{8}\+0000$/.test(textAt(record, 'created_time') ?? '')
  const hasId = /^\d+_\d+(_\d+)?$/.test(textAt(record, 'id') ?? '')
  if (isTime && (typeof message === 'string' || hasId)) return 0.95
  if (hasId && typeof message === 'string') return 0.85
  return rate(listAt(record, 'comments', 'data')[0]) > 0 ? 0.9 : 0
}

/** What only posts have, and what only comments have. */
const ofPosts =
  'story shares status_type type is_published updated_time full_picture attachments link picture'
const ofComments = 'parent comment_count can_comment can_remove can_hide is_hidden user_likes attachment'
const has = (record: unknown, keys: string): boolean =>
  keys.split(' ').some((key) => at(record, key) !== undefined)

function isPost(record: unknown): boolean {
  const link = textAt(record, 'permalink_url')
  if (has(record, ofComments) || linkParts(link).commentId !== null) return false
  if (link !== null || has(record, ofPosts)) return true
  // "page_post" holds "post_comment"; a comment holds replies that begin as it does.
  const own = lastPart(textAt(record, 'id'))
  const [inside] = listAt(record, 'comments', 'data')
  if (own === null || inside === undefined) return false
  return (
    textAt(inside, 'id')?.startsWith(`${own}_`) === true ||
    linkParts(textAt(inside, 'permalink_url')).threadId === own
  )
}

function foundOf(record: unknown, place: GraphPlace): Found | ProblemReason {
  if (at(record, 'is_private') === true) return 'private'
  const isInside = place.parentId !== null || place.threadId !== null
  if (!isInside && isPost(record)) return postOf(record, place)
  const link = linkParts(textAt(record, 'permalink_url'))
  const id = textAt(record, 'id')
  return {
    ...sharedOf(record, place),
    // The id is given only where it was asked for; the address holds it too.
    id: id ?? link.replyId ?? link.commentId,
    parentId: textAt(record, 'parent', 'id') ?? place.parentId ?? parentInLink(link, id),
    threadId: place.threadId ?? threadInId(id) ?? link.threadId,
    threadTitle: place.threadTitle,
    text: textAt(record, 'message') ?? '',
    replies: numberAt(record, 'comment_count'),
    state: at(record, 'is_hidden') === true ? 'held' : 'visible',
  }
}

function postOf(record: unknown, place: GraphPlace): Found | ProblemReason {
  const text = textAt(record, 'message')
  // "… updated their cover photo."
  if (text === null) return textAt(record, 'story') === null ? 'no-text' : 'service'
  const id = textAt(record, 'id')
  const [title = ''] = text.split('\n', 1)
  return {
    ...sharedOf(record, place),
    id,
    threadId: lastPart(id) ?? linkParts(textAt(record, 'permalink_url')).threadId,
    threadTitle: title.slice(0, 120),
    text,
    replies: numberAt(record, 'comments', 'summary', 'total_count'),
    kind: 'post',
  }
}

function sharedOf(record: unknown, { row, raw }: GraphPlace) {
  return {
    row,
    // Names are given to the owners of the page only.
    author: textAt(record, 'from', 'name'),
    authorId: textAt(record, 'from', 'id'),
    time: textAt(record, 'created_time'),
    likes:
      numberAt(record, 'like_count') ??
      numberAt(record, 'reactions', 'summary', 'total_count') ??
      numberAt(record, 'likes', 'summary', 'total_count'),
    url: textAt(record, 'permalink_url'),
    raw,
  }
}

interface LinkParts {
  readonly commentId: string | null
  readonly replyId: string | null
  readonly threadId: string | null
}

function linkParts(link: string | null): LinkParts {
  const named = ['story_fbid', 'fbid', 'v']
    .map((name) => queryValue(link, name))
    .find((value) => value !== null)
  const inPath = pathOf(link).findLast((part) => /^(\d+|pfbid\w+)$/.test(part))
  return {
    commentId: queryValue(link, 'comment_id'),
    replyId: queryValue(link, 'reply_comment_id'),
    threadId: named ?? inPath ?? null,
  }
}

/** "post_comment", and in old times "page_post_comment". */
const threadInId = (id: string | null): string | null => id?.split('_').at(-2) ?? null

/** The comment that a reply's address names, written as the reply's own id is. */
function parentInLink({ commentId, replyId }: LinkParts, id: string | null): string | null {
  if (commentId === null || replyId === null) return null
  return id?.endsWith(`_${replyId}`) === true ? `${id.slice(0, -replyId.length)}${commentId}` : commentId
}
