/** YouTube Data Tools: the comments of one video, a row each. @source ytdt.digitalmethods.net, "Video Comments" */
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'
import { parentInId, shownText, youtubeLink } from '../parts/youtube-comment.ts'

interface Tally {
  declared: number
  present: number
}

export const youtubeDataTools: ExportFormat = {
  ...tableOf({ declared: 0, present: 0 }),
  async parse(source, sink) {
    const tally: Tally = { declared: 0, present: 0 }
    await tableOf(tally).parse(source, sink)
    const { declared, present } = tally
    if (declared > present) {
      sink.incomplete(
        `${declared - present} of ${declared} replies are not in the file: YouTube counted more than it gave.`,
      )
    }
  },
}

function tableOf(tally: Tally): ExportFormat {
  return tableExport({
    id: 'youtube-data-tools',
    title: 'YouTube Data Tools',
    platform: 'youtube',
    idsWithin: 'platform',
    names: [['id', 'reply count', 'like count', 'published at', 'author name', 'text', 'is reply']],
    escapesByBackslash: true,
    open({ source }) {
      const videoId = videoIn(source)
      return (row) => {
        const found = foundOf(row, videoId)
        if (found.parentId === null)
          tally.declared += Number(/^\d{1,9}$/.exec(row.get('reply count') ?? '')?.[0] ?? 0)
        else tally.present += 1
        return found
      }
    },
  })
}

/** Nothing in the table says which video it is; the file's name does: "videoinfo_<id>_2026_09_12-10_00_00_comments.tab". */
function videoIn({ name, folder }: Source): string | null {
  return /videoinfo_([\w-]{11})(?:[_.]|$)/.exec(`${folder}/${name}`)?.[1] ?? null
}

function foundOf({ get, row, raw }: TableRow, videoId: string | null) {
  const id = get('id')?.trim() ?? null
  const isReply = /^(1|true|yes)$/i.test(get('is reply')?.trim() ?? '')
  const parent = get('is reply to') ?? get('is reply to id')
  return {
    row,
    id,
    parentId: parent ?? (isReply ? parentInId(id) : null),
    threadId: get('video id') ?? videoId,
    author: get('author name'),
    authorId: get('author channel id'),
    time: get('published at'),
    text: shownText(get('text') ?? ''),
    likes: get('like count'),
    replies: get('reply count'),
    url: youtubeLink(get('video id') ?? videoId, id),
    raw,
  } satisfies Found
}
