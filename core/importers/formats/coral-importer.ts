/**
 * Coral's importer: comments.csv without names above its columns, with users.csv and stories.csv beside it.
 * @source github.com/coralproject/coral-importer, "CSV"
 */
import type { CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import type { Head } from '../head.ts'
import { coralStates } from '../parts/coral-states.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { silent } from '../parts/json-any.ts'
import { rowAsJson } from '../parts/row-json.ts'
import { readRows } from '../parts/table-export.ts'

const usersFile = /(^|\/)users\.csv$/i
const storiesFile = /(^|\/)stories\.csv$/i

export const coralImporter: ExportFormat = {
  id: 'coral-importer',
  title: 'Coral comments',
  platform: 'coral',
  idsWithin: 'platform',
  companions: [usersFile, storiesFile],
  detect: ({ rows }: Head) => {
    const [first, ...rest] = rows
    // Somebody may have put names above the columns.
    const looked = first !== undefined && isNames(first) ? rest : rows
    if (looked.length === 0) return 0
    const fitting = looked.filter(fits).length
    return fitting / looked.length >= 0.8 ? 0.94 : 0
  },
  async parse(source, sink) {
    const users = await usersBeside(source)
    const stories = await storiesBeside(source)
    await readRows(source, sink, {
      delimiters: [','],
      onRow(cells, row, flaw) {
        if (row === 1 && isNames(cells)) return
        // Fewer cells than these are another file's row, or what is left of a broken one.
        if (cells.length < 5) {
          sink.leaveOut(row, 'too-few-cells', cells.join(','))
          return
        }
        if (flaw !== null) sink.repaired(row, flaw)
        sink.comment(foundOf(cells, { row, users, stories }))
      },
    })
  },
}

/** Ratings came later: older files have seven columns. */
function fits(cells: readonly string[]): boolean {
  if (cells.length !== 8 && cells.length !== 7) return false
  const [id = '', author = '', story = '', time = '', , parent = '', status = '', rating = ''] = cells
  const areIds = [id, author, story].every((cell) => /^\S{1,200}$/.test(cell.trim()))
  if (!areIds || !/^\S*$/.test(parent.trim()) || !/^\d{0,2}(\.0+)?$/.test(rating.trim())) return false
  return /^\d{4}-\d\d-\d\d[T ]/.test(time.trim()) && isStatus(status)
}

const isStatus = (cell: string): boolean => cell.trim() === '' || Object.hasOwn(coralStates, cell.trim())

/** `id,author_id,…` */
const isNames = ([id = '', author = '', , time = '']: readonly string[]): boolean =>
  /^id$|comment.?id/i.test(id.trim()) && /author|user/i.test(author) && parseTime(time, 'ymd') === null

interface Story {
  readonly url: string | null
  readonly title: string | null
}

interface Place {
  readonly row: number
  readonly users: ReadonlyMap<string, string>
  readonly stories: ReadonlyMap<string, Story>
}

function foundOf(cells: readonly string[], { row, users, stories }: Place): Found {
  const [id, authorId = '', storyId = '', time, body = '', parentId, status = ''] = cells
  const story = stories.get(storyId.trim())
  return {
    row,
    id,
    parentId,
    threadId: storyId,
    threadTitle: story?.title ?? story?.url,
    author: users.get(authorId.trim()),
    authorId,
    time,
    text: textOfHtml(body),
    state: stateOf(status),
    url: story?.url,
    raw: rowAsJson(names, cells),
  }
}

/** Ours, because the file has none. */
const names = ['id', 'author_id', 'story_id', 'created_at', 'body', 'parent_id', 'status', 'rating'].map(
  (name) => JSON.stringify(name),
)

function stateOf(status: string): CommentState {
  const known = status.trim()
  return Object.hasOwn(coralStates, known) ? (coralStates[known] ?? 'visible') : 'visible'
}

/** id, e-mail address, name, role, banned, created at. */
async function usersBeside(source: Source): Promise<ReadonlyMap<string, string>> {
  const users = new Map<string, string>()
  await eachRowBeside(source, usersFile, ([id = '', second = '', third = '']) => {
    const name = second.includes('@') || third.trim() === '' ? third : third.includes('@') ? second : third
    if (id.trim() !== '' && name.trim() !== '') users.set(id.trim(), name)
  })
  return users
}

/** id, address, title, author, published, closed, mode. */
async function storiesBeside(source: Source): Promise<ReadonlyMap<string, Story>> {
  const stories = new Map<string, Story>()
  await eachRowBeside(source, storiesFile, ([id = '', url = '', title = '']) => {
    if (id.trim() !== '') stories.set(id.trim(), { url: url.trim() || null, title: title.trim() || null })
  })
  return stories
}

async function eachRowBeside(
  source: Source,
  path: RegExp,
  onRow: (cells: readonly string[]) => void,
): Promise<void> {
  const found = source.beside(path)
  if (found !== null) await readRows(found, silent, { delimiters: [','], onRow })
}
