/** remark42: a backup, one line of settings and then a comment a line. @source remark42.com/docs/backup */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { at, isObject, numberAt, textAt } from '../parts/json-exact.ts'
import { readJsonLines } from '../parts/json-lines.ts'
import type { JsonRecord } from '../parts/json-records.ts'

export const remark42: ExportFormat = {
  id: 'remark42',
  title: 'remark42 backup',
  platform: 'remark42',
  // Ids that came from elsewhere are numbers that other pages have too.
  idsWithin: 'thread',
  detect: ({ lines }) => {
    const looked = lines.slice(0, 10)
    if (looked.some(isComment)) return 0.96
    const [first] = looked
    return isSettings(first) && at(first, 'users') !== undefined && at(first, 'posts') !== undefined ? 0.7 : 0
  },
  parse: (source, sink) =>
    readJsonLines(source, sink, {
      onRecord: (record) => {
        // Backups that were joined have settings in their midst.
        if (isSettings(record.value)) return
        if (isObject(record.value)) sink.comment(foundOf(record))
        else sink.leaveOut(record.row, 'not-an-object', record.raw)
      },
    }),
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
