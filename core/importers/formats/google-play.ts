/** Google Play: the reviews of a month as the console gives them. @source support.google.com/googleplay/android-developer, "Download reports" */
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { queryValue } from '../parts/link.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

/** A row is a review, and with a reply of the developer two records: so many are counted as read. */
export const googlePlay = tableExport({
  id: 'google-play',
  title: 'Google Play reviews',
  platform: 'google-play',
  idsWithin: 'platform',
  names: [['package name', 'star rating', 'review text']],
  open:
    ({ sink }) =>
    (row) => {
      const review = reviewOf(row)
      const reply = replyOf(row, review.id ?? null)
      if (reply === null) return review
      // Stars without words are left out; what the developer wrote to them stays.
      sink.comment(review)
      return reply
    },
})

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
