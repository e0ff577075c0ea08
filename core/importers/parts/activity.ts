/** An activity or a note as servers of the fediverse write it. @source w3.org/TR/activitystreams-vocabulary */
import type { ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { textOfHtml } from './html-text.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'
import { withWarning } from './warned-text.ts'

export interface Actor {
  readonly id: string | null
  readonly name: string | null
}

export interface ActivityFacts {
  readonly row: number
  readonly raw: string
  /** Whose archive it is, where that is known. */
  readonly owner: Actor | null
  readonly followers: string | null
  /** The note that holds it among its answers. */
  readonly above: string | null
  /** The thread of an id met before. */
  readonly threadOf: (id: string) => string | undefined
}

/** What people write, short and long. */
const notes = new Set(['Note', 'Question', 'Article', 'Page', 'Video', 'Event', 'Audio', 'Image', 'Document'])
/** What notes answer, and is not of their kind: a piece on a site, a film. */
const posts = new Set(['Article', 'Page', 'Video', 'Event', 'Audio'])

export const isNote = (value: unknown): boolean => notes.has(typeAt(value))

/** @returns why it is left out: it shares, does something else than write, or is a letter */
export function foundOfActivity(value: unknown, facts: ActivityFacts): Found | ProblemReason {
  const type = typeAt(value)
  if (type === 'Tombstone') return tombstone(value, facts)
  if (isNote(value)) return foundOfNote(value, value, facts)
  if (type === 'Announce') return 'share'
  if (type !== 'Create' && type !== 'Update') return 'not-a-comment'
  const note = at(value, 'object')
  if (typeAt(note) === 'Tombstone') return tombstone(note, facts)
  // Only its address: the words are elsewhere.
  if (typeof note === 'string') return 'no-text'
  return isNote(note) ? foundOfNote(note, value, facts) : 'not-a-comment'
}

function foundOfNote(note: unknown, activity: unknown, facts: ActivityFacts): Found | ProblemReason {
  if (isLetter(note, activity, facts.followers)) return 'private'
  const type = typeAt(note)
  const id = textAt(note, 'id')
  const parentId = addressAt(note, 'inReplyTo') ?? facts.above
  const language = Object.keys(mapAt(note, 'contentMap'))
  return {
    row: facts.row,
    raw: facts.raw,
    id,
    parentId,
    threadId: threadIn(note, { id, parentId, threadOf: facts.threadOf }),
    ...authorOf(note, activity, facts.owner),
    time: textAt(note, 'published') ?? textAt(activity, 'published'),
    editedAt: parseTime(textAt(note, 'updated') ?? '', 'ymd'),
    kind: posts.has(type) && parentId === null ? 'post' : 'comment',
    threadTitle: posts.has(type) ? textAt(note, 'name') : null,
    text: textOfNote(note, type),
    lang: language.length === 1 ? language[0] : null,
    likes: numberAt(note, 'likes', 'totalItems'),
    replies: numberAt(note, 'replies', 'totalItems'),
    url: addressAt(note, 'url') ?? (id?.startsWith('http') === true ? id : null),
  }
}

/** A note that is gone leaves its address, for the answers that hang on it. */
function tombstone(note: unknown, { row, raw, above, threadOf }: ActivityFacts): Found {
  const id = textAt(note, 'id')
  const parentId = addressAt(note, 'inReplyTo') ?? above
  return {
    row,
    raw,
    id,
    parentId,
    threadId: threadIn(note, { id, parentId, threadOf }),
    time: textAt(note, 'published'),
    text: '',
    state: 'deleted-by-author',
  }
}

function textOfNote(note: unknown, type: string): string {
  const source = textAt(note, 'source', 'content')
  const sourceType = textAt(note, 'source', 'mediaType') ?? ''
  const isWritten = source !== null && /^text\/(markdown|plain)/.test(sourceType)
  const html = textAt(note, 'content') ?? Object.values(mapAt(note, 'contentMap')).find(isText) ?? ''
  const body = isWritten ? source : textOfHtml(html)
  if (!posts.has(type)) return withWarning(plainAt(note, 'summary'), body)
  // A piece has a headline, and its summary is none of a warning.
  return [textAt(note, 'name'), body].filter((part) => part !== null && part !== '').join('\n\n')
}

const plainAt = (value: unknown, key: string): string | null => {
  const text = textAt(value, key)
  return text === null ? null : textOfHtml(text)
}

interface ThreadFacts {
  readonly id: string | null
  readonly parentId: string | null
  readonly threadOf: (id: string) => string | undefined
}

function threadIn(note: unknown, { id, parentId, threadOf }: ThreadFacts): string | null {
  const own = textAt(note, 'conversation') ?? textAt(note, 'context')
  if (own !== null) return own
  return parentId === null ? id : (threadOf(parentId) ?? parentId)
}

function authorOf(note: unknown, activity: unknown, owner: Actor | null) {
  const person = firstAt(note, 'attributedTo') ?? firstAt(note, 'actor') ?? firstAt(activity, 'actor')
  const id = typeof person === 'string' ? person : textAt(person, 'id')
  if (owner !== null && (id === null || id === owner.id)) return { author: owner.name, authorId: owner.id }
  const name = textAt(person, 'preferredUsername') ?? textAt(person, 'name')
  return { author: name ?? handleOf(id) ?? handleInPage(addressAt(note, 'url'), id) ?? id, authorId: id }
}

/** Where people have numbers for addresses, the page of the note still has their name in it. */
function handleInPage(page: string | null, id: string | null): string | null {
  const [, host, name] = /^https?:\/\/([^/]+)\/@([^/?#@]+)\//.exec(page ?? '') ?? []
  return host !== undefined && id?.startsWith(`https://${host}/`) === true ? `${name}@${host}` : null
}

/** "maren@lowgate.example" of the usual addresses of people. */
function handleOf(address: string | null): string | null {
  const parts = /^https?:\/\/([^/]+)\/(?:users\/|u\/|@|profile\/|author\/|c\/|accounts\/)([^/?#@]+)\/?$/.exec(
    address ?? '',
  )
  return parts === null ? null : `${parts[2]}@${parts[1]}`
}

const everybody = /^(?:https:\/\/www\.w3\.org\/ns\/activitystreams#|as:)?Public$/

/** To single people only. Where nothing says to whom, it was found in public. */
function isLetter(note: unknown, activity: unknown, followers: string | null): boolean {
  if (at(note, 'directMessage') === true || at(activity, 'directMessage') === true) return true
  const to = [note, activity].flatMap((value) => [...textsAt(value, 'to'), ...textsAt(value, 'cc')])
  if (to.length === 0) return false
  return !to.some(
    (address) => everybody.test(address) || address === followers || /\/followers\/?$/.test(address),
  )
}

/** One or a list of addresses or of objects that have one. */
function textsAt(value: unknown, key: string): readonly string[] {
  const found = at(value, key)
  const all = Array.isArray(found) ? found : [found]
  return all.flatMap((one: unknown) => {
    const address = typeof one === 'string' ? one : (textAt(one, 'id') ?? textAt(one, 'href'))
    return address === null || address === '' ? [] : [address]
  })
}

const addressAt = (value: unknown, key: string): string | null => textsAt(value, key)[0] ?? null

const firstAt = (value: unknown, key: string): unknown =>
  Array.isArray(at(value, key)) ? listAt(value, key)[0] : at(value, key)

function typeAt(value: unknown): string {
  const type = firstAt(value, 'type') ?? firstAt(value, '@type')
  return typeof type === 'string' ? type.replace(/^as:/, '') : ''
}

function mapAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = at(value, key)
  return isObject(found) ? found : {}
}

const isText = (value: unknown): value is string => typeof value === 'string'
