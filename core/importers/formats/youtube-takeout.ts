/** YouTube: somebody's own comments and live chat messages, from Google Takeout. @source support.google.com/accounts/answer/3024190 */
import { AppError } from '../../result.ts'
import type { ExportFormat, Found, Sink, Source } from '../export-format.ts'
import { plainName } from '../names.ts'
import { inAddress } from '../parts/address.ts'
import { peek } from '../parts/peek.ts'
import { rowAsJson } from '../parts/row-json.ts'
import { readRows } from '../parts/table-export.ts'
import { type TakeoutColumns, takeoutColumns } from '../parts/takeout-columns.ts'
import { textOfSegments } from '../parts/takeout-text.ts'
import { parentInId, youtubeLink } from '../parts/youtube-comment.ts'

export const youtubeTakeout: ExportFormat = {
  id: 'youtube-takeout',
  title: 'YouTube comments (Takeout)',
  platform: 'youtube',
  idsWithin: 'platform',
  detect: ({ rows }) => {
    const columns = takeoutColumns(rows)
    return columns === null ? 0 : columns.isNamed ? 0.96 : 0.92
  },
  async parse(source, sink) {
    const columns = takeoutColumns((await peek(source)).rows)
    if (columns === null) {
      throw new AppError(
        'file-not-comments',
        `“${source.name}” does not have the columns of a YouTube table of comments. Export it again, or choose another file.`,
      )
    }
    const titles = await channelTitles(source)
    let names: readonly string[] | null = columns.hasNames ? null : []
    await readRows(source, sink, {
      onRow(cells, row, flaw) {
        if (names === null) {
          names = cells.map((name) => JSON.stringify(name.trim()))
          return
        }
        if (cells.length <= columns.text) {
          sink.leaveOut(row, 'too-few-cells', cells.join(','))
          return
        }
        if (flaw !== null) sink.repaired(row, flaw)
        takeRow(cells, { row, columns, titles, sink, raw: rowAsJson(names, cells) })
      },
    })
  },
}

interface Row {
  readonly row: number
  readonly columns: TakeoutColumns
  readonly titles: ReadonlyMap<string, string>
  readonly sink: Sink
  readonly raw: string
}

function takeRow(cells: readonly string[], { row, columns, titles, sink, raw }: Row): void {
  const get = (column: number): string | null => {
    const cell = cells[column]?.trim() ?? ''
    return cell === '' ? null : cell
  }
  const { text, isDoubtful } = textOfSegments(cells[columns.text] ?? '')
  if (isDoubtful) sink.repaired(row, 'not-json', cells[columns.text])
  const id = get(columns.id)
  const top = get(columns.top)
  const channel = get(columns.channel)
  const video = get(columns.video)
  const post = get(columns.post)
  const found: Found = {
    row,
    id,
    parentId: get(columns.parent) ?? (top === id ? null : top) ?? parentInId(id),
    threadId: video ?? post,
    author: channel === null ? null : titles.get(channel),
    authorId: channel,
    time: get(columns.time),
    text,
    url: youtubeLink(video, id) ?? (post === null ? null : `https://www.youtube.com/post/${inAddress(post)}`),
    raw,
  }
  sink.comment(found)
}

/** What the person's own channels are called is in a table of its own. */
async function channelTitles({ beside }: Source): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  const file = beside(/(^|\/)channel(\(\d+\))?\.csv$/i)
  if (file === null) return titles
  let title: number | null = null
  let id = 0
  await readRows(file, silent, {
    delimiters: [','],
    onRow(cells) {
      if (title === null) {
        const names = cells.map(plainName)
        id = names.indexOf('channel id')
        title = names.findIndex((name) => /^channel title( original)?$/.test(name))
        return
      }
      const [channel, name] = [cells[id]?.trim(), cells[title]?.trim()]
      if (channel && name) titles.set(channel, name)
    },
  })
  return titles
}

const silent: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }
