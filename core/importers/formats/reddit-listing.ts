/** Reddit: a page as its API gives it, a listing of the post and one of the comments. @source reddit.com/dev/api */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { readJsonRecords } from '../parts/json-records.ts'

export const redditListing: ExportFormat = {
  id: 'reddit-listing',
  title: 'Reddit page',
  platform: 'reddit',
  idsWithin: 'platform',
  detect: ({ json }) => {
    const first = Array.isArray(json) ? json[0] : json
    return at(first, 'kind') === 'Listing' && Array.isArray(at(first, 'data', 'children')) ? 0.97 : 0
  },
  async parse(source, sink) {
    const page = createPage(sink)
    await readJsonRecords(source, sink, {
      places: ['*.data.children.*', 'data.children.*'],
      onRecord: ({ value }) => page.take(value),
    })
    page.end()
  },
}

/** Comments hold their replies: each is a record of its own, numbered as one meets them from the top. */
function createPage(sink: Sink) {
  let row = 0
  let title: string | null = null
  let declared: number | null = null
  let comments = 0
  let stubs = 0
  let hidden = 0
  const takeOne = (thing: unknown): readonly unknown[] => {
    const kind = at(thing, 'kind')
    const data = at(thing, 'data')
    if (kind === 'more') {
      stubs += 1
      hidden += numberAt(data, 'count') ?? 0
      return []
    }
    row += 1
    if (kind === 't3') {
      title = textAt(data, 'title')
      declared = numberAt(data, 'num_comments')
      sink.comment(postOf(data, row))
      return []
    }
    if (kind !== 't1') {
      sink.leaveOut(row, 'not-a-comment')
      return []
    }
    comments += 1
    sink.comment(commentOf(data, { row, title }))
    // "" where there are none.
    return listAt(data, 'replies', 'data', 'children')
  }
  return {
    take(first: unknown): void {
      const waiting = [first]
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        waiting.push(...takeOne(next).toReversed())
      }
    },
    end(): void {
      if (stubs === 0 && (declared === null || declared <= comments)) return
      const of = declared === null ? `${comments} comments` : `${comments} of ${declared} comments`
      const why = stubs === 0 ? '' : ` Reddit left out ${hidden} behind ${stubs} “more” links.`
      sink.incomplete(`${of} are in the file.${why}`)
    },
  }
}

function commentOf(
  data: unknown,
  { row, title }: { readonly row: number; readonly title: string | null },
): Found {
  const parent = textAt(data, 'parent_id')
  return {
    ...sharedOf(data, row),
    // A comment on the post itself answers no comment.
    parentId: parent?.startsWith('t1_') === true ? parent.slice(3) : null,
    threadId: textAt(data, 'link_id')?.replace(/^t3_/, ''),
    threadTitle: title ?? textAt(data, 'link_title'),
    text: writtenIn(textAt(data, 'body')),
    raw: JSON.stringify(withoutReplies(data)),
  }
}

function postOf(data: unknown, row: number): Found {
  const title = textAt(data, 'title')
  const body = textAt(data, 'selftext')
  return {
    ...sharedOf(data, row),
    id: textAt(data, 'name') ?? textAt(data, 'id'),
    threadId: textAt(data, 'id'),
    threadTitle: title,
    kind: 'post',
    text: [title, writtenIn(body)].filter((part) => part !== null && part !== '').join('\n\n'),
    raw: JSON.stringify(data),
  }
}

function sharedOf(data: unknown, row: number) {
  const author = textAt(data, 'author')
  const editedAt = numberAt(data, 'edited')
  const link = textAt(data, 'permalink')
  return {
    row,
    id: textAt(data, 'id'),
    author: author === '[deleted]' ? null : author,
    authorId: textAt(data, 'author_fullname'),
    time: textAt(data, 'created_utc'),
    editedAt: editedAt === null || editedAt <= 0 ? null : new Date(editedAt * 1000).toISOString(),
    likes: at(data, 'score_hidden') === true ? null : numberAt(data, 'score'),
    reports: numberAt(data, 'num_reports'),
    state: stateOf(data),
    url: link === null ? null : `https://www.reddit.com${link}`,
  }
}

/** What stands in the place of a text that is gone was written by nobody. */
const writtenIn = (body: string | null): string =>
  body === null || body === '[deleted]' || body === '[removed]' ? '' : body

/** "[deleted]" is the author's doing, "[removed]" the moderators'. */
function stateOf(data: unknown): CommentState {
  const body = at(data, 'body') ?? at(data, 'selftext')
  if (body === '[removed]' || textAt(data, 'removal_reason') !== null) return 'removed-by-moderator'
  if (at(data, 'spam') === true) return 'spam'
  return body === '[deleted]' ? 'deleted-by-author' : 'visible'
}

function withoutReplies(data: unknown): unknown {
  if (!isObject(data)) return data
  const { replies: _, ...own } = data
  return own
}
