/** ExportComments: comments of many networks as a table, under some rows about the post. @source exportcomments.com */
import type { ProblemReason } from '../../records.ts'
import { serialTime } from '../../time.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { readFigure } from '../parts/figure.ts'
import { type TableFacts, type TableRow, tableExport } from '../parts/table-export.ts'

const names = [
  ['name click to view profile', 'comment'],
  ['comment', 'view source'],
  ['profile id', 'date', 'comment', 'name'],
  ['profile id', 'date', 'comment', 'username'],
  ['unique id', 'date', 'comment'],
  ['tweet text', 'author followers'],
]

export const exportComments: ExportFormat = {
  ...tableFor(() => {}),
  detect: (head) => {
    if (tableFor(() => {}).detect(head) === 0) return 0
    // Words that only they write; columns that others might have too must stand under an address.
    if (/click to view profile|\(view source\)|exportcomments/i.test(head.text)) return 0.97
    return /^[^\r\n]{0,40}https?:\/\//.test(head.text) ? 0.8 : 0
  },
  async parse(source, sink) {
    let total: number | null = null
    let read = 0
    const table = tableFor((facts) => {
      total = totalIn(facts.preamble)
    })
    await table.parse(source, {
      ...sink,
      comment(found) {
        read += 1
        sink.comment(found)
      },
      leaveOut(...left) {
        read += 1
        sink.leaveOut(...left)
      },
    })
    if (total !== null && total > read) sink.incomplete(`${read} of ${total} comments are in the file.`)
  },
}

function tableFor(tell: (facts: TableFacts) => void): ExportFormat {
  return tableExport({
    id: 'exportcomments',
    title: 'ExportComments table',
    platform: 'exportcomments',
    // Numbered from 1 in each export, the newest first.
    idsWithin: 'file',
    names,
    open(facts) {
      tell(facts)
      const { preamble, source } = facts
      const threadId = preamble.flat().find((cell) => /^https?:\/\//i.test(cell.trim())) ?? null
      const numbered = numberedColumns(facts.names)
      return (row) => foundOf(row, { threadId: threadId ?? source.name, numbered })
    },
  })
}

function foundOf(
  { get, cells, row, raw }: TableRow,
  { threadId, numbered }: { readonly threadId: string; readonly numbered: number },
): Found | ProblemReason {
  if (/^(yes|true|1)$/i.test(get('is retweet')?.trim() ?? '')) return 'share'
  const { id, parentId } = numbersIn(cells.slice(0, numbered))
  const user = get('username') ?? get('unique id')
  const name = get('name click to view profile') ?? get('name') ?? user
  const link = get('view source') ?? get('comment permalink') ?? get('status url')
  return {
    row,
    id,
    parentId,
    threadId,
    author: name === null ? null : shownOf(name),
    authorId: get('profile id')?.replace(/^\s*ID:\s*/i, '') ?? user,
    time: get('date'),
    createdAt: serialTime(get('date') ?? ''),
    text: get('comment') ?? get('tweet text') ?? '',
    likes: get('likes') ?? get('favorites'),
    url: link === null ? null : addressIn(link),
    raw,
  }
}

/** The columns for numbers have no name, or "Id" and "SubId" where somebody gave them one. */
function numberedColumns(columns: readonly string[]): number {
  const first = columns.findIndex((name) => name !== '' && !/^(id|sub ?id|unnamed \d|#|no)$/.test(name))
  return Math.max(0, Math.min(first, 2))
}

/** "3", and "3-1" for the first answer to it, in either column; or 3 in one and 1 in the other. */
function numbersIn(cells: readonly string[]): {
  readonly id: string | null
  readonly parentId: string | null
} {
  const [first = '', second = ''] = cells.map((cell) => cell.trim().replace(/^(\d+)\.0$/, '$1'))
  const nested = [second, first].find((cell) => /^\d+-\d+$/.test(cell))
  if (nested !== undefined) return { id: nested, parentId: nested.split('-', 1)[0] ?? null }
  if (!/^\d+$/.test(first)) return { id: null, parentId: null }
  return /^\d+$/.test(second) ? { id: `${first}-${second}`, parentId: first } : { id: first, parentId: null }
}

/** A spreadsheet's link is a formula in some exports: =HYPERLINK("address", "what is shown"). */
const formula = /^=HYPERLINK\("([^"]{0,2000})"[,;] ?"([^"]{0,500})"\)$/i
const shownOf = (cell: string): string => formula.exec(cell.trim())?.[2] ?? cell
function addressIn(cell: string): string | null {
  const address = formula.exec(cell.trim())?.[1] ?? cell.trim()
  return /^https?:\/\//i.test(address) ? address : null
}

/** "Total comments" and a figure, in one cell or two. How many were exported, or are nested, is said in the same way. */
function totalIn(preamble: readonly (readonly string[])[]): number | null {
  for (const cells of preamble) {
    const [label = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (!/^(total|comments)\b/i.test(label) || /nested|repl|export|like|share/i.test(label)) continue
    const figure = others[0] ?? /: ?([\d.,]+)$/.exec(label)?.[1] ?? null
    const { value, doubt } = readFigure(figure)
    if (value !== null && doubt === null) return value
  }
  return null
}
