/** Google Play: the reviews of a month as the console gives them. @source support.google.com/googleplay/android-developer, "Download reports" */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { queryValue } from '../parts/link.ts'
import { peek } from '../parts/peek.ts'
import { rowAsJson } from '../parts/row-json.ts'
import { readRows, type TableRow, tableExport } from '../parts/table-export.ts'

/** A row is a review, and with a reply of the developer two records: so many are counted as read. */
const named = tableExport({
  id: 'google-play',
  title: 'Google Play reviews',
  platform: 'google-play',
  idsWithin: 'platform',
  names: [['package name', 'star rating', 'review text']],
  open:
    ({ sink }) =>
    (row) =>
      lastOf(row, sink),
})

/** Names come in the language of the console's user: then the columns are known by their places and what is in them. */
export const googlePlay: ExportFormat = {
  ...named,
  detect: (head) => Math.max(named.detect(head), hasOurColumns(head.rows) ? 0.92 : 0),
  async parse(source, sink) {
    const head = await peek(source)
    if (named.detect(head) > 0 || !hasOurColumns(head.rows)) {
      await named.parse(source, sink)
      return
    }
    let quotedNames: readonly string[] | null = null
    await readRows(source, sink, {
      onRow(cells, row, flaw) {
        if (quotedNames === null) {
          quotedNames = cells.map((name) => JSON.stringify(name.trim()))
          return
        }
        if (cells.length < columns.length) {
          sink.leaveOut(row, 'too-few-cells', cells.join(','))
          return
        }
        const get = (name: string): string | null => cells[columns.indexOf(name)]?.trim() || null
        if (flaw !== null) sink.repaired(row, flaw)
        sink.comment(lastOf({ get, cells, row, raw: rowAsJson(quotedNames, cells) }, sink))
      },
    })
  },
}

/** In this order since there are replies. */
const columns = [
  'package name',
  'app version code',
  'app version name',
  'reviewer language',
  'device',
  'review submit date and time',
  'review submit millis since epoch',
  'review last update date and time',
  'review last update millis since epoch',
  'star rating',
  'review title',
  'review text',
  'developer reply date and time',
  'developer reply millis since epoch',
  'developer reply text',
  'review link',
]

function hasOurColumns([names = [], ...rows]: readonly (readonly string[])[]): boolean {
  return names.length === columns.length && rows.length > 0 && rows.slice(0, 10).every(isReview)
}

function isReview(cells: readonly string[]): boolean {
  const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
  return (
    /^\w+(\.\w+)+$/.test(cell('package name').slice(0, 200)) &&
    /^\d{12,13}$/.test(cell('review submit millis since epoch')) &&
    /^[1-5]$/.test(cell('star rating')) &&
    /^$|^https:\/\/play\.google\.com\//.test(cell('review link'))
  )
}

/** Of a review and its reply the latter, the review given. Stars without words are left out; what was written to them stays. */
function lastOf(row: TableRow, sink: Sink): Found {
  const review = reviewOf(row)
  const reply = replyOf(row, review.id ?? null)
  if (reply === null) return review
  sink.comment(review)
  return reply
}

function reviewOf({ get, row, raw }: TableRow): Found {
  const link = get('review link')
  const time = get('review submit millis since epoch') ?? get('review submit date and time')
  const updated = get('review last update millis since epoch') ?? get('review last update date and time')
  return {
    row,
    id: queryValue(link, 'reviewId') ?? queryValue(link, 'reviewid'),
    threadId: get('package name'),
    // Nobody is named. The stars are the reviewer's own, and no likes.
    time,
    editedAt: updated === null || updated === time ? null : parseTime(updated, 'ymd'),
    text: [get('review title'), get('review text')].filter((part) => part !== null).join('\n\n'),
    lang: get('reviewer language'),
    url: link,
    raw,
  }
}

function replyOf({ get, row, raw }: TableRow, parentId: string | null): Found | null {
  const text = get('developer reply text')
  if (text === null) return null
  return {
    row,
    id: parentId === null ? null : `${parentId}/reply`,
    parentId,
    threadId: get('package name'),
    time: get('developer reply millis since epoch') ?? get('developer reply date and time'),
    text,
    url: get('review link'),
    raw,
  }
}
