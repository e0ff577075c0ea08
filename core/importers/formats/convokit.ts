/** ConvoKit: a corpus of utterances, with speakers and conversations in files beside. @source convokit.cornell.edu, "Corpus data format" */

import type { CommentKind, CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { anyOf, readAnyJson, silent } from '../parts/json-any.ts'
import { at, isObject, textAt } from '../parts/json-exact.ts'
import { readJsonRecords } from '../parts/json-records.ts'
import { redditPlaceholder } from '../parts/reddit-thing.ts'

export const convokit: ExportFormat = {
  id: 'convokit',
  title: 'ConvoKit corpus',
  platform: 'convokit',
  // Corpora number their utterances as they please.
  idsWithin: 'thread',
  companions: [/(^|\/)(speakers|users|conversations|corpus|index)\.json$/i],
  // Posts of X have conversations too: where ids are figures alone, these four names are the surer mark.
  detect: (head) => (anyOf(head, isUtterance) ? 0.97 : 0),
  async parse(source, sink) {
    const titles = await wordsBeside(source, /(^|\/)conversations\.json$/i, titleIn)
    const names = await wordsBeside(source, /(^|\/)(speakers|users)\.json$/i, nameIn)
    await readAnyJson(source, sink, {
      places: ['utterances.*'],
      onRecord({ value, raw, row }) {
        if (isObject(value)) sink.comment(foundOf(value, { row, raw, titles, names }))
        else sink.leaveOut(row, 'not-an-object')
      },
    })
  },
}

/** Its documentation writes `reply_to`, its files `reply-to`; until 2020 speakers were users and conversations roots. */
function isUtterance(value: unknown): boolean {
  const has = (...keys: readonly string[]) => keys.some((key) => at(value, key) !== undefined)
  return (
    typeof at(value, 'text') === 'string' &&
    has('reply-to', 'reply_to') &&
    has('speaker', 'user') &&
    has('conversation_id', 'root')
  )
}

interface Facts {
  readonly row: number
  readonly raw: string
  readonly titles: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
}

function foundOf(utterance: unknown, { row, raw, titles, names }: Facts): Found {
  const speaker = speakerOf(utterance)
  const threadId = textAt(utterance, 'conversation_id') ?? textAt(utterance, 'root')
  const parentId = textAt(utterance, 'reply-to') ?? textAt(utterance, 'reply_to')
  const text = textAt(utterance, 'text') ?? ''
  const mark = redditPlaceholder(text)
  const meta = at(utterance, 'meta')
  return {
    row,
    raw,
    id: textAt(utterance, 'id'),
    parentId,
    threadId,
    threadTitle: threadId === null ? null : titles.get(threadId),
    author: speaker === null || speaker === '[deleted]' ? null : (names.get(speaker) ?? speaker),
    authorId: speaker === null || !names.has(speaker) ? null : speaker,
    time: timeOf(utterance),
    editedAt: parseTime(textAt(meta, 'edited_at') ?? '', 'ymd'),
    text: mark === null ? text : '',
    state: mark ?? oneOf(states, at(meta, 'state')) ?? 'visible',
    kind: oneOf(kinds, at(meta, 'kind')) ?? 'comment',
    likes: figureAt(meta, 'score') ?? figureAt(meta, 'likes'),
    replies: figureAt(meta, 'replies'),
    reports: figureAt(meta, 'reports'),
    lang: textAt(meta, 'lang'),
    url: addressAt(meta, 'url') ?? addressAt(meta, 'permalink'),
  }
}

/** Python's words for no time are none. */
function timeOf(utterance: unknown): string | null {
  const time = textAt(utterance, 'timestamp')
  return time === null || /^(none|null|nan|nat)$/i.test(time.trim()) ? null : time
}

/** A name, or in the oldest corpora an object that has one. */
function speakerOf(utterance: unknown): string | null {
  const speaker = at(utterance, 'speaker') ?? at(utterance, 'user')
  return textAt(speaker, 'id') ?? textAt(speaker, 'name') ?? textAt({ speaker }, 'speaker')
}

const figureAt = (meta: unknown, key: string): number | string | null => {
  const figure = at(meta, key)
  return typeof figure === 'number' && !Number.isInteger(figure) ? null : textAt(meta, key)
}

/** Corpora of Reddit keep the path only. */
function addressAt(meta: unknown, key: string): string | null {
  const link = textAt(meta, key)
  if (link?.startsWith('/r/') === true) return `https://www.reddit.com${link}`
  return link !== null && /^https?:\/\//.test(link) ? link : null
}

const states: readonly CommentState[] = [
  'visible',
  'held',
  'spam',
  'deleted-by-author',
  'removed-by-moderator',
]
const kinds: readonly CommentKind[] = ['comment', 'post', 'pingback', 'share', 'service']

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value)

const titleIn = (value: unknown): string | null =>
  ['title', 'thread_title', 'topic_title', 'page_title']
    .map((key) => textAt(value, key))
    .find((one) => one !== null) ?? null

const nameIn = (value: unknown): string | null =>
  ['name', 'username', 'display_name', 'screen_name', 'character_name']
    .map((key) => textAt(value, key))
    .find((one) => one !== null) ?? null

/** What the file beside says of each id: in `meta`, or, in older corpora, at once. */
async function wordsBeside(
  source: Source,
  path: RegExp,
  wordIn: (value: unknown) => string | null,
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>()
  const file = source.beside(path)
  if (file === null) return words
  await readJsonRecords(file, silent, {
    places: ['*'],
    onRecord({ path: [id = ''], value }) {
      const word = wordIn(at(value, 'meta')) ?? wordIn(value)
      if (word !== null) words.set(id, word)
    },
  })
  return words
}
