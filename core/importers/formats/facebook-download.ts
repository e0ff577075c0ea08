/** Facebook: the account download, what one person wrote. @source facebook.com/help, "Download a copy of your information" */
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import type { Head } from '../head.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { metaFolders } from '../parts/meta-folders.ts'
import {
  createLabelReader,
  isLabelled,
  type LabelReader,
  labelledPlaces,
  rateLabelled,
} from '../parts/meta-labels.ts'
import { createMender } from '../parts/mojibake.ts'
import { peek } from '../parts/peek.ts'

export const facebookDownload: ExportFormat = {
  id: 'facebook-download',
  title: 'Facebook download',
  platform: 'facebook',
  idsWithin: 'platform',
  folders: metaFolders,
  detect: (head) => {
    const { json } = head
    if (isObject(json) && surestKeys.some((key) => Array.isArray(at(json, key)))) return 0.97
    const lists = Array.isArray(json) ? [json] : keys.map((key) => entriesUnder(json, key))
    return Math.max(rateLabelled(head, 'facebook'), ...lists.map(rate))
  },
  async parse(source, sink) {
    const places = placesOf(await peek(source))
    const labels = createLabelReader()
    await readJsonRecords(source, sink, { places, onRecord: (record) => take(record, { labels, sink }) })
  },
}

const surestKeys = ['comments_v2', 'group_comments_v2']
/** Of all years, comments first; posts stand in files of their own. */
const keys = [
  ...surestKeys,
  'comments',
  'group_comments',
  'group_posts_v2',
  'group_posts',
  'status_updates',
  'wall_posts_sent_to_you',
]
const entriesLookedAt = 50

/** Until 2019 some lists stood one deeper. */
const entriesUnder = (json: unknown, key: string): readonly unknown[] => [
  ...listAt(json, key),
  ...listAt(json, key, 'activity_log_data'),
]

/** "comments" and "posts" are anybody's words: the entries must look like Facebook's. */
function rate(entries: readonly unknown[]): number {
  const some = entries.slice(0, entriesLookedAt).filter((entry) => numberAt(entry, 'timestamp') !== null)
  if (some.some((entry) => isObject(commentIn(entry)))) return 0.95
  return some.some((entry) => postIn(entry) !== null) ? 0.9 : 0
}

function placesOf({ json }: Head): readonly string[] {
  if (Array.isArray(json)) return ['*']
  const known = keys.map((key) =>
    isObject(at(json, key)) && at(json, key, 'activity_log_data') !== undefined
      ? `${key}.activity_log_data.*`
      : `${key}.*`,
  )
  return [...new Set([...known, ...labelledPlaces(json)])]
}

interface Into {
  readonly labels: LabelReader
  readonly sink: Sink
}

function take({ value: entry, raw, row }: JsonRecord, { labels, sink }: Into): void {
  if (!isObject(entry)) {
    sink.leaveOut(row, 'not-an-object')
    return
  }
  const { mend, hasMended } = createMender()
  if (isLabelled(entry)) {
    takeLabelled({ value: entry, raw, row }, { labels, sink })
    return
  }
  const comment = commentIn(entry)
  const text = mend(textAt(comment, 'comment') ?? postIn(entry))
  if (text === null) {
    sink.leaveOut(row, isShare(entry) ? 'share' : 'no-text', mend(textAt(entry, 'title')) ?? undefined)
    return
  }
  const found: Found = {
    row,
    // Whom and what it answers is said in a sentence in the person's language only, "replied to X's comment".
    author: mend(textAt(comment, 'author')),
    time: timeOf(textAt(comment, 'timestamp')) ?? timeOf(textAt(entry, 'timestamp')),
    text,
    kind: isObject(comment) ? 'comment' : 'post',
    raw,
  }
  if (hasMended()) sink.repaired(row, 'mojibake')
  sink.comment(found)
}

function takeLabelled({ value, raw, row }: Omit<JsonRecord, 'path'>, { labels, sink }: Into): void {
  const { mend, hasMended } = createMender()
  const { text, author, ...about } = labels.read(value)
  const mended = mend(text)
  if (mended === null) {
    sink.leaveOut(row, 'no-text')
    return
  }
  const found = { row, ...about, author: mend(author ?? null), text: mended, raw }
  if (hasMended()) sink.repaired(row, 'mojibake')
  sink.comment(found)
}

function commentIn(entry: unknown): unknown {
  const holder = listAt(entry, 'data').find((one) => isObject(at(one, 'comment')))
  return at(holder, 'comment')
}

function postIn(entry: unknown): string | null {
  const holder = listAt(entry, 'data').find((one) => typeof at(one, 'post') === 'string')
  return textAt(holder, 'post')
}

/** A link or somebody's post that was passed on without a word. */
function isShare(entry: unknown): boolean {
  if (isObject(commentIn(entry))) return false
  const attached = listAt(entry, 'attachments').flatMap((one) => listAt(one, 'data'))
  return attached.some((one) => isObject(at(one, 'external_context')) || isObject(at(one, 'post')))
}

/** 0 stands where the time is not known. */
const timeOf = (time: string | null): string | null => (time === '0' ? null : time)
