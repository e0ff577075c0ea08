/**
 * WordPress: comments as its REST API gives them, a page or several. @source developer.wordpress.org/rest-api/reference,
 * "Comments"
 */
import type { ExportFormat, Found } from '../export-format.ts'
import { siteOf } from '../parts/address.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'
import { reasonToLeaveOut, wordpressState } from '../parts/wordpress-comment.ts'

export const wordpressApi: ExportFormat = {
  id: 'wordpress-api',
  title: 'WordPress comments',
  platform: 'wordpress',
  // As in its exports.
  idsWithin: 'thread',
  detect: (head) => (anyOf(head, isComment) ? 0.95 : 0),
  parse: (source, sink) =>
    readAnyJson(source, sink, {
      places: [],
      onRecord(record) {
        const { value, row } = record
        if (!isObject(value)) return sink.leaveOut(row, 'not-an-object')
        if (at(value, 'content') === undefined) return sink.leaveOut(row, 'not-a-comment')
        const reason = reasonToLeaveOut(textAt(value, 'type') ?? '')
        if (reason === null) sink.comment(foundOf(record))
        else sink.leaveOut(row, reason, textAt(value, 'author_name') ?? undefined)
      },
    }),
}

const isComment = (value: unknown): boolean =>
  textAt(value, 'post') !== null &&
  at(value, 'author_name') !== undefined &&
  (at(value, 'content', 'rendered') !== undefined || at(value, 'content', 'raw') !== undefined)

function foundOf({ value, raw, row }: JsonRecord): Found {
  const link = textAt(value, 'link')
  const userId = textAt(value, 'author')
  return {
    row,
    raw,
    id: textAt(value, 'id'),
    parentId: textAt(value, 'parent'),
    threadId: textAt(value, 'post'),
    site: siteOf(link),
    author: textOfHtml(textAt(value, 'author_name') ?? ''),
    // Guests have no number.
    authorId: userId === '0' ? null : userId,
    // As its exports write it, so that a comment in both is one. Without it there is the site's own clock, of no zone.
    time: (textAt(value, 'date_gmt') ?? textAt(value, 'date'))?.replace('T', ' '),
    text: textOfHtml(textAt(value, 'content', 'rendered') ?? textAt(value, 'content', 'raw') ?? ''),
    state: wordpressState(textAt(value, 'status')),
    url: link,
  }
}
