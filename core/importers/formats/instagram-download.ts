/** Instagram: the account download, what one person wrote. @source help.instagram.com, "Access and download your information" */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Sink } from '../export-format.ts'
import { plainName } from '../names.ts'
import { at, isObject, type JsonObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { metaCompanions, metaFolders } from '../parts/meta-folders.ts'
import {
  commentLabels,
  createLabelReader,
  isLabelled,
  type LabelReader,
  labelledPlaces,
  ownerLabels,
  rateLabelled,
} from '../parts/meta-labels.ts'
import { createMender, mendLatin1 } from '../parts/mojibake.ts'
import { peek } from '../parts/peek.ts'

export const instagramDownload: ExportFormat = {
  id: 'instagram-download',
  title: 'Instagram download',
  platform: 'instagram',
  idsWithin: 'platform',
  companions: metaCompanions,
  folders: metaFolders,
  detect: (head) => {
    const { json } = head
    if (keys.some((key) => Array.isArray(at(json, key)) && listAt(json, key).some(isRow))) return 0.97
    if (keys.slice(0, 2).some((key) => Array.isArray(at(json, key)))) return 0.95
    if (Array.isArray(json) && json.slice(0, 50).some(isMapped)) return 0.95
    return rateLabelled(head, 'instagram')
  },
  async parse(source, sink) {
    const { json } = await peek(source)
    const places = Array.isArray(json) ? ['*'] : keys.map((key) => `${key}.*`)
    const into = { columns: createColumns(), labels: createLabelReader(), sink }
    await readJsonRecords(source, sink, {
      places: [...new Set([...places, ...labelledPlaces(json)])],
      onRecord: (record) => take(record, into),
    })
  },
}

/** Since 2021; the last three until 2020. */
const keys = [
  'comments_media_comments',
  'comments_reels_comments',
  'comments_story_comments',
  'media_comments',
  'live_comments',
  'story_comments',
]

const isRow = (row: unknown): boolean =>
  isMapped(row) || isTriple(row) || textAt(listAt(row, 'string_list_data')[0], 'value') !== null

/** Until 2020: [time, text, whose post]. */
const isTriple = (row: unknown): row is readonly unknown[] =>
  Array.isArray(row) &&
  row.length >= 2 &&
  /^\d{4}-\d\d-\d\dT/.test(String(row[0])) &&
  typeof row[1] === 'string'

/** Other files of the download are maps of this kind too: a comment has a time, and names it does not share with them. */
function isMapped(row: unknown): boolean {
  const map = at(row, 'string_map_data')
  if (!isObject(map)) return false
  const names = Object.keys(map)
  if (names.some((name) => roleOf(name) === 'comment')) return true
  const texts = names.filter((name) => textAt(map, name, 'value') !== null)
  return names.some((name) => isTime(at(map, name))) && texts.length === 2 && names.length === 3
}

/** In 2021 the time was written out: "Sep 2, 2026, 11:00 AM". */
const isTime = (entry: unknown): boolean => {
  const written = textAt(entry, 'value')
  const isStamped = (numberAt(entry, 'timestamp') ?? 0) > 0
  return written === null ? isStamped : isTimeWritten(written)
}
const isTimeWritten = (text: string): boolean =>
  /^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d/.test(text) && parseTime(text, 'ymd') !== null

const timeOf = (entry: unknown): string | null => {
  const stamp = numberAt(entry, 'timestamp') ?? 0
  return stamp > 0 ? textAt(entry, 'timestamp') : textAt(entry, 'value')
}

interface Into {
  readonly columns: Columns
  readonly labels: LabelReader
  readonly sink: Sink
}

function take({ value: entry, raw, row }: JsonRecord, { columns, labels, sink }: Into): void {
  const { mend, hasMended } = createMender()
  const { text, ...about } = isLabelled(entry) ? labels.read(entry) : partsOf(entry, columns)
  const mended = mend(text)
  if (mended === null) {
    sink.leaveOut(row, isObject(entry) || isTriple(entry) ? 'no-text' : 'not-an-object')
    return
  }
  if (hasMended()) sink.repaired(row, 'mojibake')
  // Whose post it was stands in the record, which of their posts does not: no thread.
  sink.comment({ row, ...about, text: mended, raw })
}

interface Parts {
  readonly text: string | null
  readonly time: string | null
}

function partsOf(entry: unknown, columns: Columns): Parts {
  if (isTriple(entry)) return { time: textAt(entry[0]), text: textAt(entry[1]) }
  const map = at(entry, 'string_map_data')
  if (isObject(map)) {
    const time = Object.keys(map).find((name) => isTime(at(map, name)))
    // Some put it beside the words.
    const beside = Object.keys(map).find((name) => (numberAt(map, name, 'timestamp') ?? 0) > 0)
    const holder = time ?? beside
    return { text: columns.textIn(map), time: holder === undefined ? null : timeOf(at(map, holder)) }
  }
  // 2021: the title is whose post it was.
  const [only] = listAt(entry, 'string_list_data')
  const isStamped = (numberAt(only, 'timestamp') ?? 0) > 0
  return { text: textAt(only, 'value'), time: isStamped ? textAt(only, 'timestamp') : null }
}

interface Columns {
  readonly textIn: (map: JsonObject) => string | null
}

/** The names are in the person's language: one that is not known is told by what stands under it, once for the file. */
function createColumns(): Columns {
  const learnt = new Map<string, Role>()
  const roleIn = (name: string): Role | null => roleOf(name) ?? learnt.get(name) ?? null
  return {
    textIn(map) {
      const texts = Object.keys(map).filter(
        (name) => !isTime(at(map, name)) && textAt(map, name, 'value') !== null,
      )
      const known = texts.find((name) => roleIn(name) === 'comment')
      if (known !== undefined) return textAt(map, known, 'value')
      const unknown = texts.filter((name) => roleIn(name) === null)
      const words = unknown.filter((name) => !couldBeName(textAt(map, name, 'value') ?? ''))
      // The comment comes first, then whose post it was.
      const [chosen] = words.length > 0 ? words : unknown
      if (chosen === undefined) return null
      // Two that could both be names, or one text alone, teach nothing.
      if (words.length === 1 && unknown.length === 2 && learnt.size < mostLearnt)
        for (const name of unknown) learnt.set(name, name === chosen ? 'comment' : 'owner')
      return textAt(map, chosen, 'value')
    },
  }
}

/** As the names of users are written there. */
const couldBeName = (text: string): boolean => /^[\w.]{1,30}$/.test(text)
const mostLearnt = 20

type Role = 'comment' | 'owner'

function roleOf(name: string): Role | null {
  const plain = plainName(mendLatin1(name) ?? name)
  if (commentLabels.has(plain)) return 'comment'
  return ownerLabels.has(plain) ? 'owner' : null
}
