/**
 * Coral and its forerunner Talk: comments as their database has them, a list or a line each.
 * @source docs.coralproject.net/api/objects/comment; github.com/coralproject/coral-importer, "legacy"
 */
import type { CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { coralStates } from '../parts/coral-states.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson, silent } from '../parts/json-any.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'

const users = /(^|\/)users\.(json|jsonl|ndjson)$/i
const stories = /(^|\/)(stories|assets)\.(json|jsonl|ndjson)$/i

export const coralDocuments: ExportFormat = {
  id: 'coral-documents',
  title: 'Coral database export',
  platform: 'coral',
  idsWithin: 'platform',
  companions: [users, stories],
  detect: (head) => (anyOf(head, isComment) || isComment(listAt(head.json, 'comments')[0]) ? 0.95 : 0),
  async parse(source, sink) {
    const joins = { users: await namesBeside(source, users), stories: await namesBeside(source, stories) }
    await readAnyJson(source, sink, {
      places: ['comments.*'],
      onRecord: (record) => {
        if (isComment(record.value)) sink.comment(foundOf(record, joins))
        // Exports of the whole database hold its users too.
        else if (at(record.value, 'username') === undefined) sink.leaveOut(record.row, 'not-a-comment')
      },
    })
  },
}

const isComment = (value: unknown): boolean =>
  (Array.isArray(at(value, 'revisions')) && at(value, 'storyID') !== undefined) ||
  (Array.isArray(at(value, 'body_history')) && at(value, 'asset_id') !== undefined) ||
  (at(value, 'deletedAt') !== undefined &&
    at(value, 'storyID') !== undefined &&
    at(value, 'authorID') !== undefined)

interface Named {
  readonly name: string | null
  readonly url: string | null
}

interface Joins {
  readonly users: ReadonlyMap<string, Named>
  readonly stories: ReadonlyMap<string, Named>
}

function foundOf({ value, raw, row }: JsonRecord, { users, stories }: Joins): Found {
  const id = textAt(value, 'id') ?? textAt(value, '_id', '$oid') ?? textAt(value, '_id')
  const authorId = textAt(value, 'authorID') ?? textAt(value, 'author_id')
  const storyId = textAt(value, 'storyID') ?? textAt(value, 'asset_id')
  const story = storyId === null ? undefined : stories.get(storyId)
  const revisions = revisionsOf(value)
  const last = revisions.at(-1)
  const deletedAt = written(at(value, 'deletedAt') ?? at(value, 'deleted_at'))
  return {
    row,
    id,
    parentId:
      textAt(value, 'parentID') ?? textAt(value, 'parent_id') ?? textAt(listAt(value, 'ancestorIDs'), '0'),
    threadId: storyId,
    threadTitle: story?.name ?? story?.url,
    author: authorId === null ? null : users.get(authorId)?.name,
    authorId,
    time: written(at(value, 'createdAt') ?? at(value, 'created_at')),
    editedAt: revisions.length > 1 ? isoOf(at(last, 'createdAt') ?? at(last, 'created_at')) : null,
    text: textOfHtml(textAt(last, 'body') ?? textAt(value, 'body') ?? ''),
    ...countsOf(at(value, 'actionCounts') ?? at(value, 'action_counts')),
    replies: numberIn(at(value, 'childCount') ?? at(value, 'reply_count')),
    state: deletedAt === null ? stateOf(value) : 'deleted-by-author',
    url: linkOf(story?.url ?? null, id),
    raw,
  }
}

const revisionsOf = (value: unknown): readonly unknown[] => {
  const revisions = listAt(value, 'revisions')
  return revisions.length > 0 ? revisions : listAt(value, 'body_history')
}

function stateOf(value: unknown): CommentState {
  const status = textAt(value, 'status')?.toUpperCase() ?? ''
  return Object.hasOwn(coralStates, status) ? (coralStates[status] ?? 'visible') : 'visible'
}

/** `FLAG` counts all flags, `FLAG__COMMENT_REPORTED_SPAM` those for one reason. None is written where there are none. */
function countsOf(counts: unknown): Pick<Found, 'likes' | 'reports'> {
  if (!isObject(counts)) return {}
  const byReason = Object.keys(counts).filter((key) => /^FLAG__/i.test(key))
  const sum = byReason.reduce((all, key) => all + (numberIn(at(counts, key)) ?? 0), 0)
  return {
    reports: total(counts, 'FLAG', 'flag') ?? sum,
    likes: total(counts, 'REACTION', 'reaction', 'respect', 'like') ?? 0,
  }
}

function total(counts: unknown, ...names: readonly string[]): number | null {
  for (const name of names) {
    const found = at(counts, name)
    const count = numberIn(at(found, 'total') ?? found)
    if (count !== null) return count
  }
  return null
}

/** Numbers and times as mongoexport writes them: `{"$numberInt": "3"}`, `{"$date": …}`. */
const numberIn = (value: unknown): number | null =>
  numberAt({ value: at(value, '$numberInt') ?? at(value, '$numberLong') ?? value }, 'value')

function written(value: unknown): string | null {
  const date = at(value, '$date') ?? value
  return textAt({ date: at(date, '$numberLong') ?? date }, 'date')
}

const isoOf = (value: unknown): string | null => {
  const time = written(value)
  return time === null ? null : parseTime(time, 'ymd')
}

function linkOf(story: string | null, id: string | null): string | null {
  if (story === null || id === null) return story
  return `${story}${story.includes('?') ? '&' : '?'}commentID=${encodeURIComponent(id.toWellFormed())}`
}

async function namesBeside(source: Source, path: RegExp): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>()
  const found = source.beside(path)
  if (found === null) return names
  await readAnyJson(found, silent, {
    places: ['users.*', 'stories.*', 'assets.*'],
    onRecord: ({ value }) => {
      const id = textAt(value, 'id')
      const name = textAt(value, 'username') ?? textAt(value, 'metadata', 'title') ?? textAt(value, 'title')
      if (id !== null) names.set(id, { name, url: textAt(value, 'url') })
    },
  })
  return names
}
