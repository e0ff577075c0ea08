/** TikTok: what a widely used script copies from the page of a video, with what it says of the post above. @source github.com/cubernetes/TikTokCommentScraper, README */
import type { ProblemReason } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { plainName } from '../names.ts'
import { readFigure } from '../parts/figure.ts'
import { type TableFacts, type TableRow, tableExport } from '../parts/table-export.ts'

export const tiktokScraper = tableExport({
  id: 'tiktok-scraper',
  title: 'TikTok comment table',
  platform: 'tiktok',
  // Numbered from 1 under each video.
  idsWithin: 'thread',
  names: [
    ['comment number id', 'nickname', 'user', 'comment text', 'time', 'is 2nd level comment'],
    ['comment number id', 'nickname', 'comment text', 'time', 'likes'],
  ],
  open(table) {
    const post = postOf(table)
    if (post.shortfall !== null) table.sink.incomplete(post.shortfall)
    const threads = createThreads()
    return (row) => {
      const cells = settledCells(row, table)
      return typeof cells === 'string' ? cells : foundOf(cells, { row, table, post, threads })
    }
  },
})

interface Post {
  readonly id: string | null
  readonly url: string | null
  readonly title: string | null
  readonly shortfall: string | null
}

/** The rows above the names are keys and values. */
function postOf({ preamble, source }: TableFacts): Post {
  const told = (key: RegExp): string | null => {
    const row = preamble.find(([name = '']) => key.test(plainName(name)))
    return row?.[1]?.trim() || null
  }
  const url = told(/^post url$/)
  const [, video = null] = /\/(?:video|photo)\/(\d{5,25})/.exec(url ?? '') ?? []
  return {
    id: video ?? url ?? (source.name.replace(/\.[a-z]{2,5}$/i, '') || null),
    url,
    title: told(/^description$/),
    shortfall: shortfallOf(told(/^total comments actual\b/), told(/^total comments which tik ?tok\b/)),
  }
}

function shortfallOf(collected: string | null, declared: string | null): string | null {
  const [some, all] = [readFigure(collected).value, readFigure(declared).value]
  if (some === null || all === null || some >= all) return null
  return `${collected} of ${declared} comments were collected, as the file itself says.`
}

/**
 * Some of these tables have commas in their texts and no quotes around them. The cells before and after the text are
 * counted from both ends; what is between them is the text.
 */
function settledCells(
  { cells, row }: TableRow,
  { names, sink }: TableFacts,
): readonly string[] | ProblemReason {
  const width = names.length
  const filled =
    cells.length -
    Math.max(
      0,
      cells.toReversed().findIndex((cell) => cell.trim() !== ''),
    )
  const given = cells.slice(0, Math.max(width, filled))
  const text = names.indexOf('comment text')
  if (given.length < width) {
    if (given.length <= text) return 'too-few-cells'
    sink.repaired(row, 'too-few-cells')
    return given
  }
  if (given.length === width) return given
  sink.repaired(row, 'too-many-cells', given.join(','))
  // A name may have commas too: the address of its profile says where it ends.
  const address = names.indexOf('user url')
  const found =
    address < 2 ? -1 : given.findIndex((cell) => /^https?:\/\/[^/]*tiktok\.com\/@/i.test(cell.trim()))
  const inName = Math.min(Math.max(0, found - address), given.length - width)
  const named = inName === 0 ? given : joined(given, names.indexOf('nickname'), inName)
  return joined(named, text, named.length - width)
}

/** Cells of which one and so many after it are one. */
function joined(cells: readonly string[], at: number, more: number): readonly string[] {
  return [...cells.slice(0, at), cells.slice(at, at + more + 1).join(','), ...cells.slice(at + more + 1)]
}

interface Facts {
  readonly row: TableRow
  readonly table: TableFacts
  readonly post: Post
  readonly threads: Threads
}

function foundOf(cells: readonly string[], { row, table, post, threads }: Facts): Found {
  const get = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const cell = cells[table.names.indexOf(name)]?.trim() ?? ''
      if (cell !== '' && cell !== '---') return cell
    }
    return null
  }
  const id = get('comment number id')
  const nickname = get('nickname')
  const isReply = /^(yes|true|1)$/i.test(get('is 2nd level comment') ?? '')
  const parentId = threads.parentOf({ id, nickname, isReply, answered: get('user replied to', 'replied to') })
  return {
    row: row.row,
    id,
    parentId,
    threadId: post.id,
    threadTitle: post.title,
    author: nickname ?? get('user'),
    authorId: get('user'),
    time: get('time'),
    text: get('comment text') ?? '',
    likes: get('likes'),
    replies: get('number of replies'),
    url: post.url,
    raw: row.raw,
  }
}

interface Place {
  readonly id: string | null
  readonly nickname: string | null
  readonly isReply: boolean
  /** A nickname, which several may have. */
  readonly answered: string | null
}

interface Threads {
  parentOf(place: Place): string | null
}

/** Replies stand below what they answer; "3-1" says so in its number. */
function createThreads(): Threads {
  let top: Place | null = null
  const below = new Map<string, string>()
  return {
    parentOf(place) {
      const { id, nickname, isReply, answered } = place
      const [, numbered = null] = /^(\d+)-\d+$/.exec(id ?? '') ?? []
      if (!isReply && numbered === null) {
        top = place
        below.clear()
        return null
      }
      const byName = answered === null || answered === top?.nickname ? undefined : below.get(answered)
      if (id !== null && nickname !== null) below.set(nickname, id)
      return byName ?? numbered ?? top?.id ?? null
    },
  }
}
