/**
 * Coral: what a person downloads of their own comments, my_comments.csv.
 * @source docs.coralproject.net, "Download my comment history"
 */
import type { ExportFormat, Source } from '../export-format.ts'
import { plainName } from '../names.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { silent } from '../parts/json-any.ts'
import { readRows, type TableExportOptions, tableExport } from '../parts/table-export.ts'

const options: Omit<TableExportOptions, 'open'> = {
  id: 'coral-my-comments',
  title: 'Coral download of one’s own comments',
  platform: 'coral',
  idsWithin: 'platform',
  names: [['comment id', 'published timestamp', 'article url', 'comment text']],
  delimiters: [','],
}

export const coralMyComments: ExportFormat = {
  ...tableExport({ ...options, open: () => () => 'not-a-comment' }),
  async parse(source, sink) {
    const order = await orderOf(source)
    const table = tableExport({
      ...options,
      open:
        () =>
        ({ get, row, raw }) => {
          const written = get('published timestamp')
          const time = written === null ? null : timeOf(written, order)
          // Read by a guess, half of the dates of a year would be wrong: better none.
          if (written !== null && time === null) sink.repaired(row, 'bad-time', written)
          return {
            row,
            id: get('comment id'),
            threadId: get('article url'),
            url: get('comment url'),
            time: time === null ? null : written,
            createdAt: time,
            text: plainText(get('comment text') ?? ''),
            raw,
          }
        },
    })
    await table.parse(source, sink)
  },
}

type Order = 'dmy' | 'mdy' | null

interface Figures {
  readonly parts: readonly number[]
  readonly isYearFirst: boolean
  /** What stands after the first figure. */
  readonly separator: string
}

/** The six figures of a time, in the digits and with the signs of any language; null for anything else. */
function figuresOf(written: string): Figures | null {
  const plain = written
    .slice(0, 100)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const found = [...plain.matchAll(/\d+/g)].map(([figure]) => figure)
  if (found.length !== 6) return null
  const isYearFirst = found[0]?.length === 4
  if (!isYearFirst && found[2]?.length !== 4) return null
  const separator = /\d\s*([^\d\s])/.exec(plain)?.[1] ?? ''
  return {
    parts: found.map(Number).map((part, place) => (place === 3 ? hourOf(part, plain) : part)),
    isYearFirst,
    separator,
  }
}

/** Of a clock of twelve hours, where the language has one. */
function hourOf(hour: number, plain: string): number {
  if (hour > 12) return hour
  if (/\d\s*p\.?\s?m\b|下午|오후|午後|\d\s*م|μ\.μ/iu.test(plain)) return (hour % 12) + 12
  return /\d\s*a\.?\s?m\b|上午|오전|午前|\d\s*ص|π\.μ/iu.test(plain) ? hour % 12 : hour
}

/**
 * The date is written the way of the site's language, which the file does not name. Dots and dashes are day first; with
 * slashes it is the order in which all dates exist, and none is before the one above it, as the file is sorted.
 */
async function orderOf(source: Source): Promise<Order> {
  const fits = { dmy: true, mdy: true }
  const last = { dmy: '', mdy: '' }
  let hasSlashes = false
  let column = -1
  await readRows(source, silent, {
    delimiters: [','],
    onRow(cells) {
      if (column === -1) {
        column = cells.map(plainName).indexOf('published timestamp')
        return
      }
      const figures = figuresOf(cells[column] ?? '')
      if (figures === null || figures.isYearFirst) return
      if (figures.separator === '/') hasSlashes = true
      for (const order of ['dmy', 'mdy'] as const) {
        const time = isoOf(figures, order)
        if (time === null || time < last[order]) fits[order] = false
        else last[order] = time
      }
    },
  })
  if (!hasSlashes || (fits.dmy && !fits.mdy)) return 'dmy'
  return fits.mdy && !fits.dmy ? 'mdy' : null
}

function timeOf(written: string, order: Order): string | null {
  const figures = figuresOf(written)
  if (figures === null) return null
  if (figures.isYearFirst) return isoOf(figures, 'dmy')
  if (order !== null) return isoOf(figures, order)
  // The tenth of October is the tenth of October.
  return figures.parts[0] === figures.parts[1] ? isoOf(figures, 'dmy') : null
}

function isoOf({ parts, isYearFirst }: Figures, order: 'dmy' | 'mdy'): string | null {
  const [first = 0, second = 0, third = 0, hour = 0, minute = 0, sec = 0] = parts
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : [third, ...(order === 'dmy' ? ([second, first] as const) : ([first, second] as const))]
  // Some languages call midnight 24.
  const ms = Date.UTC(year, month - 1, day, hour === 24 ? 0 : hour, minute, sec)
  if (year < 1990 || year > 2199 || hour > 24 || minute > 59 || sec > 59) return null
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString() : null
}

/** Newer versions write plain text, whose lines must stay; older ones HTML. */
function plainText(text: string): string {
  if (/<\/?(p|div|br|b|strong|i|em|u|s|a|blockquote|ul|ol|li|span|code|pre)\b/i.test(text))
    return textOfHtml(text)
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => textOfHtml(line))
    .join('\n')
    .trim()
}
