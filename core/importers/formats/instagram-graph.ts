/** Instagram: pages of its Graph API. @source developers.facebook.com/docs/instagram-platform, "IG Comment", "IG Media" */
import type { ProblemReason } from '../../records.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { type GraphPlace, graphRecords, readGraph } from '../parts/graph-pages.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'

export const instagramGraph: ExportFormat = {
  id: 'instagram-graph',
  title: 'Instagram comments (Graph API)',
  platform: 'instagram',
  idsWithin: 'platform',
  detect: (head) => Math.max(0, ...graphRecords(head).map(rate)),
  parse: (source, sink) =>
    readGraph(source, sink, {
      nestedUnder: ['replies', 'comments'],
      // Comments have no count of their replies; posts have one of everything under them.
      countedUnder: 'comments_count',
      isPost,
      foundOf,
    }),
}

function rate(record: unknown): number {
  if (!isObject(record)) return 0
  const time = textAt(record, 'timestamp') ?? ''
  const isGraphTime = /^\d{4}-\d\d-\d\dT[\d:]{8}\+0000$/.test(time)
  if (typeof at(record, 'text') === 'string') {
    if (isGraphTime) return 0.95
    const isIso = /^\d{4}-\d\d-\d\dT/.test(time) && textAt(record, 'username') !== null
    if (isIso) return at(record, 'hidden') !== undefined || isObject(at(record, 'replies')) ? 0.9 : 0.65
    // As it was until 2020.
    const isOld = /^\d{10}$/.test(textAt(record, 'created_time') ?? '')
    return isOld && textAt(record, 'from', 'username') !== null ? 0.9 : 0
  }
  if (!isPost(record)) return rate(listAt(record, 'comments', 'data')[0]) > 0 ? 0.9 : 0
  return isGraphTime || Array.isArray(at(record, 'comments', 'data')) ? 0.9 : 0
}

const isPost = (record: unknown): boolean =>
  typeof at(record, 'text') !== 'string' &&
  (typeof at(record, 'caption') === 'string' ||
    /^(IMAGE|VIDEO|CAROUSEL_ALBUM|REELS)$/.test(textAt(record, 'media_type') ?? ''))

function foundOf(record: unknown, place: GraphPlace): Found | ProblemReason {
  const id = textAt(record, 'id')
  const shared = {
    row: place.row,
    id,
    author: textAt(record, 'username') ?? textAt(record, 'from', 'username'),
    authorId: textAt(record, 'from', 'id') ?? textAt(record, 'user', 'id'),
    time: textAt(record, 'timestamp') ?? textAt(record, 'created_time'),
    likes: numberAt(record, 'like_count'),
    url: textAt(record, 'permalink'),
    raw: place.raw,
  }
  if (isPost(record)) {
    const text = textAt(record, 'caption')
    if (text === null) return 'no-text'
    const [title = ''] = text.split('\n', 1)
    const replies = numberAt(record, 'comments_count')
    return { ...shared, threadId: id, threadTitle: title.slice(0, 120), text, replies, kind: 'post' }
  }
  return {
    ...shared,
    parentId: textAt(record, 'parent_id') ?? place.parentId,
    threadId: textAt(record, 'media', 'id') ?? place.threadId,
    threadTitle: place.threadTitle,
    text: textAt(record, 'text') ?? '',
    state: at(record, 'hidden') === true ? 'held' : 'visible',
  }
}
