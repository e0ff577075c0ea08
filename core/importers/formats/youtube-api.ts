/** YouTube: answers of its Data API, threads and replies. @source developers.google.com/youtube/v3/docs/commentThreads */
import type { CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { countedAre } from '../parts/counted.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'
import { parentInId, shownText, youtubeLink } from '../parts/youtube-comment.ts'
import { createPages } from '../parts/youtube-pages.ts'

export const youtubeApi: ExportFormat = {
  id: 'youtube-api',
  title: 'YouTube API pages',
  platform: 'youtube',
  idsWithin: 'platform',
  detect: ({ json }) => {
    const first = firstOf(json)
    const item = isPage(first) ? listAt(first, 'items')[0] : first
    if (isItem(item)) return 0.97
    return /^youtube#comment(Thread)?ListResponse$/.test(textAt(first, 'kind') ?? '') ? 0.97 : 0
  },
  async parse(source, sink) {
    const comments = createComments(sink)
    const pages = createPages()
    await readJsonRecords(source, sink, {
      places: placesIn((await peek(source)).json),
      onRecord({ path, value, raw }) {
        const name = path.at(-1)
        if (name === 'kind' || name === 'nextPageToken') pages.take(path, value)
        else {
          pages.item(path, videoOf(value))
          comments.take({ value, raw })
        }
      },
    })
    comments.end()
    if (pages.isCutShort()) {
      sink.incomplete(
        `YouTube had a further page of comments that is not in the file: ${countedAre(comments.count(), 'comment')}.`,
      )
    }
  },
}

const firstOf = (json: unknown): unknown => (Array.isArray(json) ? json[0] : json)

function isPage(value: unknown): boolean {
  return Array.isArray(at(value, 'items')) && !isItem(value)
}

function isItem(value: unknown): boolean {
  const kind = at(value, 'kind')
  if (kind === 'youtube#commentThread' || kind === 'youtube#comment') return true
  if (kind !== undefined) return false
  const snippet = at(value, 'snippet')
  return isObject(at(snippet, 'topLevelComment')) || (isSnippet(snippet) && at(value, 'id') !== undefined)
}

const isSnippet = (value: unknown): boolean =>
  at(value, 'authorDisplayName') !== undefined && at(value, 'textDisplay') !== undefined

/** Pages one after another, a list of pages, a list of items, or an item a line. */
function placesIn(json: unknown): readonly string[] {
  const page = ['items.*', 'kind', 'nextPageToken']
  const isList = Array.isArray(json)
  if (isItem(firstOf(json))) return [isList ? '*' : '']
  return isList ? page.map((place) => `*.${place}`) : page
}

interface Awaited {
  readonly declared: number
  readonly present: Set<string>
  readonly threadId: string | null
}

/** Gives threads and their replies, and keeps in mind whose replies are not all there. */
function createComments(sink: Sink) {
  const awaited = new Map<string, Awaited>()
  let row = 0
  let count = 0
  const give = (comment: unknown, of: Omit<Giving, 'row'>) => {
    row += 1
    const found = foundOf(comment, { ...of, row })
    if (found === null) sink.leaveOut(row, 'not-a-comment')
    else {
      count += 1
      sink.comment(found)
    }
  }
  const takeThread = (thread: unknown, raw: string): void => {
    const top = at(thread, 'snippet', 'topLevelComment')
    const id = textAt(top, 'id') ?? textAt(thread, 'id')
    const threadId = threadOf(top) ?? threadOf(thread)
    const declared = numberAt(thread, 'snippet', 'totalReplyCount')
    const replies = listAt(thread, 'replies', 'comments')
    const ownRaw = replies.length === 0 || !isObject(thread) ? raw : rawWithout(withoutReplies(thread))
    give(top, { id, threadId, parentId: null, replies: declared, raw: ownRaw })
    for (const reply of replies)
      give(reply, { threadId, parentId: id, replies: null, raw: rawWithout(reply) })
    const present = new Set(replies.map((reply) => textAt(reply, 'id') ?? ''))
    if (id !== null && declared !== null && declared > present.size)
      awaited.set(id, { declared, present, threadId })
  }
  return {
    count: () => count,
    take({ value, raw }: Pick<JsonRecord, 'value' | 'raw'>): void {
      if (isObject(at(value, 'snippet', 'topLevelComment'))) {
        takeThread(value, raw)
        return
      }
      const id = textAt(value, 'id')
      const parentId = textAt(value, 'snippet', 'parentId') ?? parentInId(id)
      const thread = parentId === null ? undefined : awaited.get(parentId)
      if (id !== null) thread?.present.add(id)
      // Replies that are asked for by their parent say which channel it is, and not which video.
      const threadId = parentId === null ? threadOf(value) : (videoOf(value) ?? thread?.threadId ?? null)
      give(value, { threadId, parentId, replies: null, raw })
    },
    end(): void {
      const short = [...awaited.values()].filter(({ declared, present }) => declared > present.size)
      const declared = short.reduce((sum, thread) => sum + thread.declared, 0)
      const present = short.reduce((sum, thread) => sum + thread.present.size, 0)
      if (short.length === 0) return
      const where = short.length === 1 ? 'one comment' : `${short.length} comments`
      sink.incomplete(
        `${declared - present} of ${declared} replies to ${where} are not in the file: a page of threads holds five for each at most.`,
      )
    },
  }
}

interface Giving {
  readonly row: number
  readonly id?: string | null
  readonly threadId: string | null
  readonly parentId: string | null
  readonly replies: number | null
  readonly raw: string
}

const videoOf = (item: unknown): string | null =>
  textAt(item, 'snippet', 'videoId') ?? textAt(item, 'snippet', 'topLevelComment', 'snippet', 'videoId')

/** Comments on a channel itself have no video. */
const threadOf = (value: unknown): string | null =>
  textAt(value, 'snippet', 'videoId') ?? textAt(value, 'snippet', 'channelId')

function foundOf(
  comment: unknown,
  { row, id: given, threadId, parentId, replies, raw }: Giving,
): Found | null {
  const snippet = at(comment, 'snippet')
  if (!isObject(snippet)) return null
  const id = textAt(comment, 'id') ?? given ?? null
  const published = textAt(snippet, 'publishedAt')
  const updated = textAt(snippet, 'updatedAt')
  const original = textAt(snippet, 'textOriginal')
  return {
    row,
    id,
    parentId: textAt(snippet, 'parentId') ?? parentId,
    threadId,
    author: textAt(snippet, 'authorDisplayName'),
    authorId: textAt(snippet, 'authorChannelId', 'value') ?? textAt(snippet, 'authorChannelId'),
    time: published,
    editedAt: updated === published ? null : timeOf(updated),
    text: original ?? shownText(textAt(snippet, 'textDisplay') ?? ''),
    likes: numberAt(snippet, 'likeCount'),
    replies,
    state: states.get(textAt(snippet, 'moderationStatus') ?? '') ?? 'visible',
    url: youtubeLink(textAt(snippet, 'videoId') ?? (isVideo(threadId) ? threadId : null), id),
    raw,
  }
}

const isVideo = (id: string | null): boolean => id !== null && /^[\w-]{11}$/.test(id)

const timeOf = (written: string | null): string | null =>
  written === null ? null : parseTime(written, 'ymd')

const states: ReadonlyMap<string, CommentState> = new Map([
  ['published', 'visible'],
  ['heldForReview', 'held'],
  ['likelySpam', 'spam'],
  ['rejected', 'removed-by-moderator'],
])

function withoutReplies({ replies: _, ...own }: Readonly<Record<string, unknown>>): unknown {
  return own
}
