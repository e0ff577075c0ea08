/** Comments as the pages of TikTok, Instagram and X load them. @source github.com/digitalmethodsinitiative/4cat, datasources */
import type { Found } from '../export-format.ts'
import { at, isObject, textAt } from './json-exact.ts'
import { answeredId, isShare, languageOf, tweetCreatedAt, tweetLink, unescaped } from './tweet.ts'

/** One platform's items: which they are, and how they are read. */
export interface Items {
  readonly platform: string
  readonly title: string
  /** As the envelope calls it: "tiktok-comments". */
  readonly isFrom: (sourcePlatform: string) => boolean
  readonly isComment: (item: unknown) => boolean
  /** @returns null for what is somebody else's text, shared */
  readonly found: (item: unknown) => Omit<Found, 'row' | 'raw'> | null
  /** Comments inside, each again an item. */
  readonly inside: string | null
  /** How many answers an item says it has, of which others are items of their own. */
  readonly declared: string | null
}

type FoundItem = Omit<Found, 'row' | 'raw'>

export const tiktokItem: Items = {
  platform: 'tiktok',
  title: 'TikTok comments (Zeeschuimer)',
  isFrom: (name) => name === 'tiktok-comments',
  isComment: (item) => textAt(item, 'cid') !== null && textAt(item, 'aweme_id') !== null,
  found: tiktokFound,
  inside: 'reply_comment',
  declared: 'reply_comment_total',
}

export const instagramItem: Items = {
  platform: 'instagram',
  title: 'Instagram comments (Zeeschuimer)',
  isFrom: (name) => name === 'instagram-comments',
  isComment: (item) =>
    (textAt(item, 'comment_id') ?? textAt(item, 'pk')) !== null && typeof at(item, 'text') === 'string',
  found: instagramFound,
  inside: null,
  declared: null,
}

export const xItem: Items = {
  platform: 'x',
  title: 'X posts (Zeeschuimer)',
  isFrom: (name) => /^(twitter\.com|x\.com|twitter-comments|x-comments)$/.test(name),
  isComment: (item) => isObject(at(item, 'legacy')),
  found: xFound,
  inside: null,
  declared: null,
}

/** "0" where there is none. */
const idOr = (...ids: readonly (string | null)[]): string | null =>
  ids.find((id) => id !== null && id !== '0') ?? null

function tiktokFound(item: unknown): FoundItem {
  const videoId = textAt(item, 'aweme_id')
  const title = textAt(item, 'share_info', 'title')
  return {
    id: textAt(item, 'cid'),
    // The page shows two levels; the answered reply is named beside the comment above it.
    parentId: idOr(textAt(item, 'reply_to_reply_id'), textAt(item, 'reply_id')),
    threadId: videoId,
    threadTitle: title,
    author: textAt(item, 'user', 'unique_id') ?? textAt(item, 'user', 'nickname'),
    authorId: textAt(item, 'user', 'uid') ?? textAt(item, 'user', 'id'),
    time: textAt(item, 'create_time'),
    text: textAt(item, 'text') ?? '',
    lang: languageOf({ lang: textAt(item, 'comment_language')?.replace(/^un$/, 'und') }),
    likes: textAt(item, 'digg_count'),
    replies: textAt(item, 'reply_comment_total'),
    url: textAt(item, 'share_info', 'url'),
  }
}

function instagramFound(item: unknown): FoundItem {
  return {
    id: textAt(item, 'comment_id') ?? textAt(item, 'pk'),
    parentId: idOr(textAt(item, 'parent_comment_id')),
    threadId: textAt(item, 'post_id') ?? textAt(item, 'media_id'),
    author: textAt(item, 'user', 'unique_id') ?? textAt(item, 'user', 'username'),
    authorId: textAt(item, 'user', 'id') ?? textAt(item, 'user', 'pk'),
    time: textAt(item, 'created_at_utc') ?? textAt(item, 'created_at'),
    text: textAt(item, 'text') ?? '',
    likes: textAt(item, 'comment_like_count') ?? textAt(item, 'edge_liked_by', 'count'),
    replies: textAt(item, 'child_comment_count'),
    url: textAt(item, 'post_url'),
  }
}

function xFound(item: unknown): FoundItem | null {
  const legacy = at(item, 'legacy')
  const text =
    textAt(item, 'note_tweet', 'note_tweet_results', 'result', 'text') ?? textAt(legacy, 'full_text') ?? ''
  if (isObject(at(legacy, 'retweeted_status_result')) || isShare(text)) return null
  const user = at(item, 'core', 'user_results', 'result')
  const author =
    textAt(user, 'core', 'screen_name') ??
    textAt(user, 'legacy', 'screen_name') ??
    textAt(item, 'user', 'unique_id') ??
    // Until 2023.
    textAt(item, 'user', 'screen_name')
  const id = textAt(legacy, 'id_str') ?? textAt(item, 'rest_id') ?? textAt(item, 'id')
  const written = textAt(legacy, 'created_at')
  return {
    id,
    parentId: answeredId(legacy),
    threadId: textAt(legacy, 'conversation_id_str'),
    author,
    authorId: textAt(user, 'rest_id') ?? textAt(legacy, 'user_id_str'),
    time: written,
    createdAt: tweetCreatedAt(written),
    text: unescaped(text),
    lang: languageOf(legacy),
    likes: textAt(legacy, 'favorite_count'),
    replies: textAt(legacy, 'reply_count'),
    url: tweetLink(author, id),
  }
}
