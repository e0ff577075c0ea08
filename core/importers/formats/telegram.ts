/** Telegram Desktop: result.json of one chat, or of all. @source telegram.org/blog/export-and-more, core.telegram.org/import-export */
import type { ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { counted } from '../parts/counted.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'

export const telegram: ExportFormat = {
  id: 'telegram',
  title: 'Telegram export',
  platform: 'telegram',
  // Counted from 1 in each chat.
  idsWithin: 'thread',
  detect: ({ json }) => {
    if (!isObject(json)) return 0
    const lists = [json, ...chatLists.flatMap((key) => listAt(json, key, 'list'))]
    if (lists.some((chat) => listAt(chat, 'messages').slice(0, 50).some(isMessage))) return 0.97
    const isChat =
      /^(personal|bot)_chat$|^(private|public)_(super)?group$|^(private|public)_channel$|^saved_messages$/
    if (lists.some((chat) => isChat.test(textAt(chat, 'type') ?? '') && at(chat, 'messages') !== undefined))
      return 0.95
    // Of a whole account the contacts come first, and there may be many.
    return /telegram/i.test(textAt(json, 'about') ?? '') ? 0.9 : 0
  },
  async parse(source, sink) {
    const chats = createChats(sink)
    const parts = ['id', 'name', 'type', 'messages.*']
    await readJsonRecords(source, sink, {
      places: [...parts, ...chatLists.flatMap((key) => parts.map((part) => `${key}.list.*.${part}`))],
      onRecord: chats.take,
    })
    chats.end()
  },
}

const chatLists = ['chats', 'left_chats']

const isMessage = (message: unknown): boolean =>
  /^(message|service)$/.test(textAt(message, 'type') ?? '') && textAt(message, 'date') !== null

interface Chat {
  readonly place: string
  readonly facts: Readonly<Record<'id' | 'name' | 'type', string | null>>
  /** The service messages that topics begin with: what answers them stands in the topic, and answers nobody. */
  readonly topics: Set<string>
}

/** One chat after the other: what is known of one is forgotten when the next begins. */
function createChats(sink: Sink) {
  let row = 0
  let zoneless = 0
  let chat = chatAt('')
  return {
    take({ path, value, raw }: JsonRecord): void {
      const isSingle = path[0] === 'messages' || path.length === 1
      const place = isSingle ? '' : path.slice(0, 3).join('.')
      if (place !== chat.place) chat = chatAt(place)
      const part = isSingle ? path[0] : path[3]
      if (part !== 'messages') {
        if (part === 'id' || part === 'name' || part === 'type')
          chat = { ...chat, facts: { ...chat.facts, [part]: textAt(value) } }
        return
      }
      row += 1
      if (at(value, 'action') === 'topic_created' && chat.topics.size < mostTopics)
        chat.topics.add(textAt(value, 'id') ?? '')
      const reason = reasonToLeave(value, chat)
      if (reason !== null) {
        sink.leaveOut(row, reason)
        return
      }
      if (numberAt(value, 'date_unixtime') === null) zoneless += 1
      sink.comment(foundOf(value, { row, raw, chat }))
    },
    end(): void {
      if (zoneless > 0)
        sink.incomplete(
          `The times of ${counted(zoneless, 'message')} are those of the clock of whoever exported them, without a zone: they are taken as UTC.`,
        )
    },
  }
}

const mostTopics = 10_000

const chatAt = (place: string): Chat => ({
  place,
  facts: { id: null, name: null, type: null },
  topics: new Set(),
})

const privateTypes = new Set(['personal_chat', 'bot_chat', 'saved_messages', 'replies', 'verify_codes'])

function reasonToLeave(message: unknown, { facts: { type } }: Chat): ProblemReason | null {
  const kind = textAt(message, 'type')
  if (!isObject(message)) return 'not-an-object'
  if (kind === 'service') return 'service'
  if (kind !== null && kind !== 'message') return 'not-a-comment'
  if (privateTypes.has(type ?? '')) return 'private'
  return isPassedOn(message) ? 'share' : null
}

/** A channel's own post, passed on by itself into the group that discusses it, is what the comments there answer. */
function isPassedOn(message: unknown): boolean {
  const from = at(message, 'forwarded_from')
  return from !== undefined && (from === null || from !== at(message, 'from'))
}

function foundOf(
  message: unknown,
  { row, raw, chat }: { readonly row: number; readonly raw: string; readonly chat: Chat },
): Found {
  const { id: threadId, name, type } = chat.facts
  const answered = textAt(message, 'reply_to_message_id')
  // An answer to something in another chat names that chat.
  const isElsewhere = at(message, 'reply_to_peer_id') !== undefined
  const isPost = type?.endsWith('_channel') === true || at(message, 'forwarded_from') !== undefined
  return {
    row,
    id: textAt(message, 'id'),
    parentId: answered === null || isElsewhere || chat.topics.has(answered) ? null : answered,
    threadId,
    threadTitle: name,
    // Null for an account that was deleted; its number stays.
    author: textAt(message, 'from'),
    authorId: textAt(message, 'from_id'),
    time: textAt(message, 'date_unixtime') ?? textAt(message, 'date'),
    editedAt: editedOf(message),
    text:
      textOf(at(message, 'text')) ||
      textOf(at(message, 'text_entities')) ||
      (textAt(message, 'poll', 'question') ?? ''),
    likes: likesOf(message),
    kind: isPost ? 'post' : 'comment',
    raw,
  }
}

function editedOf(message: unknown): string | null {
  const edited = textAt(message, 'edited_unixtime') ?? textAt(message, 'edited')
  const time = edited === null ? null : parseTime(edited, 'ymd')
  // Until 2019 "1970-01-01T01:00:00" stood where nothing was edited.
  return time === null || time.startsWith('1970-') ? null : time
}

/** A text, or texts and pieces with a meaning: a link's words, a name, a piece in bold. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text
  if (!Array.isArray(text)) return ''
  return text.map((piece) => (typeof piece === 'string' ? piece : pieceOf(piece))).join('')
}

function pieceOf(piece: unknown): string {
  const words = at(piece, 'text')
  if (typeof words !== 'string') return ''
  const href = textAt(piece, 'href')
  // Words that lead somewhere hide where.
  return at(piece, 'type') === 'text_link' && href !== null && href !== words ? `${words} (${href})` : words
}

/** Reactions say many things: those that can only be praise are likes. Without any of them, unknown. */
const praise = new Set([...'👍❤🔥🥰👏🎉🤩💯😍🏆👌🙏'])

function likesOf(message: unknown): number | null {
  const counts = listAt(message, 'reactions').flatMap((reaction) => {
    const count = numberAt(reaction, 'count')
    const emoji = textAt(reaction, 'emoji')?.replace('\uFE0F', '') ?? ''
    return count !== null && praise.has(emoji) ? [count] : []
  })
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}
