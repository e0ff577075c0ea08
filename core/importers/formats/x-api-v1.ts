/** X, once Twitter: tweets of API v1.1, a line each, in a list, or a page of a search. @source developer.x.com, "Tweet object" */
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { at, isObject, listAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'
import {
  answeredId,
  type Chains,
  createChains,
  isShare,
  tweetFacts,
  tweetId,
  unescaped,
} from '../parts/tweet.ts'

export const xApiV1: ExportFormat = {
  id: 'x-api-v1',
  title: 'X API v1.1',
  platform: 'x',
  idsWithin: 'platform',
  detect: ({ json, lines }) => {
    const first = Array.isArray(json) ? json[0] : json
    return [first, listAt(first, 'statuses')[0], ...lines.slice(0, 3)].some(isTweet) ? 0.95 : 0
  },
  async parse(source, sink) {
    const { json } = await peek(source)
    const places = Array.isArray(json) ? ['*'] : isObject(at(json, 'statuses', '0')) ? ['statuses.*'] : ['']
    const chains = createChains('any')
    await readJsonRecords(source, silent, {
      places,
      onRecord({ value }) {
        const id = tweetId(value)
        if (id !== null) chains.add(id, answeredId(value))
      },
    })
    await readJsonRecords(source, sink, { places, onRecord: (record) => takeTweet(record, { sink, chains }) })
  },
}

function isTweet(value: unknown): boolean {
  const names = at(value, 'user', 'screen_name') ?? at(value, 'user', 'id_str') ?? at(value, 'favorite_count')
  const text = at(value, 'full_text') ?? at(value, 'text')
  return /^\d{1,20}$/.test(tweetId(value) ?? '') && typeof text === 'string' && names !== undefined
}

function takeTweet(
  { value, raw, row }: JsonRecord,
  { sink, chains }: { readonly sink: Sink; readonly chains: Chains },
): void {
  // A stream says between tweets that some were deleted, or that it is limited.
  if (!isObject(value) || (tweetId(value) === null && textOf(value) === null)) {
    sink.leaveOut(row, 'not-a-comment')
    return
  }
  const text = textOf(value) ?? ''
  if (isObject(at(value, 'retweeted_status')) || isShare(text)) {
    sink.leaveOut(row, 'share', text)
    return
  }
  const found = foundOf(value, { row, raw, chains })
  if (at(value, 'truncated') === true && at(value, 'full_text') === undefined && longText(value) === null)
    sink.repaired(row, 'truncated', found.text)
  sink.comment(found)
}

const longText = (tweet: unknown): string | null =>
  textAt(tweet, 'extended_tweet', 'full_text') ?? textAt(tweet, 'note_tweet', 'text')

const textOf = (tweet: unknown): string | null =>
  longText(tweet) ?? textAt(tweet, 'full_text') ?? textAt(tweet, 'text')

function foundOf(
  tweet: unknown,
  { row, raw, chains }: { readonly row: number; readonly raw: string; readonly chains: Chains },
): Found {
  const author = textAt(tweet, 'user', 'screen_name')
  const written = textAt(tweet, 'created_at') ?? textAt(tweet, 'timestamp_ms')
  const facts = tweetFacts(tweet, { written, screenName: author })
  const { id } = facts
  return {
    ...facts,
    row,
    threadId: textAt(tweet, 'conversation_id_str') ?? (id === null ? null : chains.rootOf(id)),
    author: author ?? textAt(tweet, 'user', 'name'),
    authorId: textAt(tweet, 'user', 'id_str') ?? textAt(tweet, 'user', 'id'),
    text: unescaped(textOf(tweet) ?? ''),
    replies: textAt(tweet, 'reply_count'),
    raw,
  }
}

const silent: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }
