/**
 * What the elements of a web page with comments are for, by their classes, ids and microdata: the markup of WordPress
 * and its themes, of Disqus, Blogger and Drupal, of microformats and of schema.org.
 *
 * @source developer.wordpress.org "wp_list_comments()"; schema.org/Comment; microformats.org "h-entry"
 */

export type Attributes = Readonly<Record<string, string>>

/** An element that is a comment as a whole. */
export interface CommentMark {
  readonly id: string | null
  readonly isPingback: boolean
  /** How deep in the thread, from 1; null where the page does not say. */
  readonly depth: number | null
}

/** `rank`: the higher is believed, and of the same rank the first. */
export interface PartMark {
  readonly part: 'author' | 'time' | 'content' | 'likes' | 'held' | 'furniture'
  readonly rank: number
}

const containers = new Set('li article div section tr dd blockquote'.split(' '))
const schemaComment = /schema\.org\/(user)?comments?$/i

export const wordsOf = (value: string | undefined): readonly string[] =>
  (value ?? '').toLowerCase().split(/\s+/, 60)

/** "comment-7", "li-comment-7", and of wpDiscuz "wpd-comm-7_0", in its older versions "wc-comm-7_0". */
function numberIn(id: string): string | undefined {
  const found =
    /^(?:li-|div-|article-)?(?:comment|review)[-_]?(\d+)$/i.exec(id) ?? /^(?:wpd|wc)-comm-(\d+)_\d+$/.exec(id)
  return found?.[1]
}

/** @returns null where the element is no comment */
export function commentMark(name: string, attributes: Attributes): CommentMark | null {
  if (!containers.has(name)) return null
  const classes = wordsOf(attributes.class)
  const has = (word: string) => classes.includes(word)
  const numbered = numberIn(attributes.id ?? '')
  const isPingback = has('pingback') || has('trackback')
  const isDisqus =
    has('post') && !has('hentry') && (name === 'li' || attributes['data-post-id'] !== undefined)
  const disqus = isDisqus
    ? (/^post-(\d+)$/.exec(attributes.id ?? '')?.[1] ?? attributes['data-post-id'])
    : undefined
  const given = attributes['data-comment-id'] ?? attributes['data-commentid'] ?? attributes['data-comment_id']
  const isNamed = has('comment') && (name === 'li' || name === 'article' || given !== undefined)
  const isMarked =
    has('u-comment') || has('p-comment') || schemaComment.test((attributes.itemtype ?? '').replace(/\/$/, ''))
  if (numbered === undefined && disqus === undefined && !isPingback && !isNamed && !isMarked) return null
  const depth = classes.find((word) => /^depth-\d{1,3}$/.test(word))
  return {
    id: numbered ?? disqus ?? given ?? (/(\d+)$/.exec(attributes.id ?? '')?.[1] || null),
    isPingback,
    depth: depth === undefined ? null : Number(depth.slice(6)),
  }
}

type Ranks = Readonly<Record<string, PartMark>>

const of = (part: PartMark['part'], rank: number, words: string): readonly (readonly [string, PartMark])[] =>
  words.split(' ').map((word) => [word, { part, rank }] as const)

const byClass: Ranks = Object.fromEntries([
  ...of('author', 3, 'fn p-name comment-author-name wp-block-comment-author-name comment__author-name'),
  ...of('author', 3, 'wpd-comment-author wc-comment-author'),
  ...of('author', 2, 'woocommerce-review__author author p-author comment__author commenter username'),
  ...of('author', 1, 'comment-author comment-author-link comment_author user comment-meta-author'),
  ...of(
    'time',
    2,
    'comment-date comment-time comment__time time-ago wp-block-comment-date dt-published datetime',
  ),
  ...of(
    'time',
    1,
    'comment-metadata commentmetadata comment-meta comment-timestamp published comment__submitted',
  ),
  ...of('content', 4, 'comment-content wp-block-comment-content post-message e-content comment__content'),
  ...of('time', 2, 'wpd-comment-date wc-comment-date comment_date'),
  ...of('content', 4, 'wpd-comment-text wc-comment-text'),
  ...of('content', 4, 'field--name-comment-body description comment-text-inner comment-copy'),
  ...of('content', 3, 'comment-text comment_text commenttext comment-entry comment_content comment-message'),
  ...of('content', 2, 'comment-body comment_body'),
  ...of('likes', 1, 'wpd-vote-result wc-vote-result'),
  ...of('likes', 1, 'vote-count comment-like-count likes-count upvotes'),
  ...of('held', 1, 'comment-awaiting-moderation'),
  ...of('furniture', 2, 'reply comment-reply comment-reply-link comment-edit-link edit-link sharedaddy'),
  ...of('furniture', 2, 'comment-likes comment-actions comment-respond comment__footer avatar children'),
  ...of('furniture', 2, 'wpd-comment-footer wpd-reply-to wpd-comment-left wc-comment-footer wc-comment-left'),
  ...of('furniture', 1, 'says vcard comment-header comment-footer meta'),
])

const byProperty: Ranks = Object.fromEntries([
  ...of('author', 2, 'author creator'),
  ...of('time', 3, 'datecreated datepublished commenttime'),
  ...of('content', 5, 'text commenttext'),
  ...of('likes', 2, 'upvotecount'),
])

/** What a part of a comment is for; several where its classes say so. */
export function partMarks(name: string, attributes: Attributes): readonly PartMark[] {
  const marks = [
    ...wordsOf(attributes.itemprop).map((word) => ownOf(byProperty, word)),
    ...wordsOf(attributes.class).map((word) => ownOf(byClass, word)),
    attributes['data-role'] === 'likes' ? ({ part: 'likes', rank: 2 } as const) : undefined,
    name === 'time'
      ? ({ part: 'time', rank: attributes.datetime === undefined ? 2 : 4 } as const)
      : undefined,
    // Themes of before 2010 have no class for the name.
    name === 'cite' ? ({ part: 'author', rank: 1 } as const) : undefined,
  ].filter((mark) => mark !== undefined)
  return marks.toSorted((one, other) => other.rank - one.rank)
}

/** A value that stands in an attribute rather than between tags. */
export function attributeValue(part: PartMark['part'], name: string, attributes: Attributes): string | null {
  if (name === 'meta') return attributes.content ?? null
  if (part !== 'time') return null
  if (attributes.datetime !== undefined) return attributes.datetime
  return attributes.content ?? (/\d/.test(attributes.title ?? '') ? (attributes.title ?? null) : null)
}

const ownOf = (ranks: Ranks, word: string): PartMark | undefined =>
  Object.hasOwn(ranks, word) ? ranks[word] : undefined
