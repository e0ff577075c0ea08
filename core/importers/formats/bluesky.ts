/** Bluesky: a thread, a feed, and records of posts as they are kept. @source docs.bsky.app, "app.bsky.feed.getPostThread" */
import type { ExportFormat, Sink } from '../export-format.ts'
import { blueskyPost, blueskyRecord, hasPost, isBlocked, isGone, postIn } from '../parts/bluesky-post.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, textAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'

const places = ['thread', 'feed.*', 'posts.*', 'records.*', 'cursor']
const lists = ['feed', 'posts', 'records', 'thread'] as const

export const bluesky: ExportFormat = {
  id: 'bluesky',
  title: 'Bluesky posts',
  platform: 'bluesky',
  idsWithin: 'platform',
  detect: (head) => {
    if (!head.text.includes('app.bsky.')) return 0
    const isThread = isObject(at(head.json, 'thread')) && isPlace(at(head.json, 'thread'))
    const inList = lists.some((name) => listAt(head.json, name).slice(0, 20).some(isPlace))
    return isThread || inList || anyOf(head, isPlace) ? 0.95 : 0
  },
  async parse(source, sink) {
    const reader = createReader(sink)
    await readAnyJson(source, sink, {
      places,
      onRecord({ path, value, raw }) {
        if (path[0] === 'cursor') reader.pageEnds(value)
        // The newer thread is a list of its posts.
        else if (Array.isArray(value)) for (const one of value) reader.take(one, rawWithout(one))
        else reader.take(value, raw)
      },
    })
    reader.end()
  },
}

const isPlace = (value: unknown): boolean =>
  hasPost(value) || isGone(value) || isPlaceOfThread(value) || isObject(at(value, 'commit', 'record'))

const isPlaceOfThread = (value: unknown): boolean =>
  isObject(at(value, 'thread')) && hasPost(at(value, 'thread'))

interface Waiting {
  readonly value: unknown
  readonly raw: string | null
  readonly above: string | null
  readonly root: string | null
}

function createReader(sink: Sink) {
  let row = 0
  let blocked = 0
  let missing = 0
  let declared = 0
  let hasNext = false
  const takeOne = ({ value, raw, above, root }: Waiting): readonly Waiting[] => {
    const inside = listAt(value, 'replies').filter(isObject)
    const own = raw !== null && inside.length === 0 ? raw : rawWithout(value, 'replies', 'parent')
    row += 1
    if (isGone(value)) {
      const uri = textAt(value, 'uri')
      if (isBlocked(value)) {
        blocked += 1
        sink.leaveOut(row, 'no-text')
      } else {
        missing += 1
        sink.comment({
          row,
          raw: own,
          id: uri,
          parentId: above,
          threadId: root ?? uri,
          text: '',
          state: 'deleted-by-author',
        })
      }
      return []
    }
    const found = blueskyPost(value, { row, raw: own })
    if (typeof found === 'string') sink.leaveOut(row, found)
    else sink.comment(found)
    const post = postIn(value)
    const uri = textAt(post, 'uri')
    declared += Math.max(0, isObject(at(value, 'post')) ? unseenReplies(value, inside.length) : 0)
    const rootUri = typeof found === 'string' ? root : (found.threadId ?? root)
    return inside.map((reply) => ({ value: reply, raw: null, above: uri, root: rootUri }))
  }
  return {
    take(record: unknown, raw: string): void {
      const value = isPlaceOfThread(record) ? at(record, 'thread') : record
      const waiting = upwards(value, raw).toReversed()
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const inside = takeOne(next)
        for (let place = inside.length - 1; place >= 0; place--) {
          const one = inside[place]
          if (one !== undefined) waiting.push(one)
        }
      }
    },
    pageEnds(cursor: unknown): void {
      hasNext ||= typeof cursor === 'string' && cursor !== ''
    },
    end(): void {
      if (missing > 0) sink.incomplete(`Posts that were gone when the file was made: ${missing}.`)
      if (blocked > 0) sink.incomplete(`Posts that were hidden from whoever made the file: ${blocked}.`)
      if (declared > 0) sink.incomplete(`Answers that posts count and the file does not hold: ${declared}.`)
      if (hasNext) sink.incomplete('The file is one page of several: it names a next one.')
    },
  }
}

/** In a thread posts say how many answers they have, and hold those that were asked for. */
function unseenReplies(value: unknown, inside: number): number {
  const isOfThread =
    Array.isArray(at(value, 'replies')) || /threadViewPost$/.test(textAt(value, '$type') ?? '')
  const count = at(value, 'post', 'replyCount')
  return isOfThread && typeof count === 'number' && Number.isSafeInteger(count) ? count - inside : 0
}

/** What a thread's post answers is above it, post in post: the first comes first. */
function upwards(value: unknown, raw: string): Waiting[] {
  const chain: Waiting[] = []
  const root = textAt(blueskyRecord(value), 'reply', 'root', 'uri')
  for (let above = at(value, 'parent'); isPlaceOf(above); above = at(above, 'parent')) {
    // Of these only the way up is in the file, never the answers beside it.
    chain.push({ value: withoutAnswers(above), raw: null, above: null, root })
  }
  chain.reverse()
  chain.push({ value, raw: chain.length === 0 ? raw : null, above: null, root: null })
  return chain
}

const isPlaceOf = (value: unknown): boolean =>
  isObject(value) && (isGone(value) || isObject(at(value, 'post')))

function withoutAnswers(value: unknown): unknown {
  if (!isObject(value)) return value
  const { replies: _, $type: __, parent: ___, ...own } = value
  return own
}
