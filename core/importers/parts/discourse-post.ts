/** A post of a Discourse forum as its pages' JSON has it. @source docs.discourse.org, "Topics", "Posts" */
import type { CommentState, ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { siteOf } from './address.ts'
import { textOfHtml } from './html-text.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'
import { withoutQuotes, withoutQuotesInHtml } from './own-words.ts'

export const isDiscoursePost = (value: unknown): boolean =>
  numberAt(value, 'post_number') !== null &&
  textAt(value, 'username') !== null &&
  at(value, 'created_at') !== undefined

export interface PostFacts {
  readonly row: number
  readonly raw: string
  readonly threadTitle: string | null
  readonly isPrivate: boolean
  /** Of the forum, where the file says it. */
  readonly site: string | null
  /** The id of the post with a number in a topic. */
  readonly idOf: (topicId: string, number: string) => string | null
}

/** A page names its forum nowhere but in the addresses of things: of a post, or of somebody's own picture. */
export function discourseSite(post: unknown): string | null {
  const picture = textAt(post, 'avatar_template') ?? ''
  const ownPicture = /\/user_avatar\/([\w.-]{1,255})\//.exec(picture)?.[1] ?? null
  const link = textAt(post, 'post_url') ?? textAt(post, 'url')
  return ownPicture?.toLowerCase().replace(/^www\./, '') ?? siteOf(link)
}

export interface DiscourseFound {
  readonly found: Found | ProblemReason
  readonly hasQuote: boolean
}

/** What the forum says itself, such as that a topic was closed, is a post of kind 3; 4 is whispered among its staff. */
export function discoursePost(post: unknown, facts: PostFacts): DiscourseFound {
  const type = numberAt(post, 'post_type')
  if (!isObject(post)) return without('not-an-object')
  if (type === 3 || (type === 2 && textAt(post, 'action_code') !== null)) return without('service')
  if (type === 4 || facts.isPrivate) return without('private')
  if (textAt(post, 'post_number') === null && at(post, 'cooked') === undefined)
    return without('not-a-comment')
  const threadId = textAt(post, 'topic_id')
  const answered = textAt(post, 'reply_to_post_number')
  const { text, quote } = wordsOf(post)
  const link = textAt(post, 'post_url') ?? textAt(post, 'url')
  const found: Found = {
    row: facts.row,
    raw: facts.raw,
    id: textAt(post, 'id'),
    parentId: threadId === null || answered === null ? null : facts.idOf(threadId, answered),
    threadId,
    site: facts.site,
    threadTitle: textAt(post, 'topic_title') ?? facts.threadTitle,
    author: textAt(post, 'username') ?? textAt(post, 'name'),
    authorId: textAt(post, 'user_id'),
    time: textAt(post, 'created_at'),
    editedAt:
      (numberAt(post, 'version') ?? 1) > 1 ? parseTime(textAt(post, 'updated_at') ?? '', 'ymd') : null,
    text,
    lang: textAt(post, 'locale'),
    likes: actionCount(post, [2]),
    replies: numberAt(post, 'reply_count'),
    // Shown to staff only: none told is not none.
    reports: actionCount(post, [3, 4, 7, 8, 10]) || null,
    state: stateOf(post),
    kind: textAt(post, 'post_number') === '1' ? 'post' : 'comment',
    url: link?.startsWith('http') === true ? link : null,
  }
  return { found, hasQuote: quote !== null }
}

const without = (found: ProblemReason): DiscourseFound => ({ found, hasQuote: false })

function wordsOf(post: unknown): { readonly text: string; readonly quote: string | null } {
  // In the place of such a text stands what the forum says of it, in the forum's language.
  if (at(post, 'user_deleted') === true || at(post, 'cooked_hidden') === true)
    return { text: '', quote: null }
  const written = textAt(post, 'raw')
  if (written !== null) return withoutQuotes(written)
  const { text, quote } = withoutQuotesInHtml(withoutFurniture(textAt(post, 'cooked') ?? ''))
  return { text: textOfHtml(text), quote }
}

/** The size of a picture, and how many have voted: nobody wrote it. */
const withoutFurniture = (cooked: string): string =>
  cooked
    .replace(/<div class="meta">(?:(?!<\/?div).){0,4000}<\/div>/gs, '')
    .replace(/<span class="info-(?:number|label)">[^<]{0,60}<\/span>/g, '')

function stateOf(post: unknown): CommentState {
  if (at(post, 'user_deleted') === true) return 'deleted-by-author'
  if (textAt(post, 'deleted_at') !== null) {
    const by = textAt(post, 'deleted_by', 'username')
    return by !== null && by === textAt(post, 'username') ? 'deleted-by-author' : 'removed-by-moderator'
  }
  // Hidden when enough people flagged it, until somebody decides. Without its words nothing is left to hold.
  if (at(post, 'hidden') !== true) return 'visible'
  return at(post, 'cooked_hidden') === true ? 'removed-by-moderator' : 'held'
}

/** What people did with a post is numbered: 2 is a like, 3, 4, 7, 8 and 10 are flags. */
function actionCount(post: unknown, ids: readonly number[]): number | null {
  const counts = listAt(post, 'actions_summary').flatMap((action) => {
    const count = numberAt(action, 'count')
    return count !== null && ids.includes(numberAt(action, 'id') ?? 0) ? [count] : []
  })
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}
