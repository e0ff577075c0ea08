/**
 * remark42: a backup, one line of settings and then a comment a line; or what its API and a request for one's own data
 * give, an object of comments, each with its replies.
 * @source remark42.com/docs/backup, remark42.com/docs/contributing/api
 */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'
import type { JsonRecord } from '../parts/json-records.ts'

export const remark42: ExportFormat = {
  id: 'remark42',
  title: 'remark42 backup',
  platform: 'remark42',
  // Ids that came from elsewhere are numbers that other pages have too.
  idsWithin: 'thread',
  detect: ({ lines, json, text }) => {
    const looked = [...lines.slice(0, 10), ...listAt(json, 'comments').slice(0, 10), json]
    if (looked.some((one) => isComment(at(one, 'comment') ?? one))) return 0.96
    // The settings, and a comment in the same line.
    if (
      isSettings(json) &&
      /\{\s*"id"\s*:[^{}]{1,20000}"user"\s*:\s*\{[^{}]{1,4000}\}\s*,\s*"locator"\s*:/.test(text)
    )
      return 0.95
    return isSettings(json) && at(json, 'users') !== undefined && at(json, 'posts') !== undefined ? 0.7 : 0
  },
  async parse(source, sink) {
    // Replies that a comment holds are records too.
    let inside = 0
    await readAnyJson(source, sink, {
      places: ['comments.*'],
      onRecord: (record) => {
        inside += takeAll(record, inside, sink)
      },
    })
  },
}

/** @returns how many replies it held */
function takeAll(record: JsonRecord, before: number, sink: Sink): number {
  const waiting: unknown[] = [record.value]
  let replies = -1
  while (waiting.length > 0) {
    const value = waiting.pop()
    replies += 1
    const row = record.row + before + replies
    const own = at(value, 'comment')
    if (isObject(own)) {
      sink.comment(foundOf({ ...record, value: own, row, raw: rawWithout(own) }))
      waiting.push(...listAt(value, 'replies').toReversed())
    } else if (isSettings(value)) {
      // Backups that were joined have settings in their midst.
    } else if (isObject(value)) sink.comment(foundOf({ ...record, row }))
    else sink.leaveOut(row, 'not-an-object', record.raw)
  }
  return replies
}

const isSettings = (value: unknown): boolean =>
  at(value, 'version') !== undefined && at(value, 'locator') === undefined

const isComment = (value: unknown): boolean =>
  isObject(at(value, 'user')) && at(value, 'locator', 'url') !== undefined && at(value, 'text') !== undefined

function foundOf({ value, raw, row }: JsonRecord): Found {
  const id = textAt(value, 'id')
  const page = textAt(value, 'locator', 'url')
  const userId = textAt(value, 'user', 'id')
  const editedAt = textAt(value, 'edit', 'time')
  const isGone = at(value, 'delete') === true
  // With their comments, people themselves can be deleted.
  const isNobody = userId === null || userId === 'deleted'
  return {
    row,
    id,
    parentId: textAt(value, 'pid'),
    threadId: page,
    threadTitle: textAt(value, 'title'),
    author: isNobody ? null : unescaped(textAt(value, 'user', 'name') ?? ''),
    authorId: isNobody ? null : userId,
    time: textAt(value, 'time'),
    editedAt: editedAt === null ? null : parseTime(editedAt, 'ymd'),
    text: textOf(value),
    likes: numberAt(value, 'score'),
    state: isGone ? 'deleted-by-author' : 'visible',
    url: page === null || id === null ? page : `${page}#remark42__comment-${id}`,
    raw,
  }
}

/** Older versions kept the HTML only. */
function textOf(value: unknown): string {
  const original = textAt(value, 'orig')
  return original === null ? textOfHtml(textAt(value, 'text') ?? '') : unescaped(original)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
}

/** What is not HTML is made safe for pages all the same, so that "&" is written "&amp;". */
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#34|#39);/g, (entity) => entities[entity] ?? entity)
