/** A comment or a post as Reddit's API has it, and the dumps made from it. @source reddit.com/dev/api, "t1", "t3" */
import type { CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { at, listAt, numberAt, textAt } from './json-exact.ts'

export interface ThingFacts {
  readonly row: number
  readonly raw: string
}

export function redditComment(data: unknown, facts: ThingFacts & { readonly title: string | null }): Found {
  return {
    ...shared(data, facts),
    id: textAt(data, 'id') ?? textAt(data, 'name')?.replace(/^t1_/, ''),
    parentId: parentOf(data),
    threadId: redditThread(data),
    threadTitle: facts.title ?? linkTitle(data),
    text: written(data, 'body'),
  }
}

export function redditPost(data: unknown, facts: ThingFacts): Found {
  const title = written(data, 'title')
  const id = textAt(data, 'id') ?? textAt(data, 'name')?.replace(/^t3_/, '') ?? null
  return {
    ...shared(data, facts),
    // A post and a comment may have the same letters for an id.
    id: id === null ? null : `t3_${id}`,
    threadId: id,
    threadTitle: title,
    kind: 'post',
    replies: numberAt(data, 'num_comments'),
    text: [title, written(data, 'selftext')].filter((part) => part !== '').join('\n\n'),
  }
}

/** Told of a comment that stands without its post. */
function linkTitle(data: unknown): string | null {
  const title = textAt(data, 'link_title')
  return title === null ? null : redditUnescaped(title)
}

/** The post's id without its "t3_". */
export function redditThread(data: unknown): string | null {
  return textAt(data, 'link_id')?.replace(/^t3_/, '') ?? null
}

/** `&lt;`, `&gt;` and `&amp;` stand for what the person wrote, unless the page was asked for without. */
export function redditUnescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** What stands in the place of a text that is gone was written by nobody. */
export function redditPlaceholder(text: string | null): 'deleted-by-author' | 'removed-by-moderator' | null {
  const mark = text?.trim().toLowerCase().slice(0, 40) ?? ''
  if (mark === '[deleted]' || mark === '[deleted by user]') return 'deleted-by-author'
  return /^\[ ?removed(?: by (?:reddit|moderator)\b|\s?\]$)/.test(mark) ? 'removed-by-moderator' : null
}

function shared(data: unknown, { row, raw }: ThingFacts) {
  const author = textAt(data, 'author')
  const edited = textAt(data, 'edited')
  const link = textAt(data, 'permalink')
  const isHidden = at(data, 'score_hidden') === true || at(data, 'hide_score') === true
  return {
    row,
    raw,
    author: author === '[deleted]' ? null : author,
    authorId: textAt(data, 'author_fullname'),
    time: textAt(data, 'created_utc'),
    // False for never; true, without a time, in the first years.
    editedAt: edited === null ? null : parseTime(edited, 'ymd'),
    likes: isHidden ? null : (numberAt(data, 'score') ?? numberAt(data, 'ups')),
    reports: reportsOf(data),
    state: stateOf(data),
    url: link === null || /^https?:/.test(link) ? link : `https://www.reddit.com${link}`,
  }
}

function written(data: unknown, key: 'body' | 'selftext' | 'title'): string {
  const text = textAt(data, key)
  if (text === null || redditPlaceholder(text) !== null) return ''
  const html = textAt(data, 'body_html') ?? textAt(data, 'selftext_html')
  return html?.trimStart().startsWith('<') === true ? text : redditUnescaped(text)
}

/** A comment on the post itself answers no comment. */
function parentOf(data: unknown): string | null {
  const parent = at(data, 'parent_id')
  // One vintage of Pushshift wrote the id as a number, where all others have its digits to the base of 36.
  const id =
    typeof parent === 'number' && Number.isSafeInteger(parent) && parent > 0
      ? parent.toString(36)
      : textAt(data, 'parent_id')
  if (id === null || id.startsWith('t3_') || id === redditThread(data)) return null
  return id.replace(/^t1_/, '')
}

/** "[deleted]" is the author's doing, "[removed]" the moderators'. What was deleted after it was gathered counts as deleted. */
function stateOf(data: unknown): CommentState {
  const why = textAt(data, '_meta', 'removal_type') ?? textAt(data, 'removed_by_category')
  if (at(data, 'spam') === true) return 'spam'
  if (why !== null) return isAuthors(why) ? 'deleted-by-author' : 'removed-by-moderator'
  const gone =
    redditPlaceholder(textAt(data, 'body') ?? textAt(data, 'selftext')) ??
    redditPlaceholder(textAt(data, 'title'))
  if (gone !== null) return gone
  const isBanned = textAt(data, 'banned_by') !== null || at(data, 'banned_by') === true
  if (isBanned || at(data, 'removed') === true || textAt(data, 'removal_reason') !== null) {
    return 'removed-by-moderator'
  }
  const isDeletedLater = at(data, '_meta', 'was_deleted_later') === true
  return isDeletedLater || at(data, '_meta', 'was_initially_deleted') === true
    ? 'deleted-by-author'
    : 'visible'
}

const isAuthors = (why: string): boolean => why === 'deleted' || why === 'author'

/** Only moderators are shown reports: an empty list says nothing. */
function reportsOf(data: unknown): number | null {
  const told = numberAt(data, 'num_reports')
  if (told !== null) return told
  const byPeople = listAt(data, 'user_reports').reduce<number>(
    (sum, report) => sum + (numberAt(report, '1') ?? 0),
    0,
  )
  const all = byPeople + listAt(data, 'mod_reports').length
  return all > 0 ? all : null
}
