/** One post of Bluesky in any of its wrappings. @source docs.bsky.app, "app.bsky.feed.post" */
import type { ProblemReason } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'

const collection = 'app.bsky.feed.post'

/** A post that is not in the file: gone, or hidden from who asked. */
export const isGone = (value: unknown): boolean =>
  at(value, 'notFound') === true ||
  at(value, 'not_found') === true ||
  isBlocked(value) ||
  /NotFound$/.test(itemType(value))

export const isBlocked = (value: unknown): boolean =>
  at(value, 'blocked') === true || /Item(?:Blocked|NoUnauthenticated)$/.test(itemType(value))

/** In a thread that is a list each place says what it is one step in. */
const itemType = (value: unknown): string => textAt(value, 'value', '$type') ?? ''

export const hasPost = (value: unknown): boolean => isPostRecord(blueskyRecord(value))

const isPostRecord = (record: unknown): boolean =>
  typeOf(record) === collection ||
  (typeof at(record, 'text') === 'string' && typeof at(record, 'createdAt') === 'string')

/** The library for Python, and 4CAT with it, writes all names its own way. */
const typeOf = (value: unknown): string | null => textAt(value, '$type') ?? textAt(value, 'py_type')

/** A thread and a feed have a post around the record; a list of records, the stream and files have the record. */
export function postIn(value: unknown): unknown {
  for (const inner of [at(value, 'post'), at(value, 'value', 'post')]) if (isObject(inner)) return inner
  return value
}

export function blueskyRecord(value: unknown): unknown {
  const post = postIn(value)
  for (const inner of [at(post, 'record'), at(post, 'value'), at(post, 'commit', 'record')]) {
    if (isObject(inner)) return inner
  }
  return post
}

/** @returns why it is left out: another's post passed on, or no post */
export function blueskyPost(
  value: unknown,
  { row, raw }: { readonly row: number; readonly raw: string },
): Found | ProblemReason {
  if (!isObject(value)) return 'not-an-object'
  if (/reasonRepost$/.test(typeOf(at(value, 'reason')) ?? '')) return 'share'
  const post = postIn(value)
  const record = blueskyRecord(value)
  const type = typeOf(record)
  if (type === 'app.bsky.feed.repost') return 'share'
  if (!isPostRecord(record) || (type !== null && type !== collection)) return 'not-a-comment'
  const uri = textAt(post, 'uri') ?? uriOfStream(post)
  const did = textAt(post, 'author', 'did') ?? textAt(post, 'did') ?? didIn(uri)
  const handle = textAt(post, 'author', 'handle')
  const langs = listAt(record, 'langs')
  return {
    row,
    raw,
    id: uri,
    parentId: textAt(record, 'reply', 'parent', 'uri'),
    threadId: textAt(record, 'reply', 'root', 'uri') ?? textAt(record, 'reply', 'parent', 'uri') ?? uri,
    author: handle === null || handle === 'handle.invalid' ? did : handle,
    authorId: did,
    time: textAt(record, 'createdAt') ?? textAt(record, 'created_at'),
    text: textAt(record, 'text') ?? '',
    lang: langs.length === 1 && typeof langs[0] === 'string' ? langs[0] : null,
    likes: numberAt(post, 'likeCount') ?? numberAt(post, 'like_count'),
    replies: numberAt(post, 'replyCount') ?? numberAt(post, 'reply_count'),
    url: pageOf(uri),
  }
}

/** The stream of all changes names the parts of an address. */
function uriOfStream(post: unknown): string | null {
  const did = textAt(post, 'did')
  const key = textAt(post, 'commit', 'rkey')
  return did === null || key === null
    ? null
    : `at://${did}/${textAt(post, 'commit', 'collection') ?? collection}/${key}`
}

const didIn = (uri: string | null): string | null => /^at:\/\/([^/]+)\//.exec(uri ?? '')?.[1] ?? null

function pageOf(uri: string | null): string | null {
  const parts = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri ?? '')
  return parts === null ? null : `https://bsky.app/profile/${parts[1]}/post/${parts[2]}`
}
