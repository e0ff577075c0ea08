/** One item of Hacker News, by its own names or by those of its search. @source github.com/HackerNews/API, hn.algolia.com/api */
import type { CommentState } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { inAddress } from './address.ts'
import { textOfHtml } from './html-text.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'

export interface ItemLink {
  readonly id: string | null
  readonly parentId: string | null
  /** What it says itself of the story it belongs to. */
  readonly storyId: string | null
  readonly isStory: boolean
  readonly title: string | null
}

const types = new Set(['story', 'comment', 'job', 'poll', 'pollopt', 'ask', 'link'])

export function isItem(value: unknown): boolean {
  if (textAt(value, 'objectID') !== null) {
    return listAt(value, '_tags').some((tag) => typeof tag === 'string' && types.has(tag))
  }
  if (textAt(value, 'id') === null || !types.has(textAt(value, 'type') ?? '')) return false
  const isFirebase =
    numberAt(value, 'time') !== null && (has(value, 'by') || has(value, 'deleted') || has(value, 'kids'))
  return isFirebase || numberAt(value, 'created_at_i') !== null || Array.isArray(at(value, 'comments'))
}

export const isOption = (item: unknown): boolean => textAt(item, 'type') === 'pollopt'

/** The answers that an item holds as a whole: `kids` are numbers in its own API, but some fill them in. */
export const answersIn = (item: unknown): readonly unknown[] =>
  ['children', 'kids', 'comments'].flatMap((key) => listAt(item, key)).filter(isObject)

export const answerKeys = ['children', 'kids', 'comments'] as const

export function linkOf(item: unknown): ItemLink {
  const type = textAt(item, 'type')
  const parentId = textAt(item, 'parent_id') ?? textAt(item, 'parent')
  const isComment =
    type === 'comment' || (type === null && (parentId !== null || textAt(item, 'comment_text') !== null))
  return {
    id: textAt(item, 'id') ?? textAt(item, 'objectID'),
    parentId: isComment ? parentId : null,
    storyId: textAt(item, 'story_id'),
    isStory: !isComment,
    title: textAt(item, 'title') ?? textAt(item, 'story_title'),
  }
}

export interface ItemFacts {
  readonly row: number
  readonly raw: string
  readonly threadId: string | null
  readonly threadTitle: string | null
  readonly parentId: string | null
}

export function hackerNewsItem(
  item: unknown,
  { row, raw, threadId, threadTitle, parentId }: ItemFacts,
): Found {
  const { id, isStory, title } = linkOf(item)
  const html = ['text', 'comment_text', 'story_text', 'content']
    .map((key) => textAt(item, key))
    .find((one) => one !== null)
  const body = withoutMark(textOfHtml(html ?? ''))
  const author = textAt(item, 'by') ?? textAt(item, 'author') ?? textAt(item, 'user')
  return {
    row,
    raw,
    id,
    parentId,
    threadId,
    threadTitle,
    author,
    time: textAt(item, 'time') ?? textAt(item, 'created_at_i') ?? textAt(item, 'created_at'),
    text: isStory ? [title, body].filter((part) => part !== null && part !== '').join('\n\n') : body,
    kind: isStory ? 'post' : 'comment',
    likes: numberAt(item, 'score') ?? numberAt(item, 'points'),
    replies:
      numberAt(item, 'descendants') ?? numberAt(item, 'num_comments') ?? numberAt(item, 'comments_count'),
    state: stateOf(item, { author, html: html ?? null, isStory }),
    url: id === null ? null : `https://news.ycombinator.com/item?id=${inAddress(id)}`,
  }
}

const marks: Readonly<Record<string, CommentState>> = {
  '[deleted]': 'deleted-by-author',
  '[dead]': 'removed-by-moderator',
  '[flagged]': 'removed-by-moderator',
}

const withoutMark = (text: string): string => (Object.hasOwn(marks, text) ? '' : text)

/** "dead" is what its moderators, its users' flags or its filters killed. */
function stateOf(
  item: unknown,
  {
    author,
    html,
    isStory,
  }: { readonly author: string | null; readonly html: string | null; readonly isStory: boolean },
): CommentState {
  if (at(item, 'deleted') === true) return 'deleted-by-author'
  if (at(item, 'dead') === true) return 'removed-by-moderator'
  const mark = html?.trim() ?? ''
  if (Object.hasOwn(marks, mark)) return marks[mark] ?? 'visible'
  // The search keeps the place of a deleted comment, and says so by nothing else.
  return !isStory && author === null && html === null ? 'deleted-by-author' : 'visible'
}

const has = (value: unknown, key: string): boolean => at(value, key) !== undefined
