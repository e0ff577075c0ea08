/** X: tweets of API v2, in pages with their users beside, or flattened as by twarc. @source docs.x.com, "Data dictionary" */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { countedAre } from '../parts/counted.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'
import { isShare, languageOf, tweetLink, unescaped } from '../parts/tweet.ts'

export const xApiV2: ExportFormat = {
  id: 'x-api-v2',
  title: 'X API v2',
  platform: 'x',
  idsWithin: 'platform',
  detect: ({ json, lines }) =>
    [Array.isArray(json) ? json[0] : json, ...lines.slice(0, 3)].some((first) => {
      const data = at(first, 'data')
      return isTweet(first) || isTweet(data) || isTweet(listAt(data)[0]) || isEmptyPage(first)
    })
      ? 0.96
      : 0,
  async parse(source, sink) {
    const shape = shapeOf((await peek(source)).json)
    const users = new Map<string, string>()
    if (shape.users.length > 0) {
      await readJsonRecords(source, silent, {
        places: shape.users,
        onRecord({ value }) {
          const [id, name] = [textAt(value, 'id'), textAt(value, 'username') ?? textAt(value, 'name')]
          if (id !== null && name !== null) users.set(id, name)
        },
      })
    }
    const pages = { row: 0, isFollowed: false, page: '' }
    await readJsonRecords(source, sink, {
      places: [...shape.tweets, ...shape.meta],
      onRecord(record) {
        if (record.path.at(-1) === 'meta') pages.isFollowed = textAt(record.value, 'next_token') !== null
        else {
          pages.row += 1
          takeTweet({ ...record, row: pages.row }, { sink, users })
        }
      },
    })
    if (pages.isFollowed) {
      sink.incomplete(`X had a further page that is not in the file: ${countedAre(pages.row, 'tweet')}.`)
    }
  },
}

interface Shape {
  readonly tweets: readonly string[]
  readonly users: readonly string[]
  readonly meta: readonly string[]
}

/** Users stand behind the tweets that name them: they are read first, on a way of their own. */
function shapeOf(json: unknown): Shape {
  const prefix = Array.isArray(json) ? '*.' : ''
  const first = Array.isArray(json) ? json[0] : json
  const data = at(first, 'data')
  if (data === undefined && at(first, 'meta') === undefined) {
    return { tweets: [Array.isArray(json) ? '*' : ''], users: [], meta: [] }
  }
  return {
    tweets: [`${prefix}data${isObject(data) ? '' : '.*'}`],
    users: [`${prefix}includes.users.*`],
    meta: [`${prefix}meta`],
  }
}

/** `text` and `id` come always; the others where they were asked for, some of which other services have too. */
function isTweet(value: unknown): boolean {
  if (!/^\d{1,20}$/.test(textAt(value, 'id') ?? '') || typeof at(value, 'text') !== 'string') return false
  return (
    ['edit_history_tweet_ids', 'conversation_id', 'public_metrics', 'referenced_tweets', '__twarc'].some(
      (name) => at(value, name) !== undefined,
    ) ||
    (at(value, 'author_id') !== undefined && at(value, 'created_at') !== undefined)
  )
}

const isEmptyPage = (value: unknown): boolean =>
  at(value, 'meta', 'result_count') !== undefined &&
  (at(value, 'meta', 'newest_id') !== undefined || at(value, 'meta', 'result_count') === 0) &&
  (at(value, 'data') === undefined || /^\d{1,20}$/.test(textAt(value, 'data', '0', 'id') ?? ''))

function takeTweet(
  { value, raw, row }: Pick<JsonRecord, 'value' | 'raw' | 'row'>,
  { sink, users }: { readonly sink: Sink; readonly users: ReadonlyMap<string, string> },
): void {
  const text = textAt(value, 'note_tweet', 'text') ?? textAt(value, 'text')
  if (!isObject(value) || (text === null && textAt(value, 'id') === null)) {
    sink.leaveOut(row, 'not-a-comment')
    return
  }
  const isRetweet = listAt(value, 'referenced_tweets').some((one) => at(one, 'type') === 'retweeted')
  if (isRetweet || isShare(text ?? '')) sink.leaveOut(row, 'share', text ?? '')
  else sink.comment(foundOf(value, { row, raw, text: unescaped(text ?? ''), users }))
}

function foundOf(
  tweet: unknown,
  {
    row,
    raw,
    text,
    users,
  }: {
    readonly row: number
    readonly raw: string
    readonly text: string
    readonly users: ReadonlyMap<string, string>
  },
): Found {
  const id = textAt(tweet, 'id')
  const authorId = textAt(tweet, 'author_id') ?? textAt(tweet, 'author', 'id')
  const author =
    textAt(tweet, 'author', 'username') ??
    // As 4CAT puts it.
    textAt(tweet, 'author_user', 'username') ??
    (authorId === null ? null : (users.get(authorId) ?? null))
  const answered = listAt(tweet, 'referenced_tweets').find((one) => at(one, 'type') === 'replied_to')
  const written = textAt(tweet, 'created_at')
  return {
    row,
    id,
    parentId: textAt(answered, 'id'),
    threadId: textAt(tweet, 'conversation_id'),
    author,
    authorId,
    time: written,
    createdAt: written === null ? null : parseTime(written, 'ymd'),
    text,
    lang: languageOf(tweet),
    likes: numberAt(tweet, 'public_metrics', 'like_count'),
    replies: numberAt(tweet, 'public_metrics', 'reply_count'),
    url: tweetLink(author, id),
    raw,
  }
}

const silent: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }
