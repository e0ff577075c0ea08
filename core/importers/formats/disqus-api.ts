/** Disqus: posts as its API gives them, a page or several. @source disqus.com/api/docs/posts/list */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'

export const disqusApi: ExportFormat = {
  id: 'disqus-api',
  title: 'Disqus posts',
  platform: 'disqus',
  idsWithin: 'platform',
  detect: (head) => {
    const page = listAt(head.json, 'response')
    return anyOf(page.length > 0 ? { json: page, lines: [] } : head, isPost) ? 0.95 : 0
  },
  async parse(source, sink) {
    let isFollowed = false
    // What is said of further pages is counted like a record, and is none.
    let others = 0
    await readAnyJson(source, sink, {
      places: ['response.*', 'cursor.hasNext'],
      onRecord(record) {
        const row = record.row - others
        if (record.path[0] === 'cursor') {
          others += 1
          isFollowed = record.value === true
        } else if (!isObject(record.value)) sink.leaveOut(row, 'not-an-object')
        else if (isPost(record.value)) sink.comment(foundOf({ ...record, row }))
        else sink.leaveOut(row, 'not-a-comment')
      },
    })
    if (isFollowed) sink.incomplete('Further pages of the list are not in the file.')
  },
}

const isPost = (value: unknown): boolean =>
  (at(value, 'message') !== undefined || at(value, 'raw_message') !== undefined) &&
  at(value, 'thread') !== undefined &&
  at(value, 'createdAt') !== undefined &&
  (at(value, 'forum') !== undefined || at(value, 'isApproved') !== undefined)

function foundOf({ value, raw, row }: JsonRecord): Found {
  const id = textAt(value, 'id')
  const thread = at(value, 'thread')
  const link = textAt(thread, 'link')
  const html = textAt(value, 'message')
  return {
    row,
    raw,
    id,
    parentId: textAt(value, 'parent'),
    // Its number, or the thread itself where it was asked for.
    threadId: textAt(thread, 'id') ?? textAt(value, 'thread'),
    threadTitle: textOfHtml(textAt(thread, 'clean_title') ?? textAt(thread, 'title') ?? '') || link,
    author: textAt(value, 'author', 'name') ?? textAt(value, 'author', 'username'),
    authorId: textAt(value, 'author', 'username'),
    time: textAt(value, 'createdAt'),
    text: html === null ? (textAt(value, 'raw_message') ?? '') : textOfHtml(html),
    likes: numberAt(value, 'likes'),
    reports: numberAt(value, 'numReports'),
    state: stateOf(value),
    url: textAt(value, 'url') ?? (link === null || id === null ? link : `${link}#comment-${id}`),
  }
}

function stateOf(value: unknown): CommentState {
  if (at(value, 'isSpam') === true) return 'spam'
  if (at(value, 'isDeletedByAuthor') === true) return 'deleted-by-author'
  if (at(value, 'isDeleted') === true) return 'removed-by-moderator'
  return at(value, 'isApproved') === false ? 'held' : 'visible'
}
