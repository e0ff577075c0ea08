/** Mastodon: a status, a list of them, or what is around one, as its API gives them. @source docs.joinmastodon.org/entities/Status */
import type { ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson, silent } from '../parts/json-any.ts'
import { at, isObject, numberAt, textAt } from '../parts/json-exact.ts'
import { peek } from '../parts/peek.ts'
import { createReplyRoots, type ReplyRoots } from '../parts/reply-roots.ts'
import { withWarning } from '../parts/warned-text.ts'

export const mastodonApi: ExportFormat = {
  id: 'mastodon-api',
  title: 'Mastodon posts',
  platform: 'mastodon',
  idsWithin: 'platform',
  detect: (head) => {
    if (isContext(head.json)) return 0.95
    const found = at(head.json, 'statuses')
    return anyOf(Array.isArray(found) ? { json: found, lines: [] } : head, isStatus) ? 0.93 : 0
  },
  async parse(source, sink) {
    const roots = await rootsOf(source)
    const isOfContext = isContext((await peek(source)).json)
    let comments = 0
    await readAnyJson(source, sink, {
      places,
      onRecord({ value, raw, row }) {
        comments += 1
        const found = foundOf(value, { row, raw, roots })
        if (typeof found === 'string') sink.leaveOut(row, found)
        else sink.comment(found)
      },
    })
    if (!isOfContext) return
    sink.incomplete(
      comments === 0
        ? 'The file holds nothing: the post it was asked for had nothing before it and no answers.'
        : 'The file holds what is around one post, and not that post itself.',
    )
  },
}

const places = ['ancestors.*', 'descendants.*', 'statuses.*']

const isContext = (value: unknown): boolean =>
  Array.isArray(at(value, 'ancestors')) && at(value, 'descendants') !== undefined

function isStatus(value: unknown): boolean {
  const isAccount = textAt(value, 'account', 'acct') !== null
  const has = (key: string) => at(value, key) !== undefined
  return isAccount && typeof at(value, 'content') === 'string' && (has('in_reply_to_id') || has('reblog'))
}

/** Lists are often newest first: what a status answers comes after it. */
async function rootsOf(source: Source): Promise<ReplyRoots> {
  const roots = createReplyRoots()
  await readAnyJson(source, silent, {
    places,
    onRecord({ value }) {
      const id = textAt(value, 'id')
      if (id !== null) roots.add(id, textAt(value, 'in_reply_to_id'))
    },
  })
  return roots
}

function foundOf(
  status: unknown,
  { row, raw, roots }: { readonly row: number; readonly raw: string; readonly roots: ReplyRoots },
): Found | ProblemReason {
  if (!isObject(status)) return 'not-an-object'
  if (isObject(at(status, 'reblog'))) return 'share'
  if (at(status, 'visibility') === 'direct') return 'private'
  if (at(status, 'account') === undefined && at(status, 'content') === undefined) return 'not-a-comment'
  const id = textAt(status, 'id')
  const likes = numberAt(status, 'favourites_count')
  return {
    row,
    raw,
    id,
    parentId: textAt(status, 'in_reply_to_id'),
    threadId: id === null ? null : roots.rootOf(id),
    author: textAt(status, 'account', 'acct') ?? textAt(status, 'account', 'username'),
    authorId: textAt(status, 'account', 'id'),
    time: textAt(status, 'created_at'),
    editedAt: parseTime(textAt(status, 'edited_at') ?? '', 'ymd'),
    text: withWarning(textAt(status, 'spoiler_text'), textOfHtml(textAt(status, 'content') ?? '')),
    lang: textAt(status, 'language'),
    likes,
    replies: numberAt(status, 'replies_count'),
    url: textAt(status, 'url') ?? textAt(status, 'uri'),
  }
}
