/** Finds the columns of YouTube's own tables of comments, whose names come in the language of the account. */
import { plainName } from '../names.ts'
import { isInSegments } from './takeout-text.ts'

export interface TakeoutColumns {
  /** Places of cells, 0-based; -1 where there is no such column. */
  readonly id: number
  readonly channel: number
  readonly time: number
  readonly parent: number
  readonly top: number
  readonly post: number
  readonly video: number
  readonly text: number
  /** The first row is a comment already. */
  readonly hasNames: boolean
  /** Known by their English names, and not only by what is in them. */
  readonly isNamed: boolean
}

const englishNames = {
  id: ['comment id', 'live chat id'],
  channel: ['channel id'],
  time: [
    'comment create timestamp',
    'live chat create timestamp',
    'comment created timestamp',
    'live chat created timestamp',
  ],
  parent: ['parent comment id'],
  top: ['top level comment id'],
  post: ['post id'],
  video: ['video id'],
  text: ['comment text', 'live chat text'],
} as const

/** @param rows the first rows of a table. @returns null where they are none of YouTube's */
export function takeoutColumns(rows: readonly (readonly string[])[]): TakeoutColumns | null {
  const [names = [], ...others] = rows
  return byNames(names) ?? byContents(names, others)
}

function byNames(cells: readonly string[]): TakeoutColumns | null {
  const names = cells.map(plainName)
  const place = (of: keyof typeof englishNames): number =>
    names.findIndex((name) => (englishNames[of] as readonly string[]).includes(name))
  const found = {
    id: place('id'),
    channel: place('channel'),
    time: place('time'),
    parent: place('parent'),
    top: place('top'),
    post: place('post'),
    video: place('video'),
    text: place('text'),
  }
  const isOurs = [found.id, found.time, found.text].every((one) => one >= 0)
  return isOurs ? { ...found, hasNames: true, isNamed: true } : null
}

/**
 * The channel and the time of its comment stand first, or after the id; the text comes last but for the comment at the
 * top, and before it what was commented on. Only the number of columns between changed over the years.
 */
function byContents(first: readonly string[], others: readonly (readonly string[])[]): TakeoutColumns | null {
  const hasNames = !first.some(isChannel)
  const rows = hasNames ? others : [first, ...others]
  // Of a comment that is a picture alone the text is empty.
  const row = rows.find((cells) => cells.some(isInSegments))
  if (row === undefined) return null
  const channel = row.findIndex(isChannel)
  const text = row.findIndex(isInSegments)
  const time = channel + 1
  if (channel < 0 || channel > 1 || text < 5 || !isTime(row[time] ?? '')) return null
  if (!rows.every((cells) => isChannel(cells[channel] ?? ''))) return null
  const id = channel === 1 ? 0 : 3
  const between = text - 5
  const isPost = (column: number): boolean => rows.some((cells) => /^Ugk/.test(cells[column] ?? ''))
  const parent = between > 0 && !isPost(text - 2) ? 4 : between > 1 ? 4 : -1
  return {
    id,
    channel,
    time,
    parent,
    top: row.length > text + 1 ? text + 1 : -1,
    post: between > 1 || isPost(text - 2) ? text - 2 : -1,
    video: text - 1,
    text,
    hasNames,
    isNamed: false,
  }
}

const isChannel = (cell: string): boolean => /^UC[\w-]{22}$/.test(cell.trim())

const isTime = (cell: string): boolean => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(cell.trim())
