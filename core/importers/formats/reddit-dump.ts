/** Reddit's monthly dumps, unpacked: a comment (RC_) or a post (RS_) a line. @source Pushshift and Arctic Shift, "schemas" */
import type { ExportFormat, Found } from '../export-format.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, numberAt, textAt } from '../parts/json-exact.ts'
import { redditComment, redditPost } from '../parts/reddit-thing.ts'

export const redditDump: ExportFormat = {
  id: 'reddit-dump',
  title: 'Reddit dump',
  platform: 'reddit',
  idsWithin: 'platform',
  detect: (head) => {
    const data = at(head.json, 'data')
    const looked = Array.isArray(data) ? { json: data, lines: [] } : head
    return anyOf(looked, (value) => kindOf(inside(value)) !== null) ? 0.93 : 0
  },
  parse: (source, sink) =>
    readAnyJson(source, sink, {
      places: ['data.*'],
      onRecord({ value, raw, row }) {
        const data = inside(value)
        const kind = kindOf(data)
        if (kind === 'comment') sink.comment(settled(redditComment(data, { row, raw, title: null }), data))
        else if (kind === 'post') sink.comment(settled(redditPost(data, { row, raw }), data))
        else sink.leaveOut(row, isObject(value) ? 'not-a-comment' : 'not-an-object')
      },
    }),
}

/** Some gather things as the API wraps them. */
function inside(value: unknown): unknown {
  const kind = at(value, 'kind')
  return kind === 't1' || kind === 't3' ? at(value, 'data') : value
}

/** Fields come and go from month to month: few are always there. */
function kindOf(data: unknown): 'comment' | 'post' | null {
  const isFrom = (key: string, prefix: string) => textAt(data, key)?.startsWith(prefix) === true
  const isReddit = isFrom('subreddit_id', 't5_') || textAt(data, 'subreddit') !== null
  const hasText = typeof at(data, 'body') === 'string'
  if (hasText && (isFrom('link_id', 't3_') || isFrom('parent_id', 't1_') || isFrom('parent_id', 't3_'))) {
    return 'comment'
  }
  if (!isReddit || hasText || textAt(data, 'created_utc') === null) return null
  const isPost = ['selftext', 'num_comments', 'is_self', 'domain'].some((key) => at(data, key) !== undefined)
  return isPost && typeof at(data, 'title') === 'string' ? 'post' : null
}

const settledAfterS = 60 * 60

/** A score of 1 that was taken down at once is what everybody begins with, and says nothing. */
function settled(found: Found, data: unknown): Found {
  const created = numberAt(data, 'created_utc')
  const retrieved = numberAt(data, 'retrieved_on') ?? numberAt(data, 'retrieved_utc')
  const isEarly = created !== null && retrieved !== null && retrieved - created < settledAfterS
  const isSettled = !isEarly || numberAt(data, '_meta', 'retrieved_2nd_on') !== null
  return isSettled || found.likes !== 1 ? found : { ...found, likes: null }
}
