/** One message as a comment. @source RFC 5322 (3.6.4 for what answers what), RFC 2045 to 2047 by way of postal-mime */
import PostalMime, { decodeWords, type Email } from 'postal-mime'
import type { Encoding, ProblemReason } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { textOfHtml } from './html-text.ts'
import { messageBytes } from './mail-bytes.ts'
import { ownWordsOf } from './mail-quotes.ts'
import { readMailTime } from './mail-time.ts'

export interface ReadMail {
  readonly found: Omit<Found, 'row' | 'threadId' | 'threadTitle'>
  /** Ids of what it answers: the thread's first message first, the one answered last. */
  readonly answers: readonly string[]
  readonly subject: string | null
  /** Why it is left out; null for a message that somebody wrote. */
  readonly leftOut: ProblemReason | null
  /** The first line that was taken out because another had written it. */
  readonly quoted: string | null
}

/** @returns null for what no message can be made of */
export async function readMail(
  lines: readonly string[],
  { encoding, fromLine }: { readonly encoding: Encoding; readonly fromLine: string | null },
): Promise<ReadMail | null> {
  const email = await parsed(lines, encoding)
  if (email === null) return null
  const header = (key: string): string | null =>
    email.headers.find((one) => one.key === key)?.value.trim() || null
  const { own, quoted, isForwarded } = ownWordsOf(bodyOf(email))
  const answers = answersOf(header('references'), header('in-reply-to'))
  const id = idsIn(header('message-id')).at(-1) ?? null
  return {
    answers,
    subject: email.subject?.replace(/\s+/g, ' ').trim() || null,
    quoted,
    leftOut: isFromMachine(header) ? 'service' : own === '' && isForwarded ? 'share' : null,
    found: {
      id,
      parentId: answers.at(-1) ?? null,
      ...behindList(senderOf(header('from') ?? header('sender'), email), header),
      ...timeOf(header, fromLine),
      text: own,
      state: isSpam(header) ? 'spam' : 'visible',
      url: /^<?(https?:\/\/[^<>\s]+)>?$/.exec(header('archived-at') ?? '')?.[1],
      raw: lines.join('\n'),
    },
  }
}

async function parsed(lines: readonly string[], encoding: Encoding): Promise<Email | null> {
  try {
    return await PostalMime.parse(messageBytes(lines, encoding), { forceRfc822Attachments: true })
  } catch {
    // Nested deeper, or with a longer head, than any message that somebody wrote.
    return null
  }
}

function bodyOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text
  return html === undefined ? '' : textOfHtml(html)
}

/** Mostly in "<>"; some programs wrote words around it, or a bare id. */
function idsIn(value: string | null): readonly string[] {
  if (value === null) return []
  const ids = [...value.slice(0, 100_000).matchAll(/<\s*([^<>\s]{1,1000})\s*>/g)].map(([, id = '']) => id)
  if (ids.length > 0) return ids
  return /^\S{1,1000}$/.test(value) && value.includes('@') ? [value] : []
}

function answersOf(references: string | null, inReplyTo: string | null): readonly string[] {
  const parent = idsIn(inReplyTo)[0]
  const before = idsIn(references)
  return parent === undefined ? before : [...before.filter((id) => id !== parent), parent]
}

function senderOf(written: string | null, { from, sender }: Email): Pick<Found, 'author' | 'authorId'> {
  // Public archives hide addresses: "maren at lowgate.example (Maren Plover)".
  const hidden = /^"?(\S{1,200}) (?:at|\(at\)|\[at\]) (\S{1,200}?)"?(?: \((.{0,300})\))?$/.exec(written ?? '')
  if (hidden !== null) {
    const [, local = '', domain = '', name = ''] = hidden
    const address = `${local}@${domain}`.toLowerCase()
    return { author: decodeWords(name).trim() || address, authorId: address }
  }
  const masked = maskedSender(decodeWords(written ?? ''))
  if (masked !== null) return masked
  const mailbox = from ?? sender
  const address = (mailbox?.address ?? mailbox?.group?.[0]?.address ?? '').trim().toLowerCase()
  const name = (mailbox?.name ?? '').trim().replace(/^'(.*)'$/, '$1')
  return { author: name || address || null, authorId: address || null }
}

/**
 * Lists put their own address in the place of a sender's: "Maren via Fern-list <fern-list@lowgate.example>". Else all
 * who write there would be one person.
 */
function behindList(
  sender: Pick<Found, 'author' | 'authorId'>,
  header: Header,
): Pick<Found, 'author' | 'authorId'> {
  const name = /^'?(\S.{0,200}?)'? via \S.{0,200}$/i.exec(sender.author ?? '')?.[1]
  if (name === undefined) return sender
  const own = [header('x-original-from'), header('reply-to')]
    .map((value) => /[^\s<>,;:"()@]{1,200}@[\w.-]{1,200}/.exec(value ?? '')?.[0].toLowerCase() ?? null)
    .find((address) => address !== null && address !== sender.authorId)
  return { author: name, authorId: own ?? null }
}

/** Mailman 3 writes "Maren <maren＠lowgate.example>" or "maren(a)lowgate.example": no addresses that a parser knows. */
function maskedSender(written: string): Pick<Found, 'author' | 'authorId'> | null {
  if (written.length > 500 || written.includes('@')) return null
  const match = /<?([^\s<>"＠()]{1,200})(?:＠|\((?:a|at)\))([\w.-]{1,200})>?$/.exec(written)
  if (match === null) return null
  const [, local = '', domain = ''] = match
  const address = `${local}@${domain}`.toLowerCase()
  const name = written
    .slice(0, match.index)
    .replace(/^"|"\s*$/g, '')
    .trim()
  return { author: name || address, authorId: address }
}

type Header = (key: string) => string | null

/** As its author's program said; else as it was received, or put into the file. */
function timeOf(header: Header, fromLine: string | null): Pick<Found, 'time' | 'createdAt'> {
  const received = header('received')?.split(';').at(-1)?.trim() ?? null
  const put = fromLine === null ? null : (/[A-Z][a-z]{2} [A-Z][a-z]{2} .*$/.exec(fromLine)?.[0] ?? null)
  const times = [header('date'), header('delivery-date'), received, put].filter((time) => time !== null)
  const certain = times.find((time) => readMailTime(time) !== null)
  const time = certain ?? times[0] ?? null
  return { time, createdAt: time === null ? null : readMailTime(time) }
}

function isFromMachine(header: Header): boolean {
  if (/^auto-(replied|generated|notified)/i.test(header('auto-submitted') ?? '')) return true
  if (/^multipart\/report/i.test(header('content-type') ?? '')) return true
  return /mailer-daemon/i.test(header('from') ?? '') || header('x-imap') !== null
}

function isSpam(header: Header): boolean {
  if (/^yes\b/i.test(header('x-spam-flag') ?? '')) return true
  return /(^|,)\s*spam\s*(,|$)/i.test(header('x-gmail-labels') ?? '')
}
